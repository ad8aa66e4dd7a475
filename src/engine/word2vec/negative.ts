// Word2vec with negative sampling: each word to predict is told apart from K words drawn at random, by 1 + K scores u · h.
// L = Σ over the words o to predict of −ln σ(u_o · h) − Σ_k ln σ(−u_k · h). Source: T. Mikolov et al., Distributed
// representations of words and phrases and their compositionality (2013), eq. 4.
import type { Vector } from '../math/array.ts';
import { logistic, softplus } from '../math/logistic.ts';
import type { Prediction } from './example.ts';
import { readHidden, spreadHidden } from './hidden.ts';
import type { Word2VecNetwork } from './network.ts';

/**
 * The numbers of one example, computed again and again in the same memory. Scores stand in rows of 1 + K, a row for each of
 * the n words to predict: that word, then its negatives. Only the first n rows mean something.
 */
export class NegativePass {
  /** h [D]. */
  readonly hidden: Vector;
  /** u · h [n, 1 + K]. */
  readonly logits: Vector;
  /** σ(logits) [n, 1 + K]: how likely the pair is taken for a real one. */
  readonly probs: Vector;
  /** [n]: the loss of each word to predict, its negatives included. */
  readonly stepLoss: Vector;
  /** ∂L/∂logits [n, 1 + K]: σ − 1 for the word, σ for a negative. */
  readonly dLogits: Vector;
  /** ∂L/∂h [D]. */
  readonly dHidden: Vector;
  /** ∂L/∂ of the parameters, in their layout; 0 for words that take no part. */
  readonly gradients: Vector;
  /** K. */
  readonly negativeCount: number;
  private readonly network: Word2VecNetwork;
  /** [2V]: whether a row of the parameters has a gradient, and those that have, as far as `rowCount`. */
  private readonly isRow: Uint8Array;
  private readonly rowList: Int32Array;
  private rowCount = 0;

  /** @param capacity the largest number of words that an example predicts. */
  constructor(network: Word2VecNetwork, capacity: number, negativeCount: number) {
    const scores = capacity * (1 + negativeCount);
    this.network = network;
    this.negativeCount = negativeCount;
    this.hidden = new Float64Array(network.dimension);
    this.logits = new Float64Array(scores);
    this.probs = new Float64Array(scores);
    this.stepLoss = new Float64Array(capacity);
    this.dLogits = new Float64Array(scores);
    this.dHidden = new Float64Array(network.dimension);
    this.gradients = new Float64Array(network.parameters.length);
    this.isRow = new Uint8Array(2 * network.vocabularySize);
    this.rowList = new Int32Array(2 * network.vocabularySize);
  }

  /**
   * The rows of the parameters that have a gradient, each once: i for in.weight of word i, V + i for out.weight. All others are 0, so
   * that an update need not go over a large vocabulary. A view, until the next run.
   */
  get rows(): Int32Array {
    return this.rowList.subarray(0, this.rowCount);
  }

  /**
   * The loss of an example, with all numbers that belong to it and all gradients.
   *
   * @param negatives [n, K]: the words drawn for each word to predict. Indices are not checked here.
   */
  run({ reads, predicts }: Prediction, negatives: Int32Array): number {
    const { hidden, dHidden, gradients, stepLoss, negativeCount: K } = this;
    readHidden(this.network, reads, hidden);
    dHidden.fill(0);
    this.clear();
    for (let i = 0; i < reads.length; i++) this.touch(reads[i]!);
    let loss = 0;
    for (let i = 0; i < predicts.length; i++) {
      let own = this.score(i * (1 + K), predicts[i]!, true);
      for (let k = 0; k < K; k++) own += this.score(i * (1 + K) + 1 + k, negatives[i * K + k]!, false);
      stepLoss[i] = own;
      loss += own;
    }
    spreadHidden(this.network, reads, dHidden, gradients);
    return loss;
  }

  /** Rows of the run before become 0 again. */
  private clear(): void {
    const { dimension } = this.network;
    for (let i = 0; i < this.rowCount; i++) {
      const row = this.rowList[i]!;
      this.isRow[row] = 0;
      this.gradients.fill(0, row * dimension, (row + 1) * dimension);
    }
    this.rowCount = 0;
  }

  private touch(row: number): void {
    if (this.isRow[row] === 1) return;
    this.isRow[row] = 1;
    this.rowList[this.rowCount++] = row;
  }

  /** One score, its loss, and the gradients that go out from it. */
  private score(at: number, word: number, isReal: boolean): number {
    const { hidden, logits, probs, dLogits, dHidden, gradients } = this;
    const { vocabularySize, dimension, outWeight } = this.network;
    const row = word * dimension;
    const gradientRow = (vocabularySize + word) * dimension;
    this.touch(vocabularySize + word);
    let y = 0;
    for (let j = 0; j < dimension; j++) y += outWeight[row + j]! * hidden[j]!;
    logits[at] = y;
    probs[at] = logistic(y);
    // σ(y) − 1 = −σ(−y), which keeps its digits where σ(y) is nearly 1.
    const d = isReal ? -logistic(-y) : probs[at];
    dLogits[at] = d;
    for (let j = 0; j < dimension; j++) {
      dHidden[j]! += d * outWeight[row + j]!;
      gradients[gradientRow + j]! += d * hidden[j]!;
    }
    return softplus(isReal ? -y : y);
  }
}
