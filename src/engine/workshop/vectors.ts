// Learning word vectors, one example an update: a corpus and settings → vectors, told as they move. The same seed gives the same numbers.
import type { Vector } from '../math/array.ts';
import { fallingRate, rowDescent } from '../word2vec/descent.ts';
import { initialWord2Vec, type Word2VecShape } from '../word2vec/network.ts';
import { Word2VecTrainer } from '../word2vec/train.ts';
import type { Beat } from './beat.ts';

export interface VectorJob extends Word2VecShape {
  readonly sentences: readonly Int32Array[];
  readonly window: number;
  /** Words drawn against each word to predict; 0: the full softmax. */
  readonly negatives: number;
  /** t; null: every word stays. */
  readonly subsampling: number | null;
  /** η of the first update; it falls evenly to almost nothing. */
  readonly learningRate: number;
  readonly epochs: number;
  readonly seed: number;
}

/** The example of the next update: where it stands in the corpus, and what is drawn against it. */
interface NextExample {
  readonly sentence: number;
  /** Place of the centre, and of the words around it. */
  readonly at: number;
  readonly around: readonly number[];
  /** [n][K] for the n words to predict; null for the full softmax. */
  readonly negatives: readonly (readonly number[])[] | null;
}

export interface VectorMoment {
  /** Epochs that are done, … */
  readonly epoch: number;
  /** … and examples of the present one. */
  readonly position: number;
  readonly exampleCount: number;
  /** A copy. */
  readonly parameters: Vector;
  /** Mean loss of each epoch so far, each example's just before its update. */
  readonly losses: Vector;
  /** η of the next update. */
  readonly rate: number;
  readonly next: NextExample;
}

export interface VectorEnd {
  readonly moment: VectorMoment;
  /** Why it ended early, in words; null: all epochs are done. The moment is the last good one. */
  readonly problem: string | null;
}

/** Examples between two pauses, where they are short. */
const between = 24;

/** @throws Error in words where nothing can be learned from these sentences. */
export function* learnVectors(job: VectorJob): Generator<Beat<VectorMoment> | null, VectorEnd> {
  const { sentences, window, negatives, subsampling, seed, learningRate, epochs, dimension } = job;
  const network = initialWord2Vec(job, seed);
  const losses: number[] = [];
  const rate = (): number => fallingRate(learningRate, trainer.epoch + trainer.position / trainer.exampleCount, epochs);
  const settings = { window, seed, negatives: negatives === 0 ? undefined : negatives, subsampling: subsampling ?? undefined };
  const trainer = new Word2VecTrainer(network, sentences, settings, rowDescent(dimension, rate));
  const moment = (): VectorMoment => {
    const { epoch, position, exampleCount, next, nextNegatives } = trainer;
    const { sentence, at, around } = next;
    const parameters = network.parameters.slice();
    return { epoch, position, exampleCount, parameters, losses: Float64Array.from(losses), rate: rate(), next: { sentence, at, around, negatives: nextNegatives } };
  };
  const row: Beat<VectorMoment> = { over: 'row', progress: moment };
  const epoch: Beat<VectorMoment> = { over: 'epoch', progress: moment };
  let count = 0;
  while (trainer.epoch < epochs) {
    try {
      trainer.step();
    } catch (error) {
      return { moment: moment(), problem: error instanceof Error ? error.message : String(error) };
    }
    if (trainer.position === 0) {
      losses.push(trainer.epochLoss);
      yield epoch;
    } else yield row;
    count++;
    if (count % between === 0) yield null;
  }
  return { moment: moment(), problem: null };
}
