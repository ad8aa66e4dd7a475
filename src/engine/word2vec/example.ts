// What word2vec learns from: a sentence of word indices [T] → each word with those in a window around it, and what is read
// and what is predicted of them. Source: T. Mikolov et al., Efficient estimation of word representations (2013), figure 1.
import { noWord } from '../text/padding.ts';
import type { Word2VecKind, Word2VecNetwork } from './network.ts';

export interface Word2VecExample {
  /** The index of a word, … */
  readonly centre: number;
  /** … and of those around it, left to right, repetitions kept. */
  readonly context: ArrayLike<number>;
}

/** An example with the places of its words in the sentence, 0-based. */
interface PlacedExample extends Word2VecExample {
  readonly at: number;
  readonly around: readonly number[];
}

/** An example as one of the two models takes it: the mean of the vectors read is to predict each of the other words. */
export interface Prediction {
  readonly reads: Int32Array;
  readonly predicts: Int32Array;
}

/** A word and one of those around it, as skip-gram counts them. */
type WordPair = readonly [centre: number, context: number];

/**
 * Each word of a sentence with its context: the words at a distance of at most `window`, as far as the sentence goes. A
 * word that stands alone has no context and gives no example; −1, no word, is in none, and keeps its place.
 *
 * @throws Error if the window is not a whole number of at least 1.
 */
export function examplesOf(sentence: ArrayLike<number>, window: number): Word2VecExample[] {
  return placedExamplesOf(sentence, window).map(({ centre, context }) => ({ centre, context }));
}

/** The same, with where its words stand. */
export function placedExamplesOf(sentence: ArrayLike<number>, window: number): PlacedExample[] {
  if (!Number.isSafeInteger(window) || window < 1) {
    throw new Error(`A window reaches a whole number of words to each side, 1 or more, but this one is ${window}.`);
  }
  const examples: PlacedExample[] = [];
  for (let t = 0; t < sentence.length; t++) {
    const centre = sentence[t]!;
    if (centre === noWord) continue;
    const around: number[] = [];
    for (let s = Math.max(0, t - window); s <= Math.min(sentence.length - 1, t + window); s++) {
      if (s !== t && sentence[s] !== noWord) around.push(s);
    }
    if (around.length > 0) examples.push({ centre, context: around.map((s) => sentence[s]!), at: t, around });
  }
  return examples;
}

/** Every word of a sentence paired with each word of its context. The window is that of `examplesOf`. */
export function pairsOf(sentence: ArrayLike<number>, window: number): WordPair[] {
  return examplesOf(sentence, window).flatMap(({ centre, context }) => Array.from(context, (word): WordPair => [centre, word]));
}

const readings: Readonly<Record<Word2VecKind, (centre: Int32Array, context: Int32Array) => Prediction>> = {
  cbow: (centre, context) => ({ reads: context, predicts: centre }),
  skipgram: (centre, context) => ({ reads: centre, predicts: context }),
};

/**
 * What of an example is read and what is predicted: CBOW reads the context and predicts the centre, skip-gram the reverse.
 *
 * @throws Error if there is no context, or if an index is not that of one of the network's words.
 */
export function predictionOf({ kind, vocabularySize }: Word2VecNetwork, { centre, context }: Word2VecExample): Prediction {
  if (context.length === 0) throw new Error('This word stands alone: word2vec learns from a word and at least one other around it.');
  requireWords(Array.from(context), vocabularySize);
  requireWords([centre], vocabularySize);
  return readings[kind](Int32Array.of(centre), Int32Array.from(context));
}

/** @throws Error in words if one of the indices is not that of a word. */
export function requireWords(indices: readonly number[], vocabularySize: number): void {
  const wrong = indices.find((index) => !Number.isInteger(index) || index < 0 || index >= vocabularySize);
  if (wrong !== undefined) {
    throw new Error(`The vocabulary has ${vocabularySize} words, with the indices 0 to ${vocabularySize - 1}, so there is no word ${wrong}.`);
  }
}
