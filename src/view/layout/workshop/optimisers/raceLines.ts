// The lines of a race over its updates, as numbers: losses, rates, or what else there is one number of after each update.
import type { OptimiserId } from '../../../../engine/learn/optimisers.ts';
import { linesPlot, type Axis, type LinesGeometry } from '../../laboratory/linesPlot.ts';

export interface RaceLine {
  readonly id: OptimiserId;
  readonly name: string;
  /** One number after each update, the first before any; shorter where a race is under way or has ended early. */
  readonly numbers: ArrayLike<number>;
}

export interface RaceLinesInput {
  readonly lines: readonly RaceLine[];
  readonly updates: number;
  /** Linear from 0 up, or logarithmic as far as the numbers reach. */
  readonly kind: 'linear' | 'log';
  readonly title: string;
  readonly write: (value: number) => string;
  readonly size: { readonly width: number; readonly height: number; readonly textSize: number };
}

/** More points than this on a line cannot be told apart. */
const mostPoints = 1200;

export function raceLines({ lines, updates, kind, title, write, size }: RaceLinesInput): LinesGeometry {
  const along: Axis = { kind: 'linear', from: 0, to: Math.max(1, updates), title: 'updates', isWhole: true, write: (value) => value.toLocaleString('en') };
  const top = lines.reduce((most, { numbers }) => Array.from(numbers).reduce((high, each) => (each > high && each < Infinity ? each : high), most), 0);
  const height: Axis | null = kind === 'log' ? null : { kind: 'linear', from: 0, to: top === 0 ? 1 : top * 1.05, title, write };
  return linesPlot({ lines: lines.map(thinned), along, height, heightTitle: title, names: 'end', size });
}

/** Every so many numbers, with the last. */
function thinned({ id, name, numbers }: RaceLine) {
  const stride = Math.ceil(numbers.length / mostPoints);
  const xs = Array.from({ length: Math.ceil(numbers.length / stride) }, (_, k) => k * stride);
  if (xs.length > 0 && xs.at(-1) !== numbers.length - 1) xs.push(numbers.length - 1);
  return { id, name, xs, ys: xs.map((x) => numbers[x]!) };
}
