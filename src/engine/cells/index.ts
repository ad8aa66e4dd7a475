// The table of cells: adding one is one file with its equations, and its line here.
import type { Declaration } from '../equation/expression.ts';
import type { BiasId, CellId } from '../model.ts';
import { vanilla } from './vanilla.ts';

export interface Cell {
  /** For menus and captions. */
  readonly title: string;
  declare(biases: BiasId): Declaration;
}

export const cells: Readonly<Record<CellId, Cell>> = {
  rnn_tanh: { title: 'RNN with tanh', declare: (biases) => vanilla('tanh', biases) },
  rnn_sigmoid: { title: 'RNN with sigmoid', declare: (biases) => vanilla('sigmoid', biases) },
  rnn_relu: { title: 'RNN with ReLU', declare: (biases) => vanilla('relu', biases) },
};
