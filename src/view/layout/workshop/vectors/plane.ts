// Where words lie in a plane: learned vectors along their two principal components, one-hot vectors along two of theirs. Pure numbers.
import { spreadOf, type Spread } from '../../../../engine/math/spread.ts';
import type { WordVectors } from '../../../../engine/word2vec/vectors.ts';
import type { Point } from '../../directLabels.ts';
import { principalPlane } from '../principal.ts';

export interface WordPlane {
  /** One a word, in the order of the words. */
  readonly points: readonly Point[];
  /** Parts of the whole variance that the two axes hold, 0 to 1. */
  readonly shares: readonly [number, number];
}

/** Null where a vector is no number, or there are fewer than two words. */
export function learnedPlane({ values, dimension: D }: WordVectors, words: readonly number[]): WordPlane | null {
  const rows = words.map((word) => values.subarray(word * D, (word + 1) * D));
  const plane = principalPlane(spreadNow(rows, D));
  return plane && { points: rows.map((row) => plane.project(row, 0)), shares: plane.shares };
}

/** How some words spread: few enough to be counted without a pause. */
function spreadNow(rows: readonly Float64Array[], D: number): Spread {
  const counting = spreadOf(rows, D);
  for (;;) {
    const { done, value } = counting.next();
    if (done === true) return value;
  }
}

/**
 * One-hot vectors of n words vary as much in every direction (but the one in which all are equal), so that any two directions at right angles are
 * principal components. These two give each word the same room: √(2/n) cos(2πk/n) and √(2/n) sin(2πk/n).
 */
export function oneHotPlane(n: number): WordPlane {
  // Of two words the second direction is no other one; one word alone does not vary.
  const size = n > 2 ? Math.sqrt(2 / n) : n === 2 ? Math.SQRT1_2 : 0;
  const points = Array.from({ length: n }, (_, k) => ({ x: size * Math.cos((2 * Math.PI * k) / n), y: size * Math.sin((2 * Math.PI * k) / n) }));
  const share = n > 2 ? 1 / (n - 1) : n === 2 ? 1 : 0;
  return { points, shares: n > 2 ? [share, share] : [share, 0] };
}
