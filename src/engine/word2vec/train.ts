// Training of word2vec over a corpus, one update an example: sentences of indices, a seed and an update rule → weights that
// have learned, in place, and a loss each epoch. The same seed gives the same numbers.
import type { Vector } from '../math/array.ts';
import { stream, type Random } from '../math/random.ts';
import { corpusExamples, keepChances, thinnedExamples, type CorpusExample } from './corpus.ts';
import type { Prediction } from './example.ts';
import { NegativePass } from './negative.ts';
import type { Word2VecNetwork } from './network.ts';
import { Noise, unigramCounts } from './noise.ts';
import { requireRoom } from './room.ts';
import { SoftmaxPass } from './softmax.ts';

/**
 * Moves the parameters [n] in place along their gradients [n]: an optimiser's step. `rows` are those of the parameters, D numbers each,
 * that have a gradient at all; null where every one may have.
 */
export type Update = (parameters: Vector, gradients: Vector, rows: Int32Array | null) => void;

export interface Word2VecTraining {
  /** How many words to each side are the context. */
  readonly window: number;
  /** For the order of the examples, the negatives, and the words that subsampling leaves out. */
  readonly seed: number;
  /** K negatives for each word to predict; without it, the full softmax. */
  readonly negatives?: number | undefined;
  /** Whether each epoch has an order of its own; without it, it has. Otherwise as the corpus is written. */
  readonly isShuffled?: boolean | undefined;
  /** t: words that are a larger part of the text are left out at random, anew in each epoch; without it, all words stay. */
  readonly subsampling?: number | undefined;
}

/** A training at work. An epoch's order, negatives and left out words follow from the seed and its number alone. */
export class Word2VecTrainer {
  private readonly network: Word2VecNetwork;
  private readonly sentences: readonly ArrayLike<number>[];
  private readonly settings: Word2VecTraining;
  private readonly update: Update;
  /** [V]: how likely a word stays; null where all do. */
  private readonly chances: Vector | null;
  private readonly noise: Noise | null;
  private readonly pass: SoftmaxPass | NegativePass;
  /** [n, K] for the example that comes next. */
  private readonly drawn: Int32Array;
  private examples: readonly CorpusExample[];
  private order: Int32Array = new Int32Array();
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
    const { window, negatives, subsampling } = settings;
    this.network = network;
    this.sentences = sentences;
    this.settings = settings;
    this.update = update;
    requireRoom(network, sentences, window, negatives);
    this.examples = corpusExamples(network, sentences, window);
    if (this.examples.length === 0) {
      throw new Error('Word2vec learns from words that stand together, but no sentence of the text has two words that are known.');
    }
    const counts = unigramCounts(sentences, network.vocabularySize);
    this.chances = subsampling === undefined ? null : keepChances(counts, requireThreshold(subsampling));
    // Of a sentence that has closed up, too.
    const capacity = network.kind === 'cbow' ? 1 : sentences.reduce((most, { length }) => Math.max(most, Math.min(2 * window, length - 1)), 1);
    if (negatives === undefined) {
      this.noise = null;
      this.pass = new SoftmaxPass(network, capacity);
    } else {
      if (!Number.isSafeInteger(negatives) || negatives < 1) {
        throw new Error(`Negative sampling draws a whole number of words, 1 or more, against each word, but is to draw ${negatives}.`);
      }
      if (counts.filter((count) => count > 0).length < 2) {
        throw new Error('Negative sampling holds a word against other words, but the text has one word only, again and again.');
      }
      this.noise = new Noise(counts);
      this.pass = new NegativePass(network, capacity, negatives);
    }
    this.drawn = new Int32Array(capacity * (negatives ?? 0));
    this.random = this.arrange();
    this.draw();
  }

  /** How many epochs are complete. */
  get epoch(): number {
    return this.epochsDone;
  }

  /** How many examples of the present epoch are done, … */
  get position(): number {
    return this.at;
  }

  /** … and how many there are in it. */
  get exampleCount(): number {
    return this.order.length;
  }

  /** All that is learned from in the present epoch, in the order of the corpus. */
  get predictions(): readonly Prediction[] {
    return this.examples.map(({ prediction }) => prediction);
  }

  /** The example of the next step, … */
  get next(): CorpusExample {
    return this.examples[this.order[this.at]!]!;
  }

  /** … and the words that are drawn against each word that it predicts, [n][K]; null for the full softmax. */
  get nextNegatives(): number[][] | null {
    const { negatives } = this.settings;
    if (negatives === undefined) return null;
    return Array.from(this.next.prediction.predicts, (_, i) => Array.from(this.drawn.subarray(i * negatives, (i + 1) * negatives)));
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
    const { pass, next, network } = this;
    const loss = pass instanceof NegativePass ? pass.run(next.prediction, this.drawn) : pass.run(next.prediction);
    if (!Number.isFinite(loss)) {
      throw new Error(`In epoch ${this.epochsDone + 1} the loss is ${loss}: the weights have grown too large. Take a smaller learning rate.`);
    }
    this.update(network.parameters, pass.gradients, pass instanceof NegativePass ? pass.rows : null);
    this.sum += loss;
    this.at++;
    if (this.at === this.order.length) this.turn();
    this.draw();
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

  /** The negatives of the next example. */
  private draw(): void {
    this.noise?.fill(this.random, this.next.prediction.predicts, this.settings.negatives ?? 0, this.drawn);
  }

  /** The examples of the epoch that begins, and their order; returns its stream of random numbers, for the negatives. */
  private arrange(): Random {
    const { network, sentences, chances } = this;
    const { seed, window, isShuffled = true } = this.settings;
    if (chances) {
      const thinned = thinnedExamples(network, sentences, window, chances, stream(seed, 'word2vec', 'subsampling', this.epochsDone));
      // Where nothing at all would be left, the epoch is of the whole text.
      this.examples = thinned.length > 0 ? thinned : corpusExamples(network, sentences, window);
    }
    const order = this.examples.length === this.order.length ? this.order : new Int32Array(this.examples.length);
    for (let i = 0; i < order.length; i++) order[i] = i;
    this.order = order;
    const random = stream(seed, 'word2vec', this.epochsDone);
    if (!isShuffled) return random;
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

function requireThreshold(subsampling: number): number {
  if (subsampling > 0 && subsampling <= 1) return subsampling;
  throw new Error(`Subsampling leaves out words that are more than a part of the text, more than 0 and at most 1, but the part is ${subsampling}.`);
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
