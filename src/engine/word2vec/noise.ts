// Which words stand in for wrong ones: drawn with a probability that grows with count^0.75, so that rare words come up more
// often than they occur. Counts [V] → draws. Source: T. Mikolov et al., Distributed representations (2013), section 2.2.
import type { Vector } from '../math/array.ts';
import type { Random } from '../math/random.ts';
import { noWord } from '../text/padding.ts';
import { requireWords } from './example.ts';

/** How often each of V words occurs in these sentences, [V]; −1, no word, is not counted. Throws at any other index. */
export function unigramCounts(sentences: readonly ArrayLike<number>[], vocabularySize: number): Vector {
  const counts = new Float64Array(vocabularySize);
  for (const sentence of sentences) {
    const words = Array.from(sentence).filter((index) => index !== noWord);
    requireWords(words, vocabularySize);
    for (const word of words) counts[word]! += 1;
  }
  return counts;
}

/** Draws words by count^0.75. */
export class Noise {
  /** [V]: the weights of the words up to and with each one, added up. */
  private readonly upTo: Vector;
  /** The last word that can be drawn. */
  private readonly last: number;

  /** @throws Error if a count is negative or not finite. */
  constructor(counts: ArrayLike<number>) {
    this.upTo = new Float64Array(counts.length);
    let total = 0;
    let last = -1;
    for (let word = 0; word < counts.length; word++) {
      const count = counts[word]!;
      if (!(count >= 0 && count < Infinity)) throw new Error(`Words are counted from 0 on, but word ${word} has the count ${count}.`);
      if (count > 0) last = word;
      // √x · √√x is x^0.75, by operations that are the same to the last bit in every browser; Math.pow is not.
      total += Math.sqrt(count) * Math.sqrt(Math.sqrt(count));
      this.upTo[word] = total;
    }
    this.last = last;
  }

  /**
   * How likely a word is drawn, where `positive` is the word that is never drawn; 0 of no other word.
   */
  probability(word: number, positive: number): number {
    const others = this.others(positive);
    return word === positive || others === 0 ? 0 : (this.upTo[word]! - this.before(word)) / others;
  }

  /**
   * A word other than `positive`, from the next number of the stream: one draw, however frequent `positive` is.
   *
   * @throws Error if there is no other word.
   */
  draw(random: Random, positive: number): number {
    const { upTo } = this;
    const others = this.others(positive);
    if (!(others > 0)) {
      throw new Error(`Negative words are drawn from the other words of the text, but word ${positive} is the only one in it.`);
    }
    // The place on a line on which every word but `positive` has its weight as length; then on the line of all words.
    const place = random.uniform(0, others);
    const before = this.before(positive);
    if (place < before) return this.wordAt(place, 0, positive - 1);
    // Rounding may lead past the end of the line: the last word is there.
    return this.wordAt(upTo[positive]! + (place - before), positive + 1, this.last);
  }

  /** Fills `out` [n, K] with K words for each of the n words to predict, none of them that word. */
  fill(random: Random, predicts: Int32Array, negativeCount: number, out: Int32Array): void {
    for (let i = 0; i < predicts.length; i++) {
      for (let k = 0; k < negativeCount; k++) out[i * negativeCount + k] = this.draw(random, predicts[i]!);
    }
  }

  private before(word: number): number {
    return word === 0 ? 0 : this.upTo[word - 1]!;
  }

  private others(positive: number): number {
    return this.before(positive) + (this.upTo[this.upTo.length - 1]! - this.upTo[positive]!);
  }

  /** The first word from `low` on whose stretch ends after the place; `high` if none does. */
  private wordAt(place: number, low: number, high: number): number {
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.upTo[middle]! > place) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
