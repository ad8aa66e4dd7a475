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
    declare: (biases: BiasId) => gru('after', biases),
  },
  gru_original: {
    title: 'GRU, reset gate before the product', family: 'gru_original', activation: 'tanh', steepestSlope: 1, largestState: 1,
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

export const cellIds = Object.keys(cells) as readonly CellId[];
