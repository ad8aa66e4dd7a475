// What a network can say by itself, by its task and its wiring; or why it cannot, in words.
import type { Model } from '../../../../engine/model.ts';
import { canFeedBack } from '../../../../engine/tasks/choices.ts';
import type { Task } from '../../../../engine/tasks/task.ts';

/** A name from a class, a text that goes on, numbers that go on, or a sentence in other words. */
export type Kind = 'classes' | 'text' | 'series' | 'translation';

type Generating = { readonly kind: Kind } | { readonly kind: null; readonly words: string };

export function kindOf(task: Task, { bidirectional, topology: own }: Pick<Model, 'bidirectional' | 'topology'>): Generating {
  if (own === 'one-to-one') return { kind: null, words: 'It reads everything at once and gives one answer: there is nothing that goes on.' };
  if (bidirectional === true) return { kind: null, words: 'It reads in both directions, so it needs the whole sequence first: what it says cannot be what it reads next.' };
  const { topology, loss, targetSource, vocabulary, outputs } = task;
  if (topology === 'many-to-one') return { kind: null, words: 'It reads to the end and gives one answer: there is nothing that goes on.' };
  if (loss === 'mse') {
    if (targetSource.kind === 'next' && vocabulary.length === outputs.length && vocabulary.length === 1) return { kind: 'series' };
    return { kind: null, words: 'Its answers are numbers of another kind than those that it reads, so they cannot be read next.' };
  }
  if (!canFeedBack(task)) return { kind: null, words: 'Its answers are of another kind than what it reads, so they cannot be read next.' };
  if (topology === 'encoder-decoder') return { kind: 'translation' };
  return { kind: task.classes ? 'classes' : 'text' };
}
