// Pictures of 4 × 4 pixels and what to call them: the picture is seen once, then a word comes at every step.
import { pixelNames } from './grid.ts';
import type { Task } from './task.ts';

const grid = { width: 4, height: 4 };

export const captions: Task = {
  id: 'captions',
  title: 'Picture captions',
  words: 'Looks at a picture at the first step and then says in words what it is, with nothing more to read.',
  topology: 'one-to-many',
  loss: 'cross_entropy',
  step: 'picture',
  whole: 'picture',
  cut: 'dense',
  vocabulary: pixelNames(grid),
  grid,
  isSingle: true,
  outputs: ['a', 'small', 'big', 'square', 'line', 'cross', 'dot', '<end>'],
  rows: [
    { text: '..../.##./.##./.... > a small square' },
    { text: '####/#..#/#..#/#### > a big square' },
    { text: '..../.##./..../.... > a small line' },
    { text: '..../####/..../.... > a big line' },
    { text: '#.#./.#../#.#./.... > a small cross' },
    { text: '#..#/.##./.##./#..# > a big cross' },
    { text: '..../.#../..../.... > a dot' },
  ],
  firstRow: 5,
  hiddenSize: 6,
  seed: 4,
  epochs: 600,
  learningRate: 0.05,
  recipes: {
    rnn_sigmoid: { epochs: 800, learningRate: 0.2 },
    rnn_relu: { epochs: 800, learningRate: 0.02 },
    lstm: { epochs: 300, learningRate: 0.4 },
    gru: { epochs: 300, learningRate: 0.4 },
    gru_original: { epochs: 300, learningRate: 0.4 },
  },
  targetSource: { kind: 'written', what: 'caption', end: '<end>' },
  canGrow: false,
};
