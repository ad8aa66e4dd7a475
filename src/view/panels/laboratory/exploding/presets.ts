// Settings with which something runs away, each one press away. A ReLU switches about half of its units off, so a matrix that turns without squeezing
// (orthogonal) explodes sooner than one whose largest singular value alone is large.
import type { Laboratory } from '../../../../state/laboratory/laboratory.ts';

export interface Preset {
  readonly id: string;
  readonly name: string;
  readonly changes: Pick<Laboratory, 'network' | 'scheme' | 'stretch' | 'steps' | 'lossAt'>;
}

export const presets: readonly Preset[] = [
  { id: 'relu', name: 'ReLU, σ = 1.5', changes: { network: 'rnn_relu', scheme: 'orthogonal', stretch: { by: 'singular', value: 1.5 }, steps: 30, lossAt: null } },
  { id: 'relu2', name: 'ReLU, σ = 2', changes: { network: 'rnn_relu', scheme: 'orthogonal', stretch: { by: 'singular', value: 2 }, steps: 30, lossAt: null } },
  { id: 'tanh', name: 'tanh, σ = 3', changes: { network: 'rnn_tanh', scheme: 'orthogonal', stretch: { by: 'singular', value: 3 }, steps: 100, lossAt: null } },
  { id: 'overflow', name: 'ReLU until it overflows', changes: { network: 'rnn_relu', scheme: 'orthogonal', stretch: { by: 'singular', value: 3 }, steps: 1000, lossAt: null } },
];

/** What a preset would change, as it is now. */
export function settingsOf({ network, scheme, stretch, steps, lossAt }: Laboratory): Preset['changes'] {
  return { network, scheme, stretch, steps, lossAt };
}
