// Setups for tests: what differs from an ordinary one is said.
import type { NetworkSetting, Sequence, Setup } from '../../../src/engine/laboratory/setup.ts';

export const laboratoryCells = ['rnn_tanh', 'rnn_sigmoid', 'rnn_relu', 'lstm', 'gru'] as const;

export function setupOf({ sequence = {}, network = {} }: { readonly sequence?: Partial<Sequence>; readonly network?: Partial<NetworkSetting> } = {}): Setup {
  const steps = sequence.steps ?? 8;
  return {
    sequence: { steps, seed: 3, strength: 1, lossAt: steps, ...sequence },
    network: { cell: 'rnn_tanh', hiddenSize: 4, scheme: 'uniform', stretch: { by: 'singular', value: 0.95 }, gateBias: null, ...network },
  };
}
