// Nine pictures of 3 × 3 pixels: which of five shapes each of them is.
import { pixelNames } from './grid.ts';
import type { Task } from './task.ts';

const grid = { width: 3, height: 3 };

export const pictures: Task = {
  id: 'pictures',
  title: 'Pictures',
  words: 'Looks once at a picture of nine pixels and says which shape it is: one input, one answer, no time.',
  topology: 'one-to-one',
  cell: 'feedforward_tanh',
  loss: 'cross_entropy',
  step: 'picture',
  whole: 'picture',
  cut: 'dense',
  vocabulary: pixelNames(grid),
  grid,
  isSingle: true,
  outputs: ['line across', 'line down', 'plus', 'cross', 'square'],
  rows: [
    { text: '###/.../...', targets: [0] },
    { text: '.../###/...', targets: [0] },
    { text: '.../.../###', targets: [0] },
    { text: '#../#../#..', targets: [1] },
    { text: '.#./.#./.#.', targets: [1] },
    { text: '..#/..#/..#', targets: [1] },
    { text: '.#./###/.#.', targets: [2] },
    { text: '#.#/.#./#.#', targets: [3] },
    { text: '###/#.#/###', targets: [4] },
  ],
  firstRow: 7,
  hiddenSize: 4,
  seed: 1,
  epochs: 300,
  learningRate: 0.2,
  recipes: {
    rnn_sigmoid: { learningRate: 0.4 },
    feedforward_sigmoid: { learningRate: 0.4 },
  },
  targetSource: { kind: 'asked', otherwise: 0 },
  canGrow: false,
};
