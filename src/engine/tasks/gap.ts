// A missing word that what comes after it tells: noodles, soup or cake. A network that reads from the left alone cannot know.
import { gap as missing } from './cut.ts';
import type { ReadSteps, Task } from './task.ts';

const outputs = ['–', 'noodles', 'soup', 'cake'];
/** The word that tells, and the class it tells. */
const telling: Readonly<Record<string, number>> = { chopsticks: 1, spoon: 2, candles: 3 };

/** The class of a gap by the first word after it that tells; any other word has none. */
function foodAt({ tokens }: ReadSteps, t: number): number {
  if (tokens[t - 1] !== missing) return 0;
  for (let k = t; k < tokens.length; k++) {
    const word = tokens[k]!;
    if (Object.hasOwn(telling, word)) return telling[word]!;
  }
  return 0;
}

export const gap: Task = {
  id: 'gap',
  title: 'Missing word',
  words: 'Reads a sentence with a gap and says at the gap which word is missing, and “–” at all others. Only the words after the gap can tell.',
  topology: 'many-to-many-synced',
  bidirectional: true,
  loss: 'cross_entropy',
  step: 'word',
  whole: 'sentence',
  cut: 'gap',
  vocabulary: ['i', 'like', 'eating', missing, 'with', 'two', 'chopsticks', 'a', 'spoon', 'ten', 'candles'],
  outputs,
  rows: [
    { text: `i like eating ${missing} with two chopsticks` },
    { text: `i like eating ${missing} with a spoon` },
    { text: `i like eating ${missing} with ten candles` },
  ],
  firstRow: 0,
  hiddenSize: 4,
  seed: 1,
  epochs: 200,
  learningRate: 0.2,
  recipes: {
    rnn_sigmoid: { epochs: 1200, learningRate: 0.4 },
    rnn_relu: { epochs: 400, learningRate: 0.1 },
    lstm: { epochs: 400 },
    gru: { epochs: 400 },
    gru_original: { epochs: 400 },
  },
  targetSource: {
    kind: 'rule',
    words: 'At the gap the first of chopsticks, spoon and candles after it tells the food; every other word has “–”.',
    classOf: foodAt,
  },
  canGrow: true,
};
