// The update of word2vec: plain gradient descent on those rows alone that an example has a gradient for, with η falling evenly over the
// training. Source: word2vec.c of T. Mikolov et al. (2013).
import { descend } from '../learn/optimisers/descent.ts';
import type { Vector } from '../math/array.ts';
import type { Update } from './train.ts';

/** η never falls below this part of the first one. */
const leastPart = 1e-4;

/** η of update `done` (0-based) of `total`: from the first one evenly down to almost nothing. */
export function fallingRate(first: number, done: number, total: number): number {
  return first * Math.max(leastPart, 1 - done / Math.max(1, total));
}

/** Goes along the gradients by η, which is asked for at every update. */
export function rowDescent(dimension: number, rate: () => number): Update {
  return (parameters, gradients, rows) => {
    const step = rate();
    if (rows === null) descend(parameters, gradients, step);
    else for (let i = 0; i < rows.length; i++) descendRow(parameters, gradients, step, rows[i]! * dimension, dimension);
  };
}

function descendRow(parameters: Vector, gradients: Vector, rate: number, at: number, dimension: number): void {
  for (let j = at; j < at + dimension; j++) parameters[j]! -= rate * gradients[j]!;
}
