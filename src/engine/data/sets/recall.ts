// First-token recall: which of four letters came first, to be said after the last of so many others, which tell nothing.
// S. Hochreiter and J. Schmidhuber, Long short-term memory, 1997, experiment 2.
import { stream } from '../../math/random.ts';
import type { TaskRow } from '../../tasks/task.ts';
import { builtIn, ownSource } from '../builtIn.ts';

const first = ['a', 'b', 'c', 'd'];
/** Twelve, so that what they stir up in a state is much: with four a vanilla RNN learns to hold on now and then. */
const others = 'klmnopqrstuv'.split('');
const lag = 50;
const rowCount = 1000;

/** Sequences of lag + 1 letters, as many with each first letter. */
function rowsOf(seed: number): TaskRow[] {
  const random = stream(seed, 'recall', lag);
  return Array.from({ length: rowCount }, (_, n) => {
    const target = n % first.length;
    return { text: `${first[target]}${Array.from({ length: lag }, () => random.pick(others)).join('')}`, targets: [target] };
  });
}

export const recall = builtIn({
  task: {
    id: 'recall',
    title: `First-token recall over ${lag} steps`,
    words: `The first letter is a, b, c or d, then ${lag} letters follow that tell nothing: at the end the network says which one came first.`,
    topology: 'many-to-one',
    cell: 'lstm',
    loss: 'cross_entropy',
    step: 'letter',
    whole: 'sequence',
    cut: 'letters',
    outputs: first,
    hiddenSize: 16,
    seed: 7,
    epochs: 15,
    learningRate: 0.01,
    targetSource: { kind: 'asked', otherwise: 0 },
    canGrow: false,
  },
  source: ownSource('Letters drawn by a seed, as many sequences with each first letter.'),
  rows: () => rowsOf(1),
  recipe: { optimiser: 'adam', batchSize: 32, gateBias: 5 },
});
