// Named entities by templates. Some names are of a person here and of a place or a company there: what stands before them tells.
import { stream, type Random } from '../../math/random.ts';
import type { TaskRow } from '../../tasks/task.ts';
import { builtIn, ownSource } from '../builtIn.ts';
import { distinctRows } from '../distinct.ts';

const labels = ['O', 'PER', 'ORG', 'LOC'] as const;

/** Names of one kind alone. */
const certain = {
  PER: ['Chirag', 'Anna', 'Maria', 'David', 'Priya', 'Ahmed', 'Yuki', 'Elena', 'Omar', 'Julia', 'Peter', 'Fatima'],
  ORG: ['Microsoft', 'Google', 'Siemens', 'Toyota', 'Nokia', 'Samsung', 'Unesco', 'Airbus', 'Lego', 'Intel'],
  LOC: ['India', 'Berlin', 'Japan', 'Canada', 'Lagos', 'Lima', 'Norway', 'Mumbai', 'Spain', 'Cairo', 'Texas', 'Vienna'],
};

/** Names of two kinds, in both lists. */
const names: Readonly<Record<'PER' | 'ORG' | 'LOC', readonly string[]>> = {
  PER: [...certain.PER, 'Paris', 'Jordan', 'Florence', 'Sydney', 'Ford', 'Tesla', 'Bosch'],
  ORG: [...certain.ORG, 'Amazon', 'Ford', 'Tesla', 'Bosch'],
  LOC: [...certain.LOC, 'Paris', 'Jordan', 'Florence', 'Sydney'],
};

const rowCount = 400;

/** Where a name stands, its kind in capitals. */
const templates = [
  'PER worked at ORG in LOC',
  'PER lives in LOC',
  'PER met PER in LOC',
  'ORG hired PER in LOC',
  'PER joined ORG last year',
  'PER flew from LOC to LOC',
  'ORG opened an office in LOC',
  'we visited LOC with PER',
  'PER bought shares of ORG',
  'the boss of ORG called PER',
  'PER and PER travelled to LOC',
  'the train to LOC was late',
  'a friend of PER works at ORG',
  'we ate bread and soup at home',
];

const isKind = (word: string): word is keyof typeof names => word in names;

function rowFrom(random: Random): TaskRow {
  const words = random.pick(templates).split(' ');
  // At the beginning nothing tells what a name is, so there it is one of a single kind.
  const said = words.map((word, k) => (isKind(word) ? random.pick(k === 0 ? certain[word] : names[word]) : word));
  return { text: said.join(' '), targets: words.map((word) => (isKind(word) ? labels.indexOf(word) : 0)) };
}

function rowsOf(seed: number): TaskRow[] {
  const random = stream(seed, 'entities');
  const first: TaskRow = { text: 'Chirag worked at Microsoft in India', targets: [1, 0, 0, 2, 0, 3] };
  return distinctRows(rowCount, () => rowFrom(random), [first]);
}

const listed = Object.fromEntries(
  (['PER', 'ORG', 'LOC'] as const).flatMap((kind) => certain[kind].map((name) => [name.toLowerCase(), labels.indexOf(kind)] as const)),
);

export const entities = builtIn({
  task: {
    id: 'entities',
    title: 'Named entities',
    words: 'Four hundred sentences with a label at every word: a person, an organisation, a place, or nothing (O). “Paris” and “Ford” are one thing here and another there.',
    topology: 'many-to-many-synced',
    loss: 'cross_entropy',
    step: 'word',
    whole: 'sentence',
    cut: 'words',
    outputs: labels,
    hiddenSize: 16,
    seed: 3,
    epochs: 12,
    learningRate: 0.01,
    targetSource: { kind: 'label', labels: listed, otherwise: 0 },
    canGrow: true,
  },
  source: ownSource('Made by fourteen templates, by a seed; the first sentence is the course’s.'),
  isText: true,
  rows: () => rowsOf(1),
  recipe: { optimiser: 'adam', batchSize: 4 },
});
