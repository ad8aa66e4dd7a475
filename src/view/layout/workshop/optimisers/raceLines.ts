// The lines of a race over its updates, as numbers: losses, rates, or what else there is one number of after each update.
import type { OptimiserId } from '../../../../engine/learn/optimisers.ts';
import { linesPlot, type Axis, type LinesGeometry } from '../../linesPlot.ts';

export interface RaceLine {
  readonly id: OptimiserId;
  readonly name: string;
  /** One number after each update, the first before any; shorter where a race is under way or has ended early. */
  readonly numbers: ArrayLike<number>;
}

interface RaceLinesInput {
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
/** A logarithmic axis reaches at most so many powers of ten down and up from where the first line begins; what goes farther leaves it with a mark. */
const reach = { down: 12, up: 6 };

export function raceLines({ lines, updates, kind, title, write, size }: RaceLinesInput): LinesGeometry {
  const along: Axis = { kind: 'linear', from: 0, to: Math.max(1, updates), title: 'updates', isWhole: true, write: (value) => value.toLocaleString('en') };
  const height = heightOf(lines, { kind, title, write });
  const ends = kind === 'log' ? height : { from: -Infinity, to: Infinity };
  // Names are set bold, and need a little more room than is reckoned for them.
  return linesPlot({ lines: lines.map((line) => thinned(line, ends)), along, height, names: 'end', size: { ...size, width: size.width - size.textSize } });
}

/** As far as the numbers reach: from 0, or by whole powers of ten, one at least. */
function heightOf(lines: readonly RaceLine[], { kind, title, write }: Pick<RaceLinesInput, 'kind' | 'title' | 'write'>): Axis {
  let [low, high] = [Infinity, 0];
  for (const { numbers } of lines) {
    for (let k = 0; k < numbers.length; k++) {
      const each = numbers[k]!;
      if (!(each > 0 && each < Infinity)) continue;
      low = Math.min(low, each);
      high = Math.max(high, each);
    }
  }
  if (kind === 'linear') return { kind, from: 0, to: high === 0 ? 1 : high * 1.05, title, write };
  const begun = lines.flatMap(({ numbers }) => Array.from(numbers).find((each) => each > 0 && each < Infinity) ?? [])[0];
  if (begun === undefined) return { kind, from: 0.1, to: 1.3, title };
  const middle = Math.log10(begun);
  const to = Math.ceil(Math.min(Math.log10(high), middle + reach.up));
  const from = Math.max(Math.min(to - 1, Math.floor(Math.log10(low))), Math.floor(middle - reach.down));
  // A little more, so that the uppermost number stands below the title.
  return { kind, from: 10 ** from, to: 10 ** to * 1.3, title };
}

/** Every so many numbers, with the last. */
function thinned({ id, name, numbers }: RaceLine, { from, to }: Pick<Axis, 'from' | 'to'>) {
  const stride = Math.ceil(numbers.length / mostPoints);
  const xs = Array.from({ length: Math.ceil(numbers.length / stride) }, (_, k) => k * stride);
  if (xs.length > 0 && xs.at(-1) !== numbers.length - 1) xs.push(numbers.length - 1);
  const drawn = (value: number): number => (value < from ? 0 : value > to ? Infinity : value);
  return { id, name, xs, ys: xs.map((x) => drawn(numbers[x]!)) };
}
