// Stop words: tokens [T] → those that are kept and those that are dropped, in order. Source: the English list of the
// package "stopword", after that of C. Umbel's "natural" (2011).
// oxlint-disable-next-line typescript/triple-slash-reference -- the package has no types, and no import can bring them in
/// <reference path="./stopword.d.ts" />
import { eng } from 'stopword';
import { lowerCased, type Token } from './tokens.ts';

/** A text with its stop words taken out. Each token is in one of the two. */
interface Sifted {
  readonly kept: readonly Token[];
  readonly dropped: readonly Token[];
}

/**
 * The English stop words: frequent words that say little by themselves, in lower case and by the alphabet. "never" is
 * one of them and "not" is none, so this list may turn a review round.
 */
export const stopWords: readonly string[] = eng.toSorted();

const known: ReadonlySet<string> = new Set(stopWords);

/** Whether the list has this word, in capitals or not. */
export function isStopWord(word: string): boolean {
  return known.has(lowerCased(word));
}

/** Takes the stop words out of a text, and says which they were. */
export function withoutStopWords(tokens: Iterable<Token>): Sifted {
  const kept: Token[] = [];
  const dropped: Token[] = [];
  for (const token of tokens) (isStopWord(token.text) ? dropped : kept).push(token);
  return { kept, dropped };
}
