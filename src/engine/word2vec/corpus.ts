// What one epoch of word2vec learns from: sentences of indices → examples as the network takes them, with the sentence and the places that
// each is from. With subsampling, frequent words are left out at random, as often as they are frequent: a word that is a part f of the
// text stays with probability √(t/f). Source: T. Mikolov et al., Distributed representations (2013), eq. 5.
import type { Vector } from '../math/array.ts';
import type { Random } from '../math/random.ts';
import { noWord } from '../text/padding.ts';
import { placedExamplesOf, predictionOf, type Prediction } from './example.ts';
import type { Word2VecNetwork } from './network.ts';

export interface CorpusExample {
  readonly prediction: Prediction;
  /** Which sentence, and the places of the centre and of its context in it, 0-based. */
  readonly sentence: number;
  readonly at: number;
  readonly around: readonly number[];
}

/** Every example of these sentences, in their order. Throws as `examplesOf` and `predictionOf` do. */
export function corpusExamples(network: Word2VecNetwork, sentences: readonly ArrayLike<number>[], window: number): CorpusExample[] {
  return sentences.flatMap((words, sentence) =>
    placedExamplesOf(words, window).map((example) => ({ prediction: predictionOf(network, example), sentence, at: example.at, around: example.around })),
  );
}

/** [V]: how likely each word stays, for a threshold t: 1 for words that are no larger part of the text than t. */
export function keepChances(counts: Vector, threshold: number): Vector {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => (count === 0 ? 1 : Math.min(1, Math.sqrt((threshold * total) / count))));
}

/**
 * The same with frequent words left out. What is left moves together before the windows are laid, as in word2vec.c, so that a window
 * reaches further; the places are those of the whole sentence.
 *
 * @param chances of staying, [V].
 */
export function thinnedExamples(network: Word2VecNetwork, sentences: readonly ArrayLike<number>[], window: number, chances: Vector, random: Random): CorpusExample[] {
  return sentences.flatMap((words, sentence) => {
    const places: number[] = [];
    for (let t = 0; t < words.length; t++) {
      // Words that are always kept draw no number: rare ones cost nothing.
      if (words[t] === noWord || chances[words[t]!]! >= 1 || random.uniform(0, 1) < chances[words[t]!]!) places.push(t);
    }
    return placedExamplesOf(places.map((t) => words[t]!), window).map((example) => ({
      prediction: predictionOf(network, example),
      sentence,
      at: places[example.at]!,
      around: example.around.map((t) => places[t]!),
    }));
  });
}
