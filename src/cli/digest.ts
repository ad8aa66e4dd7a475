// A short stand-in for a long array of numbers, by which it can still be told apart from another (test/golden/README.md, section 9).
import { norm } from '../engine/math/linear.ts';

export interface Digest {
  readonly digest: true;
  readonly shape: readonly number[];
  /** Σ v_j. */
  readonly sum: number;
  /** √Σ v_j². */
  readonly l2: number;
  /** Σ v_j cos(j + 1), j from 0, which tells two orders of the same numbers apart. */
  readonly wsum: number;
  /** The first and the last four. */
  readonly head: readonly number[];
  readonly tail: readonly number[];
}

/** The digest of an array of this shape, given row by row, whole or in parts of any lengths one after another. */
export function digestOf(parts: Iterable<Float64Array>, shape: readonly number[]): Digest {
  let sum = 0;
  let wsum = 0;
  let j = 0;
  const norms: number[] = [];
  const head: number[] = [];
  let tail: number[] = [];
  for (const part of parts) {
    for (let k = 0; k < part.length; k++) {
      j++;
      sum += part[k]!;
      wsum += part[k]! * Math.cos(j);
    }
    norms.push(norm(part));
    head.push(...part.subarray(0, 4 - head.length));
    tail = [...tail, ...part.slice(-4)].slice(-4);
  }
  return { digest: true, shape, sum, l2: norm(Float64Array.from(norms)), wsum, head, tail };
}
