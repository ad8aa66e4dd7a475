// The built-in texts that word vectors are learned from, as a table.
import { aliceText } from './alice.ts';
import type { WordGroup } from './group.ts';
import { smallGroups, smallText } from './small.ts';

interface BuiltInText {
  readonly id: string;
  readonly title: string;
  /** Who wrote it, and how. */
  readonly words: string;
  readonly licence: string;
  /** Empty where nobody has sorted its words. */
  readonly groups: readonly WordGroup[];
  readonly text: () => string;
  /** Words that say something of it: for the first table, analogy and gap. */
  readonly table: readonly string[];
  readonly analogy: string;
  readonly gap: string;
}

export const builtInTexts: readonly BuiltInText[] = [
  {
    id: 'small',
    title: 'A small world',
    words: 'Short sentences made from templates, so that words of one kind stand among the same words.',
    licence: 'Written for this project, to be used freely.',
    groups: smallGroups,
    text: smallText,
    table: ['king', 'queen', 'man', 'woman', 'paris', 'france', 'rome', 'italy', 'dog', 'cat', 'bread', 'monday'],
    analogy: 'man king woman',
    gap: 'the queen wears ___ crown',
  },
  {
    id: 'alice',
    title: 'Alice in Wonderland, chapter 1',
    words: 'L. Carroll, Alice’s Adventures in Wonderland (1865). A real text, and far too short for real word vectors: those are learned from billions of words.',
    licence: 'Public domain.',
    groups: [],
    text: aliceText,
    table: ['alice', 'rabbit', 'she', 'her', 'door', 'key', 'table', 'bottle', 'little', 'eat', 'cats', 'bats'],
    analogy: 'cats bats eat',
    gap: 'the little golden ___ in the lock',
  },
];

export const builtInText = (id: string): BuiltInText | undefined => builtInTexts.find((each) => each.id === id);
