// The laboratory as it stands when it is first opened.
import { usualGateBias } from '../../engine/laboratory/lag/job.ts';
import type { Laboratory } from './laboratory.ts';

export const initialLaboratory: Laboratory = {
  experiment: 'flow',
  networks: ['rnn_tanh', 'rnn_sigmoid', 'rnn_relu', 'lstm', 'gru'],
  network: 'rnn_tanh',
  quantity: 'state',
  relative: true,
  step: null,
  hiddenSize: 16,
  matched: 'units',
  steps: 30,
  seed: 7,
  strength: 1,
  lossAt: null,
  scheme: 'uniform',
  stretch: { by: 'singular', value: 0.95 },
  gateBias: 1,
  learningRate: 0.1,
  clipping: { kind: 'norm', limit: 1 },
  window: 8,
  carried: true,
  duel: [{ cell: 'rnn_tanh' }, { cell: 'lstm' }],
  lag: { task: 'recall', lags: [5, 10, 20, 40, 70, 100], hiddenSize: 16, updates: 1000, learningRate: 0.01, seed: 7, gateBias: usualGateBias },
};
