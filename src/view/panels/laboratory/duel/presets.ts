// Duels to begin with: one thing is different, all else the same.
import type { Duellist } from '../../../../state/laboratory/laboratory.ts';

interface Preset {
  readonly id: string;
  readonly words: string;
  readonly duel: readonly [Duellist, Duellist];
}

const sigma = (value: number) => ({ by: 'singular', value }) as const;

export const presets: readonly Preset[] = [
  { id: 'cells', words: 'tanh vs LSTM', duel: [{ cell: 'rnn_tanh' }, { cell: 'lstm' }] },
  // As the schemes leave W_hh: scaled to one stretch they would be less different.
  { id: 'schemes', words: 'orthogonal vs uniform', duel: [{ cell: 'rnn_tanh', scheme: 'orthogonal', stretch: null }, { cell: 'rnn_tanh', scheme: 'uniform', stretch: null }] },
  { id: 'stretch', words: 'σ 0.9 vs σ 1.1', duel: [{ cell: 'rnn_tanh', stretch: sigma(0.9) }, { cell: 'rnn_tanh', stretch: sigma(1.1) }] },
  { id: 'bias', words: 'forget bias 0 vs 3', duel: [{ cell: 'lstm', gateBias: 0 }, { cell: 'lstm', gateBias: 3 }] },
  { id: 'activations', words: 'tanh vs ReLU', duel: [{ cell: 'rnn_tanh' }, { cell: 'rnn_relu' }] },
];
