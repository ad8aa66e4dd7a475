// The hidden vector: word indices → h [D], the mean of their vectors in in.weight [V, D], and back: ∂L/∂h → ∂L/∂in.weight.
// For a single word the mean is its vector. No activation function (Mikolov et al., 2013, section 3).
import type { Vector } from '../math/array.ts';
import type { Word2VecNetwork } from './network.ts';

/** h ← (1/n) Σ in.weight[word] over the n words read. A repeated word counts repeatedly. */
export function readHidden({ inWeight, dimension }: Word2VecNetwork, reads: Int32Array, hidden: Vector): void {
  hidden.fill(0);
  for (let i = 0; i < reads.length; i++) {
    const at = reads[i]! * dimension;
    for (let j = 0; j < dimension; j++) hidden[j]! += inWeight[at + j]!;
  }
  for (let j = 0; j < dimension; j++) hidden[j]! /= reads.length;
}

/** ∂L/∂in.weight[word] += ∂L/∂h / n for each of the n words read. `gradients` has the layout of the parameters. */
export function spreadHidden({ dimension }: Word2VecNetwork, reads: Int32Array, dHidden: Vector, gradients: Vector): void {
  for (let i = 0; i < reads.length; i++) {
    const at = reads[i]! * dimension;
    for (let j = 0; j < dimension; j++) gradients[at + j]! += dHidden[j]! / reads.length;
  }
}
