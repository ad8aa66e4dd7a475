// The built-in data sets by what they teach: which group each is in, by what a network is asked to do with it.
import { builtIns, type BuiltIn } from '../../../../engine/data/builtIns.ts';

interface Group {
  readonly title: string;
  readonly ids: readonly string[];
}

const table: readonly Group[] = [
  { title: 'One label a text', ids: ['reviews', 'negation'] },
  { title: 'A label a step', ids: ['entities', 'gap', 'frames', 'morse'] },
  { title: 'The next letter', ids: ['letters', 'names'] },
  { title: 'Series', ids: ['temperatures', 'co2', 'sine'] },
  { title: 'Pictures', ids: ['pictures', 'captions'] },
  { title: 'Memory', ids: ['recall', 'adding', 'parity'] },
  { title: 'Translation', ids: ['phrases'] },
];

interface SetGroup {
  readonly title: string;
  readonly sets: readonly BuiltIn[];
}

/** Every built-in data set in one group; those that the table does not know come last. */
export function groupsOf(): readonly SetGroup[] {
  const all = Object.values(builtIns);
  const known = new Set(table.flatMap(({ ids }) => ids));
  const groups = table.map(({ title, ids }) => ({ title, sets: all.filter(({ id }) => ids.includes(id)) }));
  return [...groups, { title: 'More', sets: all.filter(({ id }) => !known.has(id)) }].filter(({ sets }) => sets.length > 0);
}
