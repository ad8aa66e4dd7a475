// Which learner is taken: the kernel where there is enough to compute, the plain loops for little of it and where no kernel can be.
import { kernelLearner } from '../kernel/learner.ts';
import { plainLearner, type Learner } from '../learn/learner.ts';
import type { Network } from '../network.ts';

/**
 * Weights times time steps from which on the kernel is taken. It pays from about ten million on: writing one takes some 10 ms, in which the
 * plain loops do as many (`npm run bench` measures both). It is taken far earlier because its functions are its own: Math.tanh and
 * Math.exp differ in the last bit from browser to browser, and a long training makes other weights of that, so that a link would not
 * show everyone the same numbers.
 */
const worthIt = 200_000;

/** A learner that begins with these parameters and will compute `steps` time steps in all. */
export function learnerFor(network: Network, initial: Float64Array, steps: number): Learner {
  const isWorthIt = steps * network.program.parameterCount >= worthIt;
  return (isWorthIt ? kernelLearner(network, initial) : null) ?? plainLearner(network, initial);
}
