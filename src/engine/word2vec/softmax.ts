// Word2vec with the full softmax: h [D] → logits out.weight · h [V] → probabilities of all words → loss, and all gradients.
// L = Σ over the words to predict of ln Σ_k e^(y_k) − y_word. Mikolov et al. (2013); X. Rong, word2vec parameter learning
// explained (2014), section 1.
import type { Vector } from '../math/array.ts';
import type { Prediction } from './example.ts';
import { readHidden, spreadHidden } from './hidden.ts';
import type { Word2VecNetwork } from './network.ts';

/** The numbers of one example, computed again and again in the same memory. All is read from the network as it is then. */
export class SoftmaxPass {
  /** h [D]. */
  readonly hidden: Vector;
  /** y [V]. */
  readonly logits: Vector;
  /** softmax(y) [V]. */
  readonly probs: Vector;
  /** The loss of each word to predict; only as many entries as there are such words mean something. */
  readonly stepLoss: Vector;
  /** ∂L/∂y [V]: n · probs, less 1 at each of the n words to predict. */
  readonly dLogits: Vector;
  /** ∂L/∂h [D]. */
  readonly dHidden: Vector;
  /** ∂L/∂ of the parameters, in their layout. */
  readonly gradients: Vector;
  private readonly network: Word2VecNetwork;
  /** The word with the largest logit, and the e^(y − largest) of all the others together. */
  private top = 0;
  private rest = 0;

  /** @param capacity the largest number of words that an example predicts. */
  constructor(network: Word2VecNetwork, capacity: number) {
    const { vocabularySize, dimension, parameters } = network;
    this.network = network;
    this.hidden = new Float64Array(dimension);
    this.logits = new Float64Array(vocabularySize);
    this.probs = new Float64Array(vocabularySize);
    this.stepLoss = new Float64Array(capacity);
    this.dLogits = new Float64Array(vocabularySize);
    this.dHidden = new Float64Array(dimension);
    this.gradients = new Float64Array(parameters.length);
  }

  /** How likely each word is, where these words are read: `probs` [V], until the next call. Completes a sentence. */
  predict(reads: Int32Array): Vector {
    const { hidden, logits, probs } = this;
    const { vocabularySize, dimension, outWeight } = this.network;
    readHidden(this.network, reads, hidden);
    let top = 0;
    for (let k = 0; k < vocabularySize; k++) {
      let y = 0;
      for (let j = 0; j < dimension; j++) y += outWeight[k * dimension + j]! * hidden[j]!;
      logits[k] = y;
      if (y > logits[top]!) top = k;
    }
    // The largest term of the sum is e^0 = 1. The others are kept apart from it: 1 + e^−40 would be 1.
    const largest = logits[top]!;
    let rest = 0;
    for (let k = 0; k < vocabularySize; k++) {
      probs[k] = Math.exp(logits[k]! - largest);
      if (k !== top) rest += probs[k]!;
    }
    for (let k = 0; k < vocabularySize; k++) probs[k]! /= 1 + rest;
    this.top = top;
    this.rest = rest;
    return probs;
  }

  /** The loss of an example, with all numbers that belong to it and all gradients. Its indices are not checked here. */
  run({ reads, predicts }: Prediction): number {
    this.predict(reads);
    const loss = this.compare(predicts);
    this.spread(reads);
    return loss;
  }

  /** Loss and ∂L/∂logits. */
  private compare(predicts: Int32Array): number {
    const { logits, probs, dLogits, stepLoss, top, rest } = this;
    const n = predicts.length;
    const base = Math.log1p(rest);
    for (let k = 0; k < dLogits.length; k++) dLogits[k] = n * probs[k]!;
    let loss = 0;
    let hits = 0;
    for (let i = 0; i < n; i++) {
      const word = predicts[i]!;
      stepLoss[i] = logits[top]! - logits[word]! + base; // two numbers ≥ 0, so nothing cancels
      loss += stepLoss[i]!;
      if (word === top) hits++;
      else dLogits[word]! -= 1;
    }
    // p − 1 of the likeliest word, from what the others have: of p = 1 − 1e-17 itself, 0 would be left.
    dLogits[top] = n - hits - (n * rest) / (1 + rest);
    return loss;
  }

  /** From ∂L/∂logits to ∂L/∂h and both matrices. */
  private spread(reads: Int32Array): void {
    const { hidden, dLogits, dHidden, gradients } = this;
    const { vocabularySize, dimension, outWeight } = this.network;
    const out = vocabularySize * dimension;
    dHidden.fill(0);
    gradients.fill(0, 0, out);
    for (let k = 0; k < vocabularySize; k++) {
      const d = dLogits[k]!;
      const at = k * dimension;
      for (let j = 0; j < dimension; j++) {
        dHidden[j]! += d * outWeight[at + j]!;
        gradients[out + at + j] = d * hidden[j]!;
      }
    }
    spreadHidden(this.network, reads, dHidden, gradients);
  }
}
