// What the networks of the laboratory are called: on a line of a plot, and where room is short.
import type { LaboratoryCell } from './laboratory.ts';

interface NetworkName {
  /** "RNN · tanh". */
  readonly name: string;
  /** "tanh". */
  readonly short: string;
}

export const networkNames: Readonly<Record<LaboratoryCell, NetworkName>> = {
  rnn_tanh: { name: 'RNN · tanh', short: 'tanh' },
  rnn_sigmoid: { name: 'RNN · sigmoid', short: 'sigmoid' },
  rnn_relu: { name: 'RNN · ReLU', short: 'ReLU' },
  lstm: { name: 'LSTM', short: 'LSTM' },
  gru: { name: 'GRU', short: 'GRU' },
};
