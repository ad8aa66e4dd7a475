// Word vectors [V, D] compared by direction: cosine similarity, the nearest words, analogies a − b + c, a table of all pairs.
// Source: T. Mikolov, W. Yih and G. Zweig, Linguistic regularities in continuous space word representations (2013).
import type { Vector } from '../math/array.ts';
import { magnitude, norm } from '../math/linear.ts';
import { requireWords } from './example.ts';

/** V vectors of D numbers, row by row: a network's `inWeight`, or the one-hot vectors (the identity) to hold against it. */
export interface WordVectors {
  readonly values: Vector;
  readonly dimension: number;
}

interface Neighbour {
  readonly word: number;
  /** Cosine similarity, −1 to 1. */
  readonly similarity: number;
}

interface Analogy {
  /** a − b + c, [D]. */
  readonly point: Vector;
  /** The words nearest to it but a, b and c, nearest first. */
  readonly nearest: readonly Neighbour[];
}

/**
 * (a · b) / (‖a‖ ‖b‖) of two vectors [D], −1 to 1: 1 for the same direction, 0 for a right angle. Right for numbers of any
 * size, as both are divided by their largest magnitude first. Null where one is all zeros or not finite: no direction.
 *
 * @throws Error if their lengths differ.
 */
export function cosineSimilarity(a: Vector, b: Vector): number | null {
  if (a.length !== b.length) {
    throw new Error(`Only vectors of the same length have an angle, but one has ${a.length} numbers and the other ${b.length}.`);
  }
  const scaleA = magnitude(a);
  const scaleB = magnitude(b);
  if (!(scaleA > 0 && scaleA < Infinity && scaleB > 0 && scaleB < Infinity)) return null;
  let ab = 0;
  let aa = 0;
  let bb = 0;
  for (let j = 0; j < a.length; j++) {
    const x = a[j]! / scaleA;
    const y = b[j]! / scaleB;
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  return Math.max(-1, Math.min(1, ab / Math.sqrt(aa * bb))); // rounding may go past 1
}

/** The vector of a word, a view. Throws if there is no such word. */
export function vectorOf({ values, dimension }: WordVectors, word: number): Vector {
  requireWords([word], values.length / dimension);
  return values.subarray(word * dimension, (word + 1) * dimension);
}

/**
 * The words whose vectors have the directions most like that of `point` [D], at most `count`, the most similar first, equal
 * ones by index. Words without a direction, and those of `without`, are left out.
 */
export function nearestTo(vectors: WordVectors, point: Vector, count: number, without: readonly number[] = []): Neighbour[] {
  const all: Neighbour[] = [];
  const V = vectors.values.length / vectors.dimension;
  for (let word = 0; word < V; word++) {
    if (without.includes(word)) continue;
    const similarity = cosineSimilarity(vectorOf(vectors, word), point);
    if (similarity !== null) all.push({ word, similarity });
  }
  return all.toSorted((a, b) => b.similarity - a.similarity).slice(0, count);
}

/** The words nearest to a word, itself left out. Throws if there is no such word. */
export function nearestWords(vectors: WordVectors, word: number, count: number): Neighbour[] {
  return nearestTo(vectors, vectorOf(vectors, word), count, [word]);
}

/**
 * a − b + c: king − man + woman should lie near queen. The three words themselves are left out, as they lie near it anyway.
 *
 * @param lengths 'own': the vectors as they are, so that the numbers are those of the table; 'unit': each of length 1
 *   first, as in the paper, so that frequent words with long vectors count no more than others.
 * @throws Error if there is no such word.
 */
export function analogy(vectors: WordVectors, [a, b, c]: readonly [number, number, number], count: number, lengths: 'own' | 'unit' = 'own'): Analogy {
  const [u, v, w] = [a, b, c].map((word) => (lengths === 'own' ? vectorOf(vectors, word) : unit(vectorOf(vectors, word))));
  const point = u!.map((x, j) => x - v![j]! + w![j]!);
  return { point, nearest: nearestTo(vectors, point, count, [a, b, c]) };
}

/** The similarity of each of these words with each of them, [n][n]; of all words if none are named. */
export function cosineTable(vectors: WordVectors, words?: readonly number[]): (number | null)[][] {
  const V = vectors.values.length / vectors.dimension;
  const rows = (words ?? Array.from({ length: V }, (_, word) => word)).map((word) => vectorOf(vectors, word));
  return rows.map((a) => rows.map((b) => cosineSimilarity(a, b)));
}

/** v / ‖v‖; zeros stay zeros. Scaled first, so that no square is lost. */
function unit(v: Vector): Vector {
  const scale = magnitude(v);
  if (scale === 0) return v;
  const scaled = v.map((x) => x / scale);
  const length = norm(scaled);
  return scaled.map((x) => x / length);
}
