// The duel's pictures: both gradients on one plot, under one playhead, and who has more at each step.
import { useMemo } from 'react';
import { FlowFigure } from '../../../draw/laboratory/flow/FlowFigure.tsx';
import { colourOf } from '../../../draw/laboratory/flow/markers.ts';
import { RatioStrip } from '../../../draw/laboratory/duel/RatioStrip.tsx';
import { ratioStrip } from '../../../layout/laboratory/duel.ts';
import { flowHeight } from '../../../layout/laboratory/flowFrame.ts';
import { flowPlot } from '../../../layout/laboratory/flowPlot.ts';
import { formatNumber } from '../../../theme/format.ts';
import { bandWords } from '../../gradient/flowWords.ts';
import { FigureFrame, type FigurePlace } from '../../pages/FigureFrame.tsx';
import { inTurn } from '../../pages/inTurn.tsx';
import type { Fought } from './fought.ts';
import { duelWords, leftWords } from './words.ts';

interface Props {
  readonly shown: Fought;
  /** The playhead: the step whose values are written out, from 1. */
  readonly step: number;
  readonly onPoint: (k: number | null) => void;
  readonly onKeep: (k: number) => void;
}

export const BothFigure = inTurn(function BothFigure(props: Props) {
  return (
    <FigureFrame title="The gradient that is left, on one clock" name="duel-flow" minHeight={flowHeight(760, 12, 2)} note="Drag or point along the plot, or use the arrow keys: one playhead for both. A click keeps it there.">
      {(place) => <Both {...props} {...place} />}
    </FigureFrame>
  );
});

function Both({ shown: fought, step, onPoint, onKeep, width, height, textSize }: Props & FigurePlace) {
  const { sides, steps, lossAt, isRelative, ratios } = fought;
  const shown = Math.min(step, lossAt);
  const geometry = useMemo(() => geometryOf(fought, width, height, textSize), [fought, width, height, textSize]);
  const said = duelWords(sides, ratios[shown] ?? NaN, shown, lossAt, isRelative);
  return (
    <FlowFigure
      geometry={geometry}
      width={width}
      height={height}
      textSize={textSize}
      names={sides.map(({ letter }) => letter)}
      afterWords="after the loss: no gradient"
      lossWords={`the loss, at step ${lossAt.toLocaleString('en-US')}`}
      nothing={geometry.lines.every(({ points }) => points.length === 0) ? 'no step has a gradient that can be drawn' : ''}
      shown={shown}
      isMarked
      lossAt={lossAt}
      heading={`At step ${shown.toLocaleString('en-US')}`}
      rows={sides.map(({ id, name, facts, norms }) => ({
        id,
        name,
        value: rowValue(norms, shown, lossAt, isRelative),
        exact: String(norms[shown] ?? NaN),
        size: `${facts.hiddenSize} ${facts.hiddenSize === 1 ? 'unit' : 'units'} · ${facts.parameterCount.toLocaleString('en-US')} weights`,
      }))}
      words="Every column is one time step; its ink is the gradient left there."
      title={`Gradients of ${sides.map(({ name }) => name).join(' and ')} over ${steps} steps`}
      description={said}
      valueText={`step ${shown}: ${sides.map(({ letter, norms }) => `${letter} ${leftWords(norms, shown, lossAt, isRelative)}`).join(', ')}`}
      openWords={`Keeps the playhead at step ${shown}. For`}
      onPoint={onPoint}
      onOpen={(k) => onKeep(k)}
    />
  );
}

function rowValue(norms: Float64Array, k: number, lossAt: number, isRelative: boolean): string {
  const [norm = NaN, last = NaN] = [norms[k], norms[lossAt]];
  if (!Number.isFinite(norm)) return 'too large for float64';
  if (norm === 0) return 'exactly 0';
  return isRelative && last > 0 && Number.isFinite(last) ? `× ${formatNumber(norm / last)}` : formatNumber(norm);
}

/** The same for both pictures, so that their columns stand under each other. */
function geometryOf({ sides, steps, lossAt, isRelative }: Fought, width: number, height: number, textSize: number) {
  return flowPlot({
    lines: sides.map(({ id, letter, name, norms }) => ({ id, name, stripName: letter, norms, ghost: null })),
    steps,
    lossAt,
    unit: isRelative ? 'relative' : 'absolute',
    width,
    height,
    textSize,
    atLeast: null,
    first: 1,
    ends: ['first step', 'last step'],
    bandWords: width < 44 * textSize ? { vanished: 'vanished', exploded: 'exploded' } : bandWords,
  });
}

export const RatioFigure = inTurn(function RatioFigure(props: Props) {
  const { sides, ratios, lossAt, isRelative } = props.shown;
  const step = Math.min(props.step, lossAt);
  const said = duelWords(sides, ratios[step] ?? NaN, step, lossAt, isRelative);
  return (
    <FigureFrame title="Who has more left, step by step" name="duel-difference" minHeight={170} note="Up: A has more of its gradient left. Down: B has more. The height is logarithmic.">
      {(place) => <Ratio {...props} {...place} step={step} said={said} />}
    </FigureFrame>
  );
});

function Ratio({ shown: fought, step, onPoint, onKeep, width, height, textSize, said }: Props & FigurePlace & { readonly said: string }) {
  const { sides, steps, ratios } = fought;
  const geometry = useMemo(() => {
    const { box } = geometryOf(fought, width, flowHeight(width, textSize, 2), textSize);
    return ratioStrip({ ratios, steps, x: box.x, columns: box.width, width, height, textSize });
  }, [fought, ratios, steps, width, height, textSize]);
  return (
    <RatioStrip
      geometry={geometry}
      width={width}
      height={height}
      textSize={textSize}
      names={[sides[0].letter, sides[1].letter]}
      colours={[colourOf(sides[0].id), colourOf(sides[1].id)]}
      shown={step}
      description={said}
      onPoint={onPoint}
      onKeep={onKeep}
    />
  );
}
