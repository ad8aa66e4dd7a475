// The table of cells: adding one is one file with its equations, and its line here.
import type { BiasId, Cell } from './cell.ts';
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
} as const satisfies Readonly<Record<string, Cell>>;

export type CellId = keyof typeof cells;

export const cellIds = Object.keys(cells) as readonly CellId[];
