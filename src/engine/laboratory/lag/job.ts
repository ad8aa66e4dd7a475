// A training over a lag: what is asked for, and what is told while it goes on. Both are plain data and cross to a worker and back.
import type { CellId } from '../../model.ts';

/**
 * Gates start open for lags like those of the page: σ(4) keeps 98 % of the state a step, half of it over about 38 steps. C. Tallec and Y. Ollivier, Can
 * recurrent neural networks warp time?, 2018, start them at the logarithm of the lags to be expected; R. Jozefowicz et al., 2015, at 1, with which
 * four millionths are left after 40 steps.
 */
export const usualGateBias = 4;

/** `recall`: say at the end which token came first. `adding`: say the sum of the two marked numbers. `tasks.ts` has both. */
export type LagTaskId = 'recall' | 'adding';

/** One network that learns a task at one lag. Jobs that differ in `cell` alone read the same batches, and their weights start from the same seed. */
export interface LagJob {
  readonly task: LagTaskId;
  /** How many steps lie between what has to be kept and the answer, from 1; sequences have T = lag + 1 steps. */
  readonly lag: number;
  readonly cell: CellId;
  readonly hiddenSize: number;
  readonly updates: number;
  readonly learningRate: number;
  readonly seed: number;
  /**
   * Where the bias of the gate that keeps the old state starts (the LSTM's f, the GRU's z): `usualGateBias` where left out; null: as the scheme draws it,
   * from −1/√H to 1/√H. Other cells have none.
   */
  readonly gateBias?: number | null | undefined;
}

/** How it goes on sequences that are never learned from. */
export interface LagResult {
  /** Share of the answers that are right: the class, or a sum that is off by less than 0.1. From 0 to 1. */
  readonly accuracy: number;
  /** Mean loss of an answer: cross entropy, or squared error. */
  readonly loss: number;
}

/** Where a training stands after one more update; the first is update 0, before any. */
export interface LagProgress {
  readonly update: number;
  /** The batch's loss just before the update, and ‖∂L/∂θ‖ before it was clipped; NaN at update 0. */
  readonly loss: number;
  readonly gradientNorm: number;
  /** Null between two tests. */
  readonly result: LagResult | null;
  /** All answers were right in two tests in a row. The training ends with it: it stays solved. */
  readonly isSolved: boolean;
  /** Why the training ends here although it is neither solved nor over, in words; null where it does not. */
  readonly problem: string | null;
}
