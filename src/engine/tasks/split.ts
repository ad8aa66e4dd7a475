// The parts of a text: the steps that are read, and what is written behind them.
import type { Token } from '../text/tokens.ts';
import { cuts } from './cut.ts';
import type { Task } from './task.ts';

/** Where a task's targets are written behind the input, the two halves; else the text, and null. */
export function halves(task: Task, text: string): readonly [input: string, written: string | null] {
  const at = task.targetSource.kind === 'written' ? text.indexOf('>') : -1;
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + 1)];
}

/** The steps of a text along its input: words, letters, pictures, as the task reads. */
export function split(task: Task, text: string): readonly Token[] {
  const cut = cuts[task.cut].apart;
  const [input] = halves(task, text);
  if (input.length < longText) return cut(input);
  if (latest?.text !== input || latest.cut !== cut) latest = { text: input, cut, tokens: cut(input) };
  return latest.tokens;
}

/** A text of this many characters takes long enough to cut that the latest one is remembered: it is asked for again and again. */
const longText = 1000;
let latest: { readonly text: string; readonly cut: (text: string) => Token[]; readonly tokens: readonly Token[] } | null = null;

/** A text of these tokens, with what is written behind them. */
export function join(task: Task, tokens: readonly string[], written: string | null): string {
  const text = cuts[task.cut].together(tokens);
  return written === null ? text : `${text} > ${written}`;
}
