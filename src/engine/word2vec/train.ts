// Training of word2vec over a corpus, one update an example: sentences of indices, a seed and an update rule → weights that
// have learned, in place, and a loss each epoch. The same seed gives the same numbers.
import type { Vector } from '../math/array.ts';
import { stream, type Random } from '../math/random.ts';
import { examplesOf, predictionOf, type Prediction } from './example.ts';
import { NegativePass } from './negative.ts';
import type { Word2VecNetwork } from './network.ts';
import { Noise, unigramCounts } from './noise.ts';
import { requireRoom } from './room.ts';
import { SoftmaxPass } from './softmax.ts';

/** Moves the parameters [n] in place along their gradients [n]: an optimiser's step. */
export type Update = (parameters: Vector, gradients: Vector) => void;

export interface Word2VecTraining {
  /** How many words to each side are the context. */
  readonly window: number;
  /** For the order of the examples and for the negatives. */
  readonly seed: number;
  /** K negatives for each word to predict; without it, the full softmax. */
  readonly negatives?: number | undefined;
  /** Whether each epoch has an order of its own; without it, it has. Otherwise as the corpus is written. */
  readonly isShuffled?: boolean | undefined;
}

/** A training at work. An epoch's order and negatives follow from the seed and its number alone. */
export class Word2VecTrainer {
  /** All that is learned from, in the order of the corpus. */
  readonly predictions: readonly Prediction[];
  private readonly network: Word2VecNetwork;
  private readonly update: Update;
  private readonly seed: number;
  private readonly isShuffled: boolean;
  private readonly lossOf: (prediction: Prediction) => number;
  private readonly gradients: Vector;
  private readonly order: Int32Array;
  private random: Random;
  private epochsDone = 0;
  private at = 0;
  private sum = 0;
  private mean = Number.NaN;

  /**
   * @throws Error if no sentence has two words, if an index is not that of a word, if a setting is out of its range, or if there
   *   would not be enough memory.
   */
  constructor(network: Word2VecNetwork, sentences: readonly ArrayLike<number>[], settings: Word2VecTraining, update: Update) {
    const { window, seed, negatives, isShuffled = true } = settings;
    this.network = network;
    this.update = update;
    this.seed = seed;
    this.isShuffled = isShuffled;
    requireRoom(network, sentences, window, negatives);
    this.predictions = sentences.flatMap((sentence) => examplesOf(sentence, window)).map((example) => predictionOf(network, example));
    if (this.predictions.length === 0) {
      throw new Error('Word2vec learns from words that stand together, but no sentence of the text has two words that are known.');
    }
    const capacity = this.predictions.reduce((most, { predicts }) => Math.max(most, predicts.length), 0);
    this.order = Int32Array.from(this.predictions.keys());
    this.random = this.arrange();
    if (negatives === undefined) {
      const pass = new SoftmaxPass(network, capacity);
      this.gradients = pass.gradients;
      this.lossOf = (prediction) => pass.run(prediction);
      return;
    }
    if (!Number.isSafeInteger(negatives) || negatives < 1) {
      throw new Error(`Negative sampling draws a whole number of words, 1 or more, against each word, but is to draw ${negatives}.`);
    }
    const counts = unigramCounts(sentences, network.vocabularySize);
    if (counts.filter((count) => count > 0).length < 2) {
      throw new Error('Negative sampling holds a word against other words, but the text has one word only, again and again.');
    }
    const noise = new Noise(counts);
    const pass = new NegativePass(network, capacity, negatives);
    const drawn = new Int32Array(capacity * negatives);
    this.gradients = pass.gradients;
    this.lossOf = (prediction) => {
      noise.fill(this.random, prediction.predicts, negatives, drawn);
      return pass.run(prediction, drawn);
    };
  }

  /** How many epochs are complete. */
  get epoch(): number {
    return this.epochsDone;
  }

  /** How many examples of the present epoch are done. */
  get position(): number {
    return this.at;
  }

  /** The mean loss over the examples of the latest complete epoch, each just before its update; NaN before there is one. */
  get epochLoss(): number {
    return this.mean;
  }

  /**
   * One update, on the next example; returns its loss just before. After the last example the next epoch begins.
   *
   * @throws Error if that loss is not a finite number. The weights are left as they are.
   */
  step(): number {
    const loss = this.lossOf(this.predictions[this.order[this.at]!]!);
    if (!Number.isFinite(loss)) {
      throw new Error(`In epoch ${this.epochsDone + 1} the loss is ${loss}: the weights have grown too large. Take a smaller learning rate.`);
    }
    this.update(this.network.parameters, this.gradients);
    this.sum += loss;
    this.at++;
    if (this.at === this.order.length) this.turn();
    return loss;
  }

  /** Goes on to the end of the present epoch; returns its `epochLoss`. */
  runEpoch(): number {
    do this.step();
    while (this.at > 0);
    return this.mean;
  }

  /** From one epoch to the next. */
  private turn(): void {
    this.mean = this.sum / this.order.length;
    this.sum = 0;
    this.at = 0;
    this.epochsDone++;
    this.random = this.arrange();
  }

  /** The order of the epoch that begins; returns its stream of random numbers, for the negatives. */
  private arrange(): Random {
    const { order } = this;
    for (let i = 0; i < order.length; i++) order[i] = i;
    const random = stream(this.seed, 'word2vec', this.epochsDone);
    if (!this.isShuffled) return random;
    // R. Durstenfeld, Algorithm 235 (1964).
    for (let i = order.length - 1; i > 0; i--) {
      const k = random.integer(i + 1);
      const kept = order[i]!;
      order[i] = order[k]!;
      order[k] = kept;
    }
    return random;
  }
}

/**
 * Trains for a number of epochs, on the network's own parameters; returns the mean loss of each epoch. Throws as the trainer does,
 * and where the epochs are not a whole number from 0.
 */
export function trainWord2Vec(
  network: Word2VecNetwork,
  sentences: readonly ArrayLike<number>[],
  settings: Word2VecTraining & { readonly epochs: number },
  update: Update,
): number[] {
  if (!Number.isSafeInteger(settings.epochs) || settings.epochs < 0) {
    throw new Error(`A training has a whole number of epochs, 0 or more, but is to have ${settings.epochs}.`);
  }
  const trainer = new Word2VecTrainer(network, sentences, settings, update);
  return Array.from({ length: settings.epochs }, () => trainer.runEpoch());
}
