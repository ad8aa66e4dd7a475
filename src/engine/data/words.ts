// The vocabulary in force: the most frequent words of the rows that are learned from, in the order of their first appearance.
import type { Task } from '../tasks/task.ts';
import { tokenise } from '../text/tokens.ts';
import type { CutRow } from './read.ts';

/** Frequent words, and those that there was no room for. */
interface Counted {
  readonly words: readonly string[];
  readonly leftOut: readonly string[];
}

interface WordsInForce {
  /** The task with that vocabulary, and with outputs that are named as it where they were. */
  readonly task: Task;
  /** Words of the training rows that the vocabulary has no room for, in their order. */
  readonly leftOut: readonly string[];
}

/** The task as it follows from the rows that are learned from. One of dense inputs stays as it is. */
export function wordsInForce(task: Task, training: readonly CutRow[], mostWords: number): WordsInForce {
  if (task.cut === 'dense') return { task, leftOut: [] };
  // Letters are few, and a word without one of them is another word.
  const most = task.cut === 'words' || task.cut === 'gap' ? mostWords : Infinity;
  const { targetSource: source, classes = [] } = task;
  const end = source.kind === 'next' && source.end !== undefined ? [source.end] : [];
  const { words, leftOut } = mostFrequent(training.map(({ tokens }) => tokens), most, [...classes, ...end]);
  const vocabulary = [...classes, ...words, ...end];
  const read: Task = { ...task, vocabulary };
  if (source.kind === 'next') return { task: { ...read, outputs: vocabulary }, leftOut };
  if (source.kind !== 'written') return { task: read, leftOut };
  const { start = '' } = source;
  const said = mostFrequent(training.map(({ behind }) => tokenise(behind ?? '')), most, [start, source.end]);
  const own = [start, ...said.words, source.end];
  return { task: { ...read, outputs: own, decoderVocabulary: own }, leftOut: [...leftOut, ...said.leftOut] };
}

function mostFrequent(rows: readonly (readonly { readonly text: string }[])[], most: number, except: readonly string[]): Counted {
  const special = new Set(except);
  const counts = new Map<string, number>();
  for (const tokens of rows) {
    for (const { text } of tokens) if (!special.has(text)) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const all = [...counts.keys()];
  if (all.length <= most) return { words: all, leftOut: [] };
  // Sorting keeps the order of equals, so the earlier of two words that are as frequent stays.
  const kept = new Set(all.toSorted((a, b) => counts.get(b)! - counts.get(a)!).slice(0, most));
  return { words: all.filter((word) => kept.has(word)), leftOut: all.filter((word) => !kept.has(word)) };
}
