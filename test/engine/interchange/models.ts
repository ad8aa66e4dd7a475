// One model for every cell with every wiring that goes with it.
import { cellIds, cells } from '../../../src/engine/cells/index.ts';
import type { Model } from '../../../src/engine/model.ts';

const model: Model = {
  cell: 'rnn_tanh', topology: 'many-to-one', loss: 'bce', biases: 'two', timeReduction: 'mean', inputSize: 3, hiddenSize: 4, outputSize: 2, decoderInputSize: 5,
};

const wirings: readonly Partial<Model>[] = [
  { topology: 'many-to-one' },
  { topology: 'many-to-one', bidirectional: true, loss: 'mse' },
  { topology: 'many-to-many-synced', loss: 'cross_entropy' },
  { topology: 'many-to-many-synced', bidirectional: true },
  { topology: 'one-to-many', loss: 'mse' },
  { topology: 'encoder-decoder', loss: 'cross_entropy', timeReduction: 'sum' },
  { topology: 'one-to-one' },
];

export const allModels: readonly Model[] = cellIds
  .flatMap((cell) => (cells[cell].family === 'feedforward' ? wirings.slice(-1) : wirings).map((wiring) => ({ ...model, ...wiring, cell })))
  .map((each, k) => ({ ...each, biases: k % 2 === 0 ? 'one' : 'two' }));

export const nameOf = ({ cell, topology, bidirectional }: Model): string => `${cell}, ${topology}${bidirectional === true ? ', both directions' : ''}`;
