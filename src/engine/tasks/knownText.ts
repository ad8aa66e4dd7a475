// A text without the words that are skipped.
import { tokenise, type Token } from '../text/tokens.ts';
import { halves, join, split } from './split.ts';
import type { Task } from './task.ts';

/**
 * `text` without the words that neither the vocabulary `words` nor, behind `>`, the outputs have: it reads the same as the
 * text does now, whatever is added to the vocabulary later.
 */
export function knownText(task: Task, words: readonly string[], text: string): string {
  const [, written] = halves(task, text);
  const tokens = split(task, text);
  const read = task.cut === 'dense' ? tokens.map((token) => token.text) : among(words, tokens);
  return join(task, read, written === null ? null : among(task.outputs, tokenise(written)).join(' '));
}

function among(words: readonly string[], tokens: readonly Token[]): string[] {
  const known = new Set(words);
  return tokens.map((token) => token.text).filter((text) => known.has(text));
}
