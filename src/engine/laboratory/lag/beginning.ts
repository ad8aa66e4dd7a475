// The network of a training over a lag, and the weights that it starts with: PyTorch's uniform scheme, but for the keeping gate's bias.
import { createNetwork, type Network } from '../../network.ts';
import { initialParameters } from '../../recipe/parameters.ts';
import { keepingGate } from '../recurrent.ts';
import { usualGateBias, type LagJob } from './job.ts';
import { lagTasks } from './tasks.ts';

/** Throws an `Error` in words where a number of the job cannot be. */
export function beginningOf({ task, lag, cell, hiddenSize, seed, gateBias = usualGateBias }: LagJob): { readonly network: Network; readonly parameters: Float64Array } {
  if (!Number.isInteger(lag) || lag < 1) throw new Error(`A lag is a whole number of steps from 1, but it is ${lag}.`);
  if (gateBias !== null && !Number.isFinite(gateBias)) throw new Error(`The bias of the gate is a number, but it is ${gateBias}.`);
  const { loss, inputSize, outputSize } = lagTasks[task];
  const network = createNetwork({ cell, topology: 'many-to-one', loss, biases: 'one', timeReduction: 'sum', inputSize, hiddenSize, outputSize });
  const parameters = initialParameters(network, { initialisation: { scheme: 'uniform', scale: 1, seed }, baseInputSize: inputSize });
  if (gateBias === null) return { network, parameters };
  const bias = network.program.parameters.find(({ symbol }) => symbol === `b_${keepingGate(network)?.gate}`);
  if (bias) parameters.fill(gateBias, bias.offset, bias.offset + bias.rows);
  return { network, parameters };
}
