// The memory that the examples of a text take, estimated from its lengths, the window and the negatives before they are made.
import { megabytes, memoryCap } from '../run/memory.ts';
import type { Word2VecNetwork } from './network.ts';

/** Bytes of an example beside its words, about. */
const EXAMPLE = 400;
/** Bytes of a word in an example with its place, and of a score with all that belongs to it. */
const WORD = 12;
const SCORE = 28;

/** Throws an `Error` in words where the examples of a text, or the scores of one, would need more memory than there may be. */
export function requireRoom({ kind }: Word2VecNetwork, sentences: readonly ArrayLike<number>[], window: number, negatives = 0): void {
  const contextOf = (length: number): number => Math.max(0, Math.min(2 * window, length - 1));
  const examples = sentences.reduce((total, { length }) => total + length * (EXAMPLE + WORD * contextOf(length)), 0);
  const predicted = kind === 'cbow' ? 1 : sentences.reduce((most, { length }) => Math.max(most, contextOf(length)), 0);
  const bytes = examples + SCORE * predicted * (1 + negatives);
  if (!(bytes > memoryCap)) return; // nor where a setting is no number, which is said elsewhere
  const drawn = negatives > 0 ? ` and ${negatives.toLocaleString('en')} negatives` : '';
  throw new Error(
    `The examples of this text, with a window of ${window.toLocaleString('en')} words${drawn}, would need ${megabytes(bytes)}; ` +
      `the limit is ${megabytes(memoryCap)}. Take a smaller window, fewer negatives or a shorter text.`,
  );
}
