// Vocabulary: words ↔ the indices 0 … V − 1 of their one-hot vectors, and a text's tokens → those indices [T].
import type { Token } from './tokens.ts';

export interface Vocabulary {
  /** The words in order: `words[i]` is the word whose one-hot vector has its 1 at i. */
  readonly words: readonly string[];
  /** The index of a word, −1 if it is not in the vocabulary. */
  readonly indexOf: (word: string) => number;
}

/** What is known of a token that is looked up: its place in a text does not matter. */
type Written = Pick<Token, 'text'>;

/** A text as the network reads it. */
interface Encoded<Each extends Written = Token> {
  /** One index per known token, in the order of the text. */
  readonly indices: Int32Array;
  /** The tokens those indices stand for: `known[t]` has index `indices[t]`. */
  readonly known: Each[];
  /** The words that were left out since the vocabulary lacks them, each once, in order of appearance. */
  readonly unknown: string[];
}

/** The vocabulary of these words in this order. Throws if a word stands twice. */
export function createVocabulary(words: readonly string[]): Vocabulary {
  const indices = new Map<string, number>();
  for (const [index, word] of words.entries()) {
    const earlier = indices.get(word);
    if (earlier !== undefined) {
      throw new Error(
        `A vocabulary holds each word once, but "${word}" is both word ${earlier + 1} and word ${index + 1}.`,
      );
    }
    indices.set(word, index);
  }
  return { words: [...words], indexOf: (word) => indices.get(word) ?? -1 };
}

/** The vocabulary of a text: its different words, in order of first appearance. */
export function buildVocabulary(tokens: Iterable<Token>): Vocabulary {
  const words = new Set<string>();
  for (const { text } of tokens) words.add(text);
  return createVocabulary([...words]);
}

/** The indices of a text's tokens. A word that the vocabulary lacks has no one-hot vector, so it is left out and named. */
export function encode<Each extends Written>(tokens: Iterable<Each>, vocabulary: Vocabulary): Encoded<Each> {
  const indices: number[] = [];
  const known: Each[] = [];
  const unknown = new Set<string>();
  for (const token of tokens) {
    const index = vocabulary.indexOf(token.text);
    if (index < 0) {
      unknown.add(token.text);
      continue;
    }
    indices.push(index);
    known.push(token);
  }
  return { indices: Int32Array.from(indices), known, unknown: [...unknown] };
}
