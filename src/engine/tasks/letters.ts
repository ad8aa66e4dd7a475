// Next letter: after each letter of a word the network says which letter comes next.
import type { Task } from './task.ts';

export const letters: Task = {
  id: 'letters',
  title: 'Next letter',
  words: 'Reads a word letter by letter and says after each letter which one comes next.',
  topology: 'many-to-many-synced',
  loss: 'cross_entropy',
  step: 'letter',
  whole: 'word',
  cut: 'letters',
  vocabulary: ['n', 'a', 'm', 's', 't', 'e'],
  outputs: ['n', 'a', 'm', 's', 't', 'e'],
  rows: [{ text: 'namaste', targets: [1, 2, 1, 3, 4, 5] }],
  firstRow: 0,
  hiddenSize: 4,
  seed: 9,
  epochs: 100,
  learningRate: 0.2,
  recipes: {
    rnn_sigmoid: { epochs: 400, learningRate: 0.4 },
    rnn_relu: { epochs: 200 },
    lstm: { epochs: 200, learningRate: 0.4 },
  },
  targetSource: { kind: 'next' },
  canGrow: false,
};
