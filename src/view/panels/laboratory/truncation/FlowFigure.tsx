// The gradient that reaches each state: in full, and with the scissors.
import { useMemo } from 'react';
import { linesPlot, type LinesGeometry } from '../../../layout/linesPlot.ts';
import { LinesPlot, type LineLook } from '../../../draw/plot/LinesPlot.tsx';
import { FigureFrame } from '../../pages/FigureFrame.tsx';
import { inTurn } from '../../pages/inTurn.tsx';
import type { ShownCutting } from './RowFigure.tsx';
import { reachWords } from './words.ts';

const looks: Readonly<Record<string, LineLook>> = {
  full: { colour: 'var(--ink-soft)', dashes: '2 5' },
  cut: { colour: 'var(--role-gradient)' },
};

export const FlowFigure = inTurn(function FlowFigure({ shown: { answer, steps, lossAt } }: ShownCutting) {
  return (
    <FigureFrame title="The gradient that is left at each step" name="truncation-gradient" note={reachWords(answer, lossAt)} aspect={2.6} minHeight={230}>
      {({ width, height, textSize }) => <Plot full={answer.full} cut={answer.cut} cuts={answer.cuts} steps={steps} width={width} height={height} textSize={textSize} />}
    </FigureFrame>
  );
});

interface PlotProps {
  readonly full: Float64Array;
  readonly cut: Float64Array;
  readonly cuts: Int32Array;
  readonly steps: number;
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
}

function Plot({ full, cut, cuts, steps, width, height, textSize }: PlotProps) {
  const geometry = useMemo(() => {
    const xs = Float64Array.from(full, (_, k) => k);
    return linesPlot({
      // The whole one lies over the other where they are the same: its dashes let it be seen.
      lines: [
        { id: 'cut', name: 'with the scissors', xs, ys: cut },
        { id: 'full', name: 'the whole gradient', xs, ys: full },
      ],
      along: { kind: 'linear', from: 0, to: steps, title: 'step k', isWhole: true, write: (k) => k.toLocaleString('en-US') },
      height: null,
      heightTitle: '‖∂L/∂h_k‖',
      size: { width, height, textSize },
    });
  }, [full, cut, steps, width, height, textSize]);
  const isEmpty = geometry.lines.every(({ points }) => points.length === 0);
  return (
    <svg width={width} height={height} style={{ display: 'block', fontSize: textSize }} role="img" aria-label={`The norm of the gradient at each of ${steps} steps, in full and with the scissors`}>
      <LinesPlot geometry={geometry} looks={looks} marked={null} ground={<Cuts cuts={cuts} geometry={geometry} />} />
      {isEmpty && (
        <text className="lab-truncation-nothing" x={width / 2} y={height / 2} textAnchor="middle">
          {full.every((norm) => norm === 0) ? 'no step has a gradient that is more than 0' : 'no gradient is a number: something has overflowed'}
        </text>
      )}
    </svg>
  );
}

/** A dashed line at every cut; where they are close together, none, as they would fill the plot. */
function Cuts({ cuts, geometry: { box, xOf } }: { readonly cuts: Int32Array; readonly geometry: LinesGeometry }) {
  if (cuts.length > box.width / 6) return null;
  const path = Array.from(cuts, (t) => `M${xOf(t + 0.5).toFixed(1)},${box.y}v${box.height}`).join('');
  return <path className="lab-truncation-cuts" d={path} />;
}
