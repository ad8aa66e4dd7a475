// Reviews by templates, with negation: in four of ten the order of the words alone decides, as another review has the very same words and the other label.
import { stream, type Random } from '../../math/random.ts';
import type { TaskRow } from '../../tasks/task.ts';
import { builtIn, ownSource } from '../builtIn.ts';

const things = ['film', 'movie', 'story', 'plot', 'acting', 'music', 'ending'];
const praise = ['good', 'great', 'funny', 'clever', 'exciting', 'beautiful', 'brilliant'];
const blame = ['bad', 'awful', 'boring', 'silly', 'dull', 'weak', 'terrible'];
const strengths = ['really', 'very', 'truly', 'so'];

/** Rows of each kind, as many with either label. */
const pairCount = 140;
const plainCount = 420;

interface Words {
  readonly thing: string;
  readonly strength: string;
  /** The first judgement of the sentence, and the second. */
  readonly first: string;
  readonly second: string;
}

/** Two judgements against each other: whoever swaps them turns the review round. */
const opposed: readonly ((words: Words) => string)[] = [
  ({ thing, strength, first, second }) => `the ${thing} was not ${first} at all, ${strength} ${second}`,
  ({ thing, first, second }) => `the ${thing} was never ${first} but always ${second}`,
  ({ thing, first, second }) => `not ${first} but ${second}, this ${thing}`,
  ({ thing, strength, first, second }) => `i found the ${thing} ${strength} ${second} and not ${first}`,
  ({ thing, strength, first, second }) => `this ${thing} is ${second}, not ${strength} ${first}`,
];

/** One judgement, or two that agree; `no` turns it round. */
const plain: readonly ((words: Words, no: boolean) => string)[] = [
  ({ thing, first }, no) => `the ${thing} was ${no ? 'not ' : ''}${first}`,
  ({ thing, strength, first }, no) => `the ${thing} was ${no ? 'not ' : ''}${strength} ${first}`,
  ({ thing, strength, first }, no) => `i ${no ? 'never ' : ''}found this ${thing} ${strength} ${first}`,
  ({ thing, first, second }, no) => `this ${thing} is ${no ? 'not ' : ''}${first} and ${no ? 'not ' : ''}${second}`,
  ({ thing, strength, first }, no) => `${no ? 'not ' : ''}a ${strength} ${first} ${thing}`,
];

function wordsFrom(random: Random, first: readonly string[], second: readonly string[]): Words {
  const one = random.pick(first);
  return { thing: random.pick(things), strength: random.pick(strengths), first: one, second: random.pick(second.filter((word) => word !== one)) };
}

/** Reviews without a repetition, in an order drawn by the seed. */
function rowsOf(seed: number): TaskRow[] {
  const random = stream(seed, 'reviews with negation');
  const rows = new Map<string, number>();
  while (rows.size < 2 * pairCount) {
    const words = wordsFrom(random, praise, blame);
    const say = random.pick(opposed);
    rows.set(say(words), 0);
    rows.set(say({ ...words, first: words.second, second: words.first }), 1);
  }
  for (let label = 0; rows.size < 2 * pairCount + plainCount; ) {
    const no = random.integer(2) === 1;
    const judgements = (label === 1) === no ? blame : praise;
    const before = rows.size;
    rows.set(random.pick(plain)(wordsFrom(random, judgements, judgements), no), label);
    if (rows.size > before) label = 1 - label;
  }
  return [...rows]
    .map(([text, label]) => ({ text, targets: [label], turn: random.uniform(0, 1) }))
    .toSorted((a, b) => a.turn - b.turn)
    .map(({ text, targets }) => ({ text, targets }));
}

export const negation = builtIn({
  task: {
    id: 'negation',
    title: 'Reviews with negation',
    words: 'Seven hundred reviews, many with “not” and “never”: in four of ten the same words in another order are a review of the other kind.',
    topology: 'many-to-one',
    loss: 'bce',
    step: 'word',
    whole: 'sentence',
    cut: 'words',
    outputs: ['positive'],
    hiddenSize: 16,
    seed: 7,
    epochs: 12,
    learningRate: 0.01,
    targetSource: { kind: 'asked', otherwise: 0 },
    canGrow: true,
  },
  source: ownSource('Made by templates from a list of 39 words, by a seed.'),
  isText: true,
  rows: () => rowsOf(1),
  recipe: { optimiser: 'adam', batchSize: 8 },
});
