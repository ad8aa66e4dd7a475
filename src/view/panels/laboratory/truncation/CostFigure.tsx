// What each length of the window costs: how far the truncated gradient is from the whole one, and how far it points away from it.
import { useMemo } from 'react';
import { grouped } from '../../../../state/limits.ts';
import { linesPlot, type Axis } from '../../../layout/linesPlot.ts';
import { LinesPlot } from '../../../draw/plot/LinesPlot.tsx';
import { PowerText } from '../../../draw/plot/PowerText.tsx';
import { FigureFrame } from '../../pages/FigureFrame.tsx';
import { inTurn } from '../../pages/inTurn.tsx';
import type { Cutting, ShownCutting } from './RowFigure.tsx';
import { costAt, costWords } from './words.ts';

export const CostFigure = inTurn(function CostFigure({ shown: { answer, steps, window } }: ShownCutting) {
  return (
    <FigureFrame title="What a window costs" name="truncation-cost" note={<PowerText text={costWords(answer, window, steps)} />} aspect={3} minHeight={230}>
      {(size) => <Plots {...size} answer={answer} steps={steps} window={window} />}
    </FigureFrame>
  );
});

type Size = { readonly width: number; readonly height: number; readonly textSize: number };

/** Ends of the two axes: few, so that they stand still while something is dragged. A third of an angle's end is a whole number. */
const errorEnds = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 20];
const angleEnds = [6, 15, 45, 90, 180];
const largestOf = (values: Float64Array): number => values.reduce((most, each) => (Number.isFinite(each) && each > most ? each : most), 0);
const endFor = (ends: readonly number[], largest: number): number | undefined => ends.find((end) => end >= largest);
const thirds = (end: number): number[] => [0, end / 3, (2 * end) / 3, end];
const rounded = (value: number): string => String(Number(value.toPrecision(3)));
const writePercent = (value: number): string => `${rounded(value * 100)} %`;

/** Beside each other where there is room, else below each other; both share the windows along their axes. */
function Plots({ answer, steps, window, width, height, textSize }: Size & Pick<Cutting, 'answer' | 'steps' | 'window'>) {
  const { windows, errors, angles } = answer;
  const isWide = width > 40 * textSize;
  const size = useMemo(
    () => (isWide ? { width: (width - textSize) / 2, height, textSize } : { width, height: height / 2, textSize }),
    [isWide, width, height, textSize],
  );
  const [error, angle] = useMemo(() => {
    const along: Axis = { kind: 'log', from: windows[0] ?? 1, to: Math.max(2, steps), title: 'window, in steps', isWhole: true, write: grouped };
    const errorEnd = endFor(errorEnds, largestOf(errors));
    const errorAxis: Axis | null = errorEnd === undefined ? null : { kind: 'linear', from: 0, to: errorEnd, title: 'error of the gradient', write: writePercent };
    const angleEnd = endFor(angleEnds, largestOf(angles)) ?? 180;
    const angleAxis: Axis = { kind: 'linear', from: 0, to: angleEnd, at: thirds(angleEnd), title: 'angle to the whole gradient', write: (value) => `${rounded(value)}°` };
    return [
      // A state that is reset can make the gradient thousands of times too large.
      linesPlot({ lines: [{ id: 'error', name: '', xs: windows, ys: errors }], along, height: errorAxis, heightTitle: 'error, in times the gradient', size }),
      linesPlot({ lines: [{ id: 'angle', name: '', xs: windows, ys: angles }], along, height: angleAxis, size }),
    ];
  }, [windows, errors, angles, steps, size]);
  const cost = costAt(answer, window);
  const marked = Math.min(window, steps);
  return (
    <svg width={width} height={height} style={{ display: 'block', fontSize: textSize }} role="img" aria-label={costWords(answer, window, steps)}>
      <LinesPlot geometry={error} looks={errorLook} marked={marked}>
        <Mark at={error.xOf(marked)} y={error.yOf(cost.error)} />
      </LinesPlot>
      <g transform={isWide ? `translate(${size.width + textSize} 0)` : `translate(0 ${size.height})`}>
        <LinesPlot geometry={angle} looks={angleLook} marked={marked}>
          <Mark at={angle.xOf(marked)} y={angle.yOf(cost.angle)} />
        </LinesPlot>
      </g>
    </svg>
  );
}

const errorLook = { error: { colour: 'var(--role-gradient)', points: 'full' } } as const;
const angleLook = { angle: { colour: 'var(--role-output)', points: 'full' } } as const;

function Mark({ at, y }: { readonly at: number; readonly y: number | null }) {
  return y === null ? null : <circle className="lab-truncation-mark" cx={at} cy={y} r={8} />;
}
