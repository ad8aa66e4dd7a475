// One example through a word2vec network, forwards and backwards, as plain numbers: what a reader, a file or a test takes.
// Shapes: hidden [D], logits and probs [V] (with negatives [n, 1 + K]), stepLoss [n], gradients [V, D] each.
import type { Vector } from '../math/array.ts';
import { norm } from '../math/linear.ts';
import { predictionOf, requireWords, type Word2VecExample } from './example.ts';
import { NegativePass } from './negative.ts';
import type { Word2VecNetwork } from './network.ts';
import { SoftmaxPass } from './softmax.ts';

/** Scores is number[] for the full softmax and number[][] for negative sampling. */
interface Word2VecNumbers<Scores> {
  readonly hidden: readonly number[];
  readonly logits: Scores;
  readonly probs: Scores;
  /** One for each word to predict: a single one for CBOW. */
  readonly stepLoss: readonly number[];
  /** The sum of `stepLoss`. */
  readonly loss: number;
  readonly dLogits: Scores;
  readonly dHidden: readonly number[];
  /** Row i belongs to word i. */
  readonly gradients: Readonly<Record<'in.weight' | 'out.weight', readonly (readonly number[])[]>>;
  /** ‖all gradients‖. */
  readonly gradNorm: number;
}

/**
 * All numbers of one example with the full softmax.
 *
 * @throws Error if there is no context, or if an index is not that of one of the network's words.
 */
export function word2vecPass(network: Word2VecNetwork, example: Word2VecExample): Word2VecNumbers<readonly number[]> {
  const prediction = predictionOf(network, example);
  const pass = new SoftmaxPass(network, prediction.predicts.length);
  const loss = pass.run(prediction);
  return {
    ...common(network, pass, loss),
    logits: Array.from(pass.logits),
    probs: Array.from(pass.probs),
    dLogits: Array.from(pass.dLogits),
  };
}

/**
 * All numbers of one example with negative sampling.
 *
 * @param negatives for each word to predict (CBOW: the centre; skip-gram: each word of the context) the words drawn against
 *   it, as many for each.
 * @throws Error also if the negatives do not fit, or if one of them is the very word to predict.
 */
export function negativeSamplingPass(
  network: Word2VecNetwork,
  example: Word2VecExample,
  negatives: readonly (readonly number[])[],
): Word2VecNumbers<readonly (readonly number[])[]> {
  const prediction = predictionOf(network, example);
  const { predicts } = prediction;
  const K = negatives[0]?.length ?? 0;
  if (negatives.length !== predicts.length || negatives.some((each) => each.length !== K)) {
    throw new Error(
      `Each of the ${predicts.length} words to predict needs a list of negatives, all lists of one length, but the lengths are [${negatives.map((each) => each.length).join(', ')}].`,
    );
  }
  requireWords(negatives.flat(), network.vocabularySize);
  const wrong = negatives.findIndex((each, i) => each.includes(predicts[i]!));
  if (wrong >= 0) throw new Error(`Word ${predicts[wrong]!} is to be predicted, so it cannot be one of its own negatives.`);
  const pass = new NegativePass(network, predicts.length, K);
  const loss = pass.run(prediction, Int32Array.from(negatives.flat()));
  return {
    ...common(network, pass, loss),
    logits: rows(pass.logits, 1 + K),
    probs: rows(pass.probs, 1 + K),
    dLogits: rows(pass.dLogits, 1 + K),
  };
}

function common({ dimension }: Word2VecNetwork, pass: SoftmaxPass | NegativePass, loss: number) {
  const { hidden, stepLoss, dHidden, gradients } = pass;
  const half = gradients.length / 2;
  return {
    hidden: Array.from(hidden),
    stepLoss: Array.from(stepLoss),
    loss,
    dHidden: Array.from(dHidden),
    gradients: {
      'in.weight': rows(gradients.subarray(0, half), dimension),
      'out.weight': rows(gradients.subarray(half), dimension),
    },
    gradNorm: norm(gradients),
  };
}

function rows(matrix: Vector, columns: number): number[][] {
  return Array.from({ length: matrix.length / columns }, (_, i) => Array.from(matrix.subarray(i * columns, (i + 1) * columns)));
}
