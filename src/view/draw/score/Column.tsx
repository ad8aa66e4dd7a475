// One time step: its input, its state, its output if it has one, the arrows into them, and the word below.
import { memo } from 'react';
import type { Reference } from '../../../engine/reference.ts';
import type { ColumnLayout } from '../../layout/score.ts';
import { gradientWidth } from '../../layout/gradientWidth.ts';
import { formatShort } from '../../theme/format.ts';
import { stateView } from './geometry.ts';
import { Arrow, type ArrowState } from './Arrow.tsx';
import { InputBox } from './InputBox.tsx';
import { markAttributes } from './markAttributes.ts';
import { OutputBox } from './OutputBox.tsx';
import type { Paint } from './paint.ts';
import { PlaceText } from './PlaceText.tsx';
import { StateBox } from './StateBox.tsx';
import { SymbolText } from './SymbolText.tsx';

export interface ColumnProps {
  readonly paint: Paint;
  /** With its axis at 0. */
  readonly column: ColumnLayout;
  /** Right edge of the state before, from this column's axis. */
  readonly arrowFrom: number;
  readonly selection: Reference | null;
  readonly flying?: ReadonlySet<string> | undefined;
  /** Everything that it looks like: while this stays the same, it is not drawn again. */
  readonly stamp: string;
  /** How much of the arrows is seen: they go as the columns fold. */
  readonly arrows: number;
}

export const Column = memo(ColumnView, (a, b) => a.stamp === b.stamp && a.selection === b.selection && a.paint.scene.numbers === b.paint.scene.numbers);

function ColumnView({ paint, column, arrowFrom, selection, flying, arrows }: ColumnProps) {
  const { scene, layout } = paint;
  const { t } = column;
  const step = scene.trace.steps[t - 1];
  const isNow = scene.moment?.t === t;
  const { staves } = layout;
  return (
    <>
      {arrows > 0 && (
        <g opacity={arrows < 1 ? arrows : undefined}>
          <StepArrows paint={paint} column={column} arrowFrom={arrowFrom} selection={selection} />
        </g>
      )}
      <InputBox paint={paint} column={column} selection={selection} />
      {step?.readout && <OutputBox paint={paint} column={column} selection={selection} flying={flying} />}
      <StateBox paint={paint} column={column} selection={selection} flying={flying} />
      {column.room >= 34 && (arrows > 0 || t === layout.spec.current) && (
        <PlaceText
          x={0}
          y={staves.word}
          room={column.room - 6}
          size={column.room >= 92 ? 16 : 12}
          weight={isNow ? 700 : 500}
          text={scene.tokens[t - 1] ?? ''}
          className={`score-word ${isNow ? 'is-now' : ''}`}
        />
      )}
      {column.room >= 34 && (arrows > 0 || t === layout.spec.current) && (
        <text className="score-time" x={0} y={staves.time} fontSize={12}>
          {`t = ${t}`}
        </text>
      )}
    </>
  );
}

interface ArrowsProps {
  readonly paint: Paint;
  readonly column: ColumnLayout;
  readonly arrowFrom: number;
  readonly selection: Reference | null;
}

function StepArrows({ paint, column, arrowFrom, selection }: ArrowsProps) {
  const { scene, layout, state, ranges } = paint;
  const { t } = column;
  const { moment } = scene;
  const { staves } = layout;
  const step = scene.trace.steps[t - 1];
  const isBackward = layout.spec.pair > 0;
  const isNow = (symbol: string): boolean => moment !== null && moment.t === t && moment.makes === symbol;
  const known = (symbol: string, at = t): boolean => scene.read({ symbol, t: at, unit: 1 }) !== null;
  const stateOf = (symbol: string): ArrowState => (isNow(symbol) ? 'now' : known(symbol) ? 'done' : 'future');
  const centreY = staves.states.y + staves.states.height / 2;
  const stateTop = staves.states.y;
  const stateBottom = stateTop + staves.states.height;
  const outputBottom = staves.outputs.y + staves.outputs.height;
  const isWide = column.room >= 92;
  const labelled = isWide && staves.inputs.y - stateBottom >= 26;
  const left = stateView(paint, column).box.x;
  const gap = left - arrowFrom;
  const factor = scene.read({ symbol: 'factor', t });
  const norm = scene.numbers.gradientNorm(state, t);
  const isPassing = moment?.kind === 'pass' && moment.t === t;
  const outX = column.output.x + column.output.width / 2;
  return (
    <>
      <Arrow tone="input" state={isBackward ? 'done' : stateOf('W_xh·x')} from={[0, staves.inputs.y - 2]} to={[0, stateBottom + 3]} />
      {labelled && <SymbolText plain="W_xh" size={12} className="score-label" x={9} y={(staves.inputs.y + stateBottom) / 2 + 4} aria-hidden="true" />}
      {isBackward ? (
        factor !== null ? (
          <Arrow tone="gradient" state={isPassing ? 'now' : 'done'} from={[left - 1, centreY]} to={[arrowFrom + 2, centreY]} width={gradientWidth(norm, ranges.longestGradient)} />
        ) : (
          <Arrow tone="gradient" state="future" from={[left - 1, centreY]} to={[arrowFrom + 2, centreY]} />
        )
      ) : (
        <Arrow tone="state" state={t === 1 && !known('W_hh·h') ? 'future' : stateOf('W_hh·h')} from={[arrowFrom + 1, centreY]} to={[left - 2, centreY]} />
      )}
      {isWide && !isBackward && gap >= 44 && t > 1 && (
        <SymbolText plain="W_hh" size={12} className="score-label is-middle" x={(arrowFrom + left) / 2} y={centreY - 9} aria-hidden="true" />
      )}
      {/* Where nothing comes back there is nothing to compare: 0/0 is no factor. */}
      {factor !== null && !Number.isNaN(factor) && isWide && <Factor paint={paint} value={factor} t={t} selection={selection} x={(arrowFrom + left) / 2} y={gap >= 46 ? centreY - 10 : stateTop - 8} />}
      {step?.readout &&
        (isBackward && known(`d${state}_out`) ? (
          <Arrow tone="gradient" state={isNow(`d${state}_out`) ? 'now' : 'done'} from={[outX, outputBottom + 1]} to={[outX, stateTop - 3]} width={gradientWidth(outNorm(paint, t), ranges.longestGradient)} />
        ) : (
          <Arrow tone="output" state={isBackward ? 'done' : stateOf('W_hy·h')} from={[outX, stateTop - 1]} to={[outX, outputBottom + 3]} />
        ))}
      {step?.readout && labelled && (!isBackward || column.room >= 130) && <SymbolText plain="W_hy" size={12} className="score-label" x={outX + 9} y={(stateTop + outputBottom) / 2 + 4} aria-hidden="true" />}
    </>
  );
}

/** Length of the gradient that comes from the output of step t. */
function outNorm({ scene, state, layout }: Paint, t: number): number {
  const parts = Array.from({ length: layout.spec.units }, (_, k) => scene.read({ symbol: `d${state}_out`, t, unit: k + 1 }) ?? 0);
  return Math.hypot(...parts);
}

interface FactorProps {
  readonly paint: Paint;
  readonly value: number;
  readonly t: number;
  readonly x: number;
  readonly y: number;
  readonly selection: Reference | null;
}

/** By how much the gradient got longer or shorter on its way through this step. */
function Factor({ paint, value, t, x, y, selection }: FactorProps) {
  const reference: Reference = { symbol: 'factor', t };
  const text = `×${formatShort(value, paint.digits)}`;
  const width = text.length * 7.4 + 8;
  return (
    <g {...markAttributes(paint, reference, value, selection, { className: 'score-factor', written: text })}>
      <rect className="score-hit" x={x - width / 2} y={y - 13} width={width} height={18} rx={4} />
      <text x={x} y={y} fontSize={12.5}>
        {text}
      </text>
    </g>
  );
}
