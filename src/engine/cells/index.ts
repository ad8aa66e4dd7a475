// The table of cells: adding one is one file with its equations, and its line here.
import type { BiasId, Cell } from './cell.ts';
import { feedforward } from './feedforward.ts';
import { gru } from './gru.ts';
import { lstm } from './lstm.ts';
import { vanilla } from './vanilla.ts';

export const cells = {
  rnn_tanh: {
    title: 'RNN with tanh', family: 'rnn', activation: 'tanh', steepestSlope: 1, largestState: 1,
    declare: (biases: BiasId) => vanilla('tanh', biases),
  },
  rnn_sigmoid: {
    title: 'RNN with sigmoid', family: 'rnn', activation: 'sigmoid', steepestSlope: 1 / 4, largestState: 1,
    declare: (biases: BiasId) => vanilla('sigmoid', biases),
  },
  rnn_relu: {
    title: 'RNN with ReLU', family: 'rnn', activation: 'ReLU', steepestSlope: 1, largestState: Infinity,
    declare: (biases: BiasId) => vanilla('relu', biases),
  },
  lstm: {
    title: 'LSTM', family: 'lstm', activation: 'tanh', steepestSlope: 1, largestState: 1,
    declare: (biases: BiasId) => lstm(biases),
  },
  gru: {
    title: 'GRU, reset gate after the product', family: 'gru', activation: 'tanh', steepestSlope: 1, largestState: 1,
    note: 'The reset gate acts on what the matrix has made of the memory, as PyTorch computes it.',
    declare: (biases: BiasId) => gru('after', biases),
  },
  gru_original: {
    title: 'GRU, reset gate before the product', family: 'gru_original', activation: 'tanh', steepestSlope: 1, largestState: 1,
    note: 'The reset gate acts on the memory itself, before the matrix, as it was first published in 2014. Its numbers are not PyTorch’s.',
    declare: (biases: BiasId) => gru('before', biases),
  },
  feedforward_tanh: {
    title: 'Feed-forward with tanh', family: 'feedforward', activation: 'tanh', steepestSlope: 1, largestState: 1,
    declare: () => feedforward('tanh'),
  },
  feedforward_sigmoid: {
    title: 'Feed-forward with sigmoid', family: 'feedforward', activation: 'sigmoid', steepestSlope: 1 / 4, largestState: 1,
    declare: () => feedforward('sigmoid'),
  },
  feedforward_relu: {
    title: 'Feed-forward with ReLU', family: 'feedforward', activation: 'ReLU', steepestSlope: 1, largestState: Infinity,
    declare: () => feedforward('relu'),
  },
} as const satisfies Readonly<Record<string, Cell>>;

export type CellId = keyof typeof cells;

/** Cells of one family differ in their activation alone. */
export type CellFamily = (typeof cells)[CellId]['family'];

export const cellIds = Object.keys(cells) as readonly CellId[];
