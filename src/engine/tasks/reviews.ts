// Three reviews with labels, and the five words they are made of, in the order of their first appearance.
import type { Task } from './task.ts';

export const reviews: Task = {
  id: 'reviews',
  title: 'Film reviews',
  words: 'Reads a review word by word and says at the end how likely it is that the reviewer liked the film.',
  topology: 'many-to-one',
  loss: 'bce',
  step: 'word',
  whole: 'sentence',
  cut: 'words',
  vocabulary: ['movie', 'was', 'good', 'bad', 'not'],
  outputs: ['positive'],
  rows: [
    { text: 'movie was good', targets: [1] },
    { text: 'movie was bad', targets: [0] },
    { text: 'movie was not good', targets: [0] },
  ],
  firstRow: 2,
  hiddenSize: 4,
  seed: 7,
  epochs: 60,
  learningRate: 0.5,
  recipes: {
    rnn_sigmoid: { epochs: 150, learningRate: 1 },
  },
  targetSource: { kind: 'asked', otherwise: 0 },
  canGrow: true,
};
