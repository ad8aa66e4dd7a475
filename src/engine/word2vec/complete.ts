// A gap in a sentence: the words around it → every word with how well it goes there, the best first.
import type { Word2VecNetwork } from './network.ts';
import { SoftmaxPass } from './softmax.ts';

export interface Filling {
  readonly word: number;
  /** CBOW: the score u · h of the word, h being the mean of the vectors around. Skip-gram: the mean score of the words around where the word is read. */
  readonly score: number;
  /** CBOW: softmax of the scores. Null for skip-gram, which learns no probability of the word in the middle. */
  readonly probability: number | null;
}

/** @param around indices of the words around the gap, at least one. */
export function fillGap(network: Word2VecNetwork, around: readonly number[], count: number): Filling[] {
  const reads = Int32Array.from(around);
  const all = network.kind === 'cbow' ? byContext(network, reads) : byCentre(network, reads);
  return all.sort((a, b) => b.score - a.score).slice(0, count);
}

function byContext(network: Word2VecNetwork, reads: Int32Array): Filling[] {
  const pass = new SoftmaxPass(network, 1);
  const probs = pass.predict(reads);
  return Array.from(probs, (probability, word) => ({ word, score: pass.logits[word]!, probability }));
}

function byCentre({ vocabularySize, dimension, inWeight, outWeight }: Word2VecNetwork, around: Int32Array): Filling[] {
  // The mean of the scores is the score with the mean.
  const mean = Float64Array.from({ length: dimension }, (_, j) => around.reduce((sum, word) => sum + outWeight[word * dimension + j]!, 0) / around.length);
  return Array.from({ length: vocabularySize }, (_, word) => ({
    word,
    score: mean.reduce((sum, value, j) => sum + value * inWeight[word * dimension + j]!, 0),
    probability: null,
  }));
}
