// Bag of words: tokens [T] → how often each word of a vocabulary is among them, [V]. Their order is lost.
// Source: Z. Harris, Distributional structure (1954).
import type { Vector } from '../math/array.ts';
import type { Token } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';

/** `counts`: how often a word occurs; `binary`: 1 if it occurs at all. */
export type BagKind = 'counts' | 'binary';

/** A word that the vocabulary lacks, and how often the text has it. */
interface UnknownWord {
  readonly word: string;
  readonly count: number;
}

export interface Bag {
  readonly kind: BagKind;
  /** [V], in the order of the vocabulary. */
  readonly values: Vector;
  /** How many tokens were counted, each as often as it occurs. */
  readonly counted: number;
  /** The words that were not counted as the vocabulary lacks them, each once, in order of appearance. */
  readonly unknown: readonly UnknownWord[];
}

/** The bag of a text. A text without known words gives zeros. Every token is either `counted` or among the `unknown`. */
export function bagOfWords(tokens: Iterable<Token>, vocabulary: Vocabulary, kind: BagKind): Bag {
  const values = new Float64Array(vocabulary.words.length);
  const unknown = new Map<string, number>();
  let counted = 0;
  for (const { text } of tokens) {
    const index = vocabulary.indexOf(text);
    if (index < 0) {
      unknown.set(text, (unknown.get(text) ?? 0) + 1);
      continue;
    }
    values[index] = kind === 'binary' ? 1 : values[index]! + 1;
    counted++;
  }
  return { kind, values, counted, unknown: Array.from(unknown, ([word, count]) => ({ word, count })) };
}
