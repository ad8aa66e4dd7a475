// Next letter: NAMASTE, and words that each begin with a letter of their own, so that the first letter tells all that follow.
import { letters as task } from '../../tasks/letters.ts';
import { builtIn, ownSource } from '../builtIn.ts';

const { rows: _, vocabulary: __, outputs: ___, ...rest } = task;

const words = [
  'namaste', 'banana', 'mississippi', 'tomato', 'hello', 'kangaroo', 'piano', 'umbrella', 'zigzag', 'cocoa', 'rhythm', 'elephant', 'jungle', 'saxophone', 'giraffe',
  'volcano', 'avocado', 'labyrinth',
];

export const letters = builtIn({
  task: {
    ...rest,
    title: 'Next letter: namaste and other words',
    words: 'Eighteen words to be learned by heart: after each letter the network says which one comes next. “banana” needs a memory, as n comes after a and a after n.',
    hiddenSize: 24,
    epochs: 120,
    learningRate: 0.01,
  },
  source: ownSource('Eighteen words of the dictionary.'),
  rows: () => words.map((text) => ({ text })),
  recipe: { optimiser: 'adam', batchSize: 1, share: 0 },
});
