// The network of a training over a lag, and the weights that it starts with: PyTorch's uniform scheme, but for the keeping gate's bias.
import { createNetwork, type Network } from '../../network.ts';
import { initialParameters } from '../../recipe/parameters.ts';
import { keepingGate } from '../recurrent.ts';
import type { LagJob } from './job.ts';
import { lagTasks } from './tasks.ts';

/**
 * Gates start open for lags like those of the page: σ(4) keeps 98 % of the state a step, half of it over about 38 steps. C. Tallec and Y. Ollivier, Can
 * recurrent neural networks warp time?, 2018, start them at the logarithm of the lags to be expected; R. Jozefowicz et al., 2015, at 1, with which
 * four millionths are left after 40 steps.
 */
export const usualGateBias = 4;

/** Throws an `Error` in words where a number of the job cannot be. */
export function beginningOf({ task, lag, cell, hiddenSize, seed, gateBias = usualGateBias }: LagJob): { readonly network: Network; readonly parameters: Float64Array } {
  if (!Number.isInteger(lag) || lag < 1) throw new Error(`A lag is a whole number of steps from 1, but it is ${lag}.`);
  if (!Number.isFinite(gateBias)) throw new Error(`The bias of the gate is a number, but it is ${gateBias}.`);
  const { loss, inputSize, outputSize } = lagTasks[task];
  const network = createNetwork({ cell, topology: 'many-to-one', loss, biases: 'one', timeReduction: 'sum', inputSize, hiddenSize, outputSize });
  const parameters = initialParameters(network, { initialisation: { scheme: 'uniform', scale: 1, seed }, baseInputSize: inputSize });
  const bias = network.program.parameters.find(({ symbol }) => symbol === `b_${keepingGate(network)?.gate}`);
  if (bias) parameters.fill(gateBias, bias.offset, bias.offset + bias.rows);
  return { network, parameters };
}
