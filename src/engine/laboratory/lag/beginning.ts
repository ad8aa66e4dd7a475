// The network of a training over a lag, and the weights that it starts with.
import { createNetwork, type Network } from '../../network.ts';
import { initialParameters } from '../../recipe/parameters.ts';
import type { LagJob } from './job.ts';
import { lagTasks } from './tasks.ts';

/** The LSTM's forget gate starts open, as R. Jozefowicz, W. Zaremba and I. Sutskever, 2015, recommend; no other cell has one. */
export const forgetBias = 1;

/** Throws an `Error` in words where a number of the job cannot be. */
export function beginningOf({ task, lag, cell, hiddenSize, seed }: LagJob): { readonly network: Network; readonly parameters: Float64Array } {
  if (!Number.isInteger(lag) || lag < 1) throw new Error(`A lag is a whole number of steps from 1, but it is ${lag}.`);
  const { loss, inputSize, outputSize } = lagTasks[task];
  const network = createNetwork({ cell, topology: 'many-to-one', loss, biases: 'one', timeReduction: 'sum', inputSize, hiddenSize, outputSize });
  const initialisation = { scheme: 'uniform', scale: 1, seed, forgetBias } as const;
  return { network, parameters: initialParameters(network, { initialisation, baseInputSize: inputSize }) };
}
