// The networks of the laboratory: any cell, one output at every step, squared error.
import { Kept } from '../kept.ts';
import { createNetwork, type Network } from '../network.ts';
import type { NetworkSetting } from './setup.ts';

/** X, the number of different words. */
export const wordCount = 5;

export type Sized = Pick<NetworkSetting, 'cell' | 'hiddenSize'>;

const networks = new Kept<string, Network>(32);

/** The network of a setting. Throws an `Error` in words where there can be none. */
export function networkOf({ cell, hiddenSize }: Sized): Network {
  const key = `${cell} ${hiddenSize}`;
  const known = networks.get(key);
  if (known) return known;
  const network = createNetwork({
    cell, hiddenSize, topology: 'many-to-many-synced', loss: 'mse', biases: 'one', timeReduction: 'sum', inputSize: wordCount, outputSize: 1,
  });
  networks.set(key, network);
  return network;
}
