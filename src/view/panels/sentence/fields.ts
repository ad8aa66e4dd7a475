// What there is to type for a task: the text of its document as fields, such as a sentence and its translation, and back.
import { halves } from '../../../engine/tasks/split.ts';
import type { Task } from '../../../engine/tasks/task.ts';

export interface TextField {
  readonly id: 'input' | 'written';
  readonly label: string;
  readonly value: string;
  /** What may be left out, in words; empty where nothing may. */
  readonly hint: string;
}

interface Fields {
  /** Who a name is for, and the like: one of a few. Null where there is no such choice. */
  readonly choice: { readonly options: readonly string[]; readonly value: string } | null;
  readonly texts: readonly TextField[];
  /** Whether the input is drawn in pixels, so that its text stands behind. */
  readonly isDrawn: boolean;
}

/** What is read as a whole. */
export const wholeOf = ({ whole, step }: Task): string => whole ?? (step === 'letter' ? 'word' : 'sentence');

export function fieldsOf(task: Task, text: string): Fields {
  const [input, written] = halves(task, text);
  const { classes, targetSource, cut } = task;
  const colon = classes ? input.indexOf(':') : -1;
  const own: TextField = { id: 'input', label: `Your own ${wholeOf(task)}`, value: input.slice(colon + 1).trim(), hint: '' };
  const behind: TextField[] =
    targetSource.kind === 'written'
      ? [{ id: 'written', label: `Its ${targetSource.what}`, value: (written ?? '').trim(), hint: `Left out, it is the table’s, where the table has this ${wholeOf(task)}.` }]
      : [];
  return {
    choice: classes ? { options: classes, value: colon < 0 ? (classes[0] ?? '') : input.slice(0, colon).trim() } : null,
    texts: [own, ...behind],
    isDrawn: cut === 'dense',
  };
}

/** The text of a task from what stands in its fields, as typed. */
export function textOf(task: Task, choice: string | null, values: Readonly<Partial<Record<TextField['id'], string>>>): string {
  const { input = '', written = '' } = values;
  const named = choice === null || input.trim() === '' ? input : `${choice}: ${input}`;
  return task.targetSource.kind === 'written' && written.trim() !== '' ? `${named} > ${written}` : named;
}
