// What clipping does to a gradient ∂L/∂θ [n]: its length and direction before and after, and its largest entries by name.
import { clippedGradient } from '../learn/clipped.ts';
import type { Clipping } from '../learn/optimisers.ts';
import { norm } from '../math/linear.ts';
import type { Program } from '../equation/program.ts';
import { angleBetween } from './angle.ts';
import type { Questions } from './questions.ts';

type Explosion = Questions['explosion']['answer'];
type Clipped = Pick<Explosion, 'norm' | 'clippedNorm' | 'cosine' | 'changedEntries' | 'entries'>;

/** How many entries are named. */
const named = 12;

/** A copy of the gradient, clipped; the very same numbers where there is no clipping. */
export const clippedOf = (gradient: Float64Array, clipping: Clipping | null): Float64Array => clippedGradient(gradient, clipping ?? {}).values;

/** Holds a gradient against what clipping has made of it. */
export function comparedWith({ parameters }: Program, before: Float64Array, after: Float64Array): Clipped {
  const size = (i: number): number => (Number.isNaN(before[i]) ? Infinity : Math.abs(before[i]!));
  const all = parameters.flatMap(({ symbol, offset, rows, columns }) =>
    Array.from({ length: rows * columns }, (_, n) => ({ i: offset + n, symbol, unit: Math.floor(n / columns) + 1, column: (n % columns) + 1 })),
  );
  // Equal ones stay in the order of the parameters; ∞ − ∞ would be no order.
  const largest = all.sort((a, b) => (size(a.i) === size(b.i) ? a.i - b.i : size(b.i) - size(a.i))).slice(0, named);
  return {
    norm: norm(before),
    clippedNorm: norm(after),
    cosine: Math.cos(angleBetween(before, after)),
    changedEntries: before.reduce((count, x, i) => count + (Object.is(x, after[i]) ? 0 : 1), 0),
    entries: largest.map(({ i, symbol, unit, column }) => ({ symbol, unit, column, before: before[i]!, after: after[i]! })),
  };
}
