// Parity: after every bit, whether the number of ones so far is even or odd. No share of the bits will do: each of them counts.
import { stream } from '../../math/random.ts';
import type { ReadSteps, TaskRow } from '../../tasks/task.ts';
import { builtIn, ownSource } from '../builtIn.ts';
import { distinctRows } from '../distinct.ts';

const rowCount = 300;
const [fewest, most] = [4, 16];

const onesAt = ({ tokens }: ReadSteps, t: number): number => tokens.slice(0, t).filter((token) => token === '1').length % 2;

function rowsOf(seed: number): TaskRow[] {
  const random = stream(seed, 'parity');
  return distinctRows(rowCount, () => ({ text: Array.from({ length: fewest + random.integer(most - fewest + 1) }, () => random.integer(2)).join('') }));
}

export const parity = builtIn({
  task: {
    id: 'parity',
    title: 'Parity',
    words: 'Reads zeros and ones and says after each of them whether the number of ones so far is even or odd.',
    topology: 'many-to-many-synced',
    loss: 'cross_entropy',
    step: 'letter',
    whole: 'sequence',
    cut: 'letters',
    outputs: ['even', 'odd'],
    hiddenSize: 8,
    seed: 1,
    epochs: 30,
    learningRate: 0.01,
    targetSource: { kind: 'rule', words: 'Each 1 turns even into odd and odd into even.', classOf: onesAt },
    canGrow: false,
  },
  source: ownSource('Bits drawn by a seed.'),
  rows: () => rowsOf(1),
  recipe: { optimiser: 'adam', batchSize: 4 },
});
