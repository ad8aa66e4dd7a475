// The adding problem: two of the numbers are marked, and their sum is the answer. S. Hochreiter and J. Schmidhuber, 1997, experiment 4.
import { stream } from '../../math/random.ts';
import type { TaskRow } from '../../tasks/task.ts';
import { builtIn, ownSource } from '../builtIn.ts';

const steps = 20;
const rowCount = 500;

function rowsOf(seed: number): TaskRow[] {
  const random = stream(seed, 'adding');
  return Array.from({ length: rowCount }, () => {
    // Hundredths, so that what is written is what is added.
    const numbers = Array.from({ length: steps }, () => random.integer(101));
    const early = random.integer(steps / 2);
    const late = steps / 2 + random.integer(steps / 2);
    const text = numbers.map((number, k) => `${number / 100} ${k === early || k === late ? 1 : 0}`).join(';');
    return { text, targets: [(numbers[early]! + numbers[late]!) / 100] };
  });
}

export const adding = builtIn({
  task: {
    id: 'adding',
    title: 'Adding problem',
    words: `Reads ${steps} numbers, each with a mark, 0 or 1, and says at the end the sum of the two that are marked.`,
    topology: 'many-to-one',
    cell: 'gru',
    loss: 'mse',
    step: 'value',
    whole: 'sequence',
    cut: 'dense',
    vocabulary: ['number', 'mark'],
    outputs: ['sum'],
    hiddenSize: 16,
    seed: 1,
    epochs: 40,
    learningRate: 0.01,
    targetSource: { kind: 'asked', otherwise: 1 },
    canGrow: false,
  },
  source: ownSource('Numbers and marks drawn by a seed: one mark in each half.'),
  rows: () => rowsOf(1),
  recipe: { optimiser: 'adam', batchSize: 8 },
});
