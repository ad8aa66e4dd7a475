// What every way to make rows of lines is given and gives back, and how it counts them.
import type { CutId, Task } from '../../tasks/task.ts';
import { split } from '../../tasks/split.ts';
import { cutterOf } from '../cutting.ts';
import type { SeriesScale } from '../dataset.ts';
import type { Column } from './columns.ts';
import { mostSteps, mostStepsInAll } from './limits.ts';
import type { Line } from './lines.ts';
import type { LabelCount, Lengths, StepsId } from './report.ts';
import type { SkippedList } from './skipped.ts';

export interface Given {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly Line[];
  readonly columns: readonly Column[];
  /** Columns, 0-based; −1 where there is none. */
  readonly input: number;
  readonly answer: number;
  readonly steps: StepsId;
  /** Whether a line is one cell. */
  readonly isPlain: boolean;
  readonly skipped: SkippedList;
}

export interface Made {
  readonly task: Task;
  readonly isText: boolean;
  readonly labels: readonly LabelCount[];
  readonly scale?: SeriesScale | undefined;
  readonly vocabulary: number;
  readonly lengths: Lengths | null;
  readonly notes: readonly string[];
  /** Why no network can learn from these rows; null where one can. */
  readonly problem: string | null;
}

/** A way of training that does for most small texts; nothing is known of these. */
export const recipe = { firstRow: 0, hiddenSize: 16, seed: 7, epochs: 40, learningRate: 0.01, canGrow: false } as const;

/** What a text of one's own is cut into, in a student's words. */
export const stepsOf: Readonly<Record<StepsId, { readonly cut: CutId; readonly step: Task['step']; readonly whole: string }>> = {
  words: { cut: 'words', step: 'word', whole: 'text' },
  letters: { cut: 'letters', step: 'letter', whole: 'word' },
};

interface Tally {
  /** Counts a text's tokens. Gives the text, cut to the most steps; null where nothing in it can be read. */
  take(text: string): string | null;
  vocabulary(): readonly string[];
  lengths(): Lengths | null;
  /** Texts that were cut, and the reason for leaving out all others; null as long as there is room for them. */
  cut(): number;
  full(): string | null;
}

/** Characters of a long token. */
const longToken = 100;

/** Counts the tokens of texts that are read as the task reads. */
export function createTally(task: Pick<Task, 'cut' | 'targetSource'>): Tally {
  const cutter = cutterOf(task as Task, task.cut === 'words', { lowerCase: true, stopWords: false, stems: false });
  const words = new Set<string>();
  const lengths: number[] = [];
  let cut = 0;
  let steps = 0;
  return {
    take(text) {
      // No token is so long that these would not be enough of them.
      const head = text.length > mostSteps * longToken ? text.slice(0, mostSteps * longToken) : text;
      const { tokens } = cutter(head);
      if (tokens.length === 0) return null;
      for (const { text: word } of tokens.slice(0, mostSteps)) words.add(word);
      lengths.push(Math.min(tokens.length, mostSteps));
      steps += tokens.length;
      if (tokens.length <= mostSteps) return head;
      cut += 1;
      return head.slice(0, split(task as Task, head)[mostSteps]!.start).trimEnd();
    },
    vocabulary: () => [...words],
    lengths: () => lengthsOf(lengths),
    cut: () => cut,
    full: () => (steps < mostStepsInAll ? null : `comes after the first ${mostStepsInAll.toLocaleString('en')} steps`),
  };
}

export function lengthsOf(lengths: readonly number[]): Lengths | null {
  if (lengths.length === 0) return null;
  const sorted = lengths.toSorted((a, b) => a - b);
  return { shortest: sorted[0]!, median: sorted[Math.floor((sorted.length - 1) / 2)]!, longest: sorted.at(-1)! };
}

/** Says that rows were cut. */
export const cutNotes = (cut: number, step: string): readonly string[] =>
  cut === 0 ? [] : [`${cut === 1 ? 'One row is' : `${cut.toLocaleString('en')} rows are`} longer than ${mostSteps.toLocaleString('en')} ${step}s and cut there.`];

/** How often each label occurs, the most frequent first. */
export function countLabels(labels: Iterable<string>): readonly LabelCount[] {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].map(([label, count]) => ({ label, count })).toSorted((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
}

/** How many rows are made between two pauses. */
export const pauseEvery = 100;
