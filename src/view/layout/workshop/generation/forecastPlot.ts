// A series and what a network said of it, as lines over time; and how far off it was by steps ahead. Pure numbers.
import { extent } from 'd3-array';
import { linesPlot, type Axis, type Line, type LinesGeometry } from '../../linesPlot.ts';

interface Size {
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
}

interface ForecastInput {
  readonly given: number;
  /** From time 1 on; predictions one step ahead from time 2 on; those of its own from time `given` + 1 on. */
  readonly truth: readonly number[];
  readonly oneStep: readonly number[];
  readonly free: readonly number[];
  readonly unit: string;
  readonly size: Size;
}

const from = (start: number, values: readonly number[]): Pick<Line, 'xs' | 'ys'> => ({ xs: values.map((_, k) => start + k), ys: values });

/** Ends of an axis that holds all that is finite, with a little room. */
function heightOf(values: readonly number[], title: string, least?: number): Axis {
  const [low = 0, high = 1] = extent(values.filter(Number.isFinite));
  const pad = (high - low || 1) * 0.06;
  return { kind: 'linear', from: least ?? low - pad, to: high + pad, title };
}

export function forecastPlot({ given, truth, oneStep, free, unit, size }: ForecastInput): LinesGeometry {
  // The line of its own begins at the last value that is given.
  const own = [truth[given - 1] ?? NaN, ...free];
  return linesPlot({
    lines: [
      { id: 'truth', name: 'truth', ...from(1, truth) },
      { id: 'oneStep', name: 'one step ahead', ...from(2, oneStep) },
      { id: 'free', name: 'on its own', ...from(given, own) },
    ],
    along: { kind: 'linear', from: 1, to: Math.max(2, truth.length), title: 'time step', isWhole: true },
    height: heightOf([...truth, ...oneStep, ...free], unit === '' ? 'value' : unit),
    names: 'end',
    size,
  });
}

interface ErrorsInput {
  readonly free: readonly number[];
  readonly oneStep: readonly number[];
  readonly same: readonly number[];
  readonly unit: string;
  readonly size: Size;
}

export function errorsPlot({ free, oneStep, same, unit, size }: ErrorsInput): LinesGeometry {
  return linesPlot({
    lines: [
      { id: 'free', name: 'on its own', ...from(1, free) },
      { id: 'oneStep', name: 'one step ahead', ...from(1, oneStep) },
      { id: 'same', name: 'last value again', ...from(1, same) },
    ],
    along: { kind: 'linear', from: 1, to: Math.max(2, free.length), title: 'steps after the last that is given', isWhole: true },
    height: heightOf([0, ...free, ...oneStep, ...same], unit === '' ? 'error' : `error, ${unit}`, 0),
    names: 'end',
    size,
  });
}
