// Named entities: at every word the network says whether it names a person, an organisation, a place, or nothing.
import type { Task } from './task.ts';

const labels = ['O', 'PER', 'ORG', 'LOC'];

export const entities: Task = {
  id: 'entities',
  title: 'Named entities',
  words: 'Reads a sentence and says at every word whether it names a person, an organisation, a place, or nothing (O).',
  topology: 'many-to-many-synced',
  loss: 'cross_entropy',
  step: 'word',
  whole: 'sentence',
  cut: 'words',
  vocabulary: ['chirag', 'worked', 'at', 'microsoft', 'in', 'india'],
  outputs: labels,
  rows: [{ text: 'Chirag worked at Microsoft in India', targets: [1, 0, 0, 2, 0, 3] }],
  firstRow: 0,
  hiddenSize: 5,
  seed: 3,
  epochs: 100,
  learningRate: 0.2,
  recipes: {
    rnn_sigmoid: { epochs: 200, learningRate: 0.4 },
    lstm: { epochs: 200 },
  },
  targetSource: { kind: 'label', labels: { chirag: 1, microsoft: 2, india: 3 }, otherwise: 0 },
  canGrow: true,
};
