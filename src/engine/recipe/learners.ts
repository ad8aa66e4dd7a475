// Which learner is taken: the kernel where there is enough to compute, the plain loops for little of it and where no kernel can be.
import { kernelLearner } from '../kernel/learner.ts';
import { plainLearner, type Learner } from '../learn/learner.ts';
import type { Network } from '../network.ts';

/**
 * Weights times time steps from which on it pays to write a kernel: writing one takes some 10 ms, in which the plain loops do about
 * as many (`npm run bench` measures both).
 */
const worthIt = 10_000_000;

/** A learner that begins with these parameters and will compute `steps` time steps in all. */
export function learnerFor(network: Network, initial: Float64Array, steps: number): Learner {
  const isWorthIt = steps * network.program.parameterCount >= worthIt;
  return (isWorthIt ? kernelLearner(network, initial) : null) ?? plainLearner(network, initial);
}
