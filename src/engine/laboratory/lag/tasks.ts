// Two tasks with a lag, sequences of T = lag + 1 steps with an answer after the last: the first token, or a sum of two numbers.
// S. Hochreiter and J. Schmidhuber, Long short-term memory, 1997, experiment 4 (adding), and 2 for the first token; the adding
// problem's bounds of the marks as below, as in Q. Le, N. Jaitly and G. Hinton, 2015, its numbers from 0 to 1.
import type { Random } from '../../math/random.ts';
import type { Example, LossId } from '../../model.ts';
import type { LagResult, LagTaskId } from './job.ts';

export interface LagTask {
  readonly loss: LossId;
  /** Whether a step reads a token; else it reads numbers. */
  readonly isOneHot: boolean;
  readonly inputSize: number;
  readonly outputSize: number;
  /** What comes of an answer that pays no heed to what was read: a guess among the classes, or always the sum 1. */
  readonly baseline: LagResult;
  /** A sequence of lag + 1 steps; `n` says which class, in turn, where the batch is to have as many of each. */
  readonly draw: (random: Random, lag: number, n?: number) => Example;
  /** Whether an answer, `outputSize` numbers, is right. */
  readonly isRight: (answer: Float64Array, targets: Float64Array) => boolean;
}

/** K, how many first tokens there are; as many other tokens come after it. */
export const classCount = 4;
/** How far off a sum may be. */
export const tolerance = 0.1;

/**
 * First-token recall: x_1 is one of K tokens, each as likely as any other; x_2 … x_T are drawn from K other tokens, which tell nothing
 * and do not say when the end comes. After x_T the network says which token x_1 was; nothing else has to be kept.
 */
const recall: LagTask = {
  loss: 'cross_entropy',
  isOneHot: true,
  inputSize: 2 * classCount,
  outputSize: classCount,
  baseline: { accuracy: 1 / classCount, loss: Math.log(classCount) },
  draw(random, lag, n) {
    const first = n === undefined ? random.integer(classCount) : n % classCount;
    const indices = Int32Array.from({ length: lag + 1 }, (_, k) => (k === 0 ? first : classCount + random.integer(classCount)));
    return { inputs: { kind: 'one-hot', indices }, targets: Float64Array.of(first) };
  },
  // An answer with a number that is none is wrong, as no comparison with it holds.
  isRight: (answer, [target = 0]) => answer.every((score, k) => k === target || score < answer[target]!),
};

/**
 * Adding problem: each step has a number from 0 to 1 and a mark, 0 or 1. Two steps are marked, one within the first tenth (at least the
 * first step), the other anywhere after it; the answer is the sum of their numbers. So one number has to be kept for nine tenths of the lag
 * or more. Squared error; always to answer 1 has 1/6, twice the variance 1/12 of a number, and is off by less than a with chance 2a − a².
 */
const adding: LagTask = {
  loss: 'mse',
  isOneHot: false,
  inputSize: 2,
  outputSize: 1,
  baseline: { accuracy: 2 * tolerance - tolerance ** 2, loss: 1 / 6 },
  draw(random, lag) {
    const T = lag + 1;
    const first = random.integer(Math.max(1, Math.floor(T / 10)));
    const second = first + 1 + random.integer(T - first - 1);
    const values = Float64Array.from({ length: 2 * T }, (_, i) => (i % 2 === 0 ? random.uniform(0, 1) : 0));
    values[2 * first + 1] = values[2 * second + 1] = 1;
    return { inputs: { kind: 'dense', values }, targets: Float64Array.of(values[2 * first]! + values[2 * second]!) };
  },
  isRight: ([answer = NaN], [target = 0]) => Math.abs(answer - target) < tolerance,
};

export const lagTasks: Readonly<Record<LagTaskId, LagTask>> = { recall, adding };
