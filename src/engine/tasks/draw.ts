// Sequences of any length for a task, drawn by a stream of random numbers from what the task itself reads.
import type { Random } from '../math/random.ts';
import { readTokens, type Reading } from './read.ts';
import { join, split } from './split.ts';
import type { Task } from './task.ts';

/** Reads T steps drawn from the vocabulary `words`, or from the steps of the task's rows. A task of a single step has just one. */
export function readDrawn(task: Task, words: readonly string[], T: number, random: Random, label?: number): Reading {
  const { tokens, written } = drawn(task, words, T, random);
  return readTokens(task, words, tokens, { written, label });
}

/** A text that reads as what `readDrawn` reads with the same stream. */
export function drawnText(task: Task, words: readonly string[], T: number, random: Random): string {
  const { tokens, written } = drawn(task, words, T, random);
  return join(task, tokens, written);
}

interface Drawn {
  readonly tokens: readonly string[];
  readonly written: string | null;
}

function drawn(task: Task, words: readonly string[], T: number, random: Random): Drawn {
  const { targetSource: source, classes = [], cut, isSingle } = task;
  const end = 'end' in source ? source.end : undefined;
  const known = cut === 'dense' ? task.rows.flatMap((row) => split(task, row.text).map(({ text }) => text)) : words;
  const special = new Set([...classes, end]);
  const common = known.filter((word) => !special.has(word));
  // Where each token is the target of the one before it, there is one more of them than steps, unless an end follows.
  const count = isSingle ? 1 : source.kind === 'next' && end === undefined ? T + 1 : T;
  const tokens = Array.from({ length: count }, (_, k) => random.pick(k === 0 && classes.length > 0 ? classes : common));
  if (source.kind !== 'written') return { tokens, written: null };
  const said = task.outputs.filter((word) => word !== source.end && word !== source.start);
  return { tokens, written: Array.from({ length: Math.max(T - 1, 1) }, () => random.pick(said)).join(' ') };
}
