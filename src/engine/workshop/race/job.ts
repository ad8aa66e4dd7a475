// A race of optimisers and a plane through what they go down: what is asked for, and what is told. Plain data: it crosses to a worker.
import type { OptimiserId } from '../../learn/optimisers/optimiser.ts';
import type { Clipping, Example, InitialStates, Initialisation, Model } from '../../model.ts';

/** A network and the rows that it learns from. */
export interface NetworkProblem {
  readonly kind: 'network';
  readonly model: Model;
  readonly initialisation: Initialisation;
  readonly examples: readonly Example[];
  /** Rows of one update; the last batch of an epoch may have fewer. */
  readonly batchSize: number;
  /** Draws the order of the rows, anew in each epoch; null: always as they are written. */
  readonly orderSeed: number | null;
  readonly clipping: Clipping;
  /** That every row begins with; zeros where left out. */
  readonly initialStates?: InitialStates | undefined;
}

/** f(x, y) = ½ (x² + stretch · y²): two weights, its bottom at 0, 0. */
interface BowlProblem {
  readonly kind: 'bowl';
  readonly stretch: number;
}

export type RaceProblem = NetworkProblem | BowlProblem;

export interface RaceEntry {
  readonly optimiser: OptimiserId;
  readonly learningRate: number;
}

export interface RaceJob {
  readonly problem: RaceProblem;
  /** All begin with the same weights and are given the same batches. */
  readonly entries: readonly RaceEntry[];
  readonly updates: number;
  /** The weight whose gradients are kept where there is no room for those of all: a position among the parameters. */
  readonly watched: number;
}

/** Where each lane stands. Between two of these any number of updates may lie. */
export interface RaceProgress {
  /** By lane, the loss before any update and after each that is done; a copy. */
  readonly losses: readonly Float64Array[];
}

/** How one optimiser went. */
export interface Lane extends RaceEntry {
  /** Updates that it has done: all, unless its loss or its gradient was no number any more. */
  readonly done: number;
  /** [updates + 1]: the loss of the measured rows after each update; NaN after `done`. */
  readonly losses: Float64Array;
  /** [kept updates, P]: the weights at each of `kept`; NaN after `done`. */
  readonly path: Float64Array;
  /** [updates, P], or [updates] of the watched weight alone: what the optimiser was given, after clipping; NaN after `done`. */
  readonly gradients: Float64Array;
  /** Why it ended early, in words; null where it did not. */
  readonly problem: string | null;
}

/** Two directions among all weights, of length 1 and at right angles. */
export interface Directions {
  readonly u: Float64Array;
  readonly v: Float64Array;
}

export interface PrincipalDirections extends Directions {
  /** How much of all squared distances from the start the two directions hold, 0 to 1; and by lane, NaN where it has not moved. */
  readonly share: number;
  readonly shares: readonly number[];
  /** Lanes that went so much farther than the others that they were left out: the picture would be of them alone. */
  readonly leftOut: readonly OptimiserId[];
}

export interface RaceResult {
  readonly start: Float64Array;
  readonly lanes: readonly Lane[];
  /** The updates after which the paths have a point, rising; 0 and the last among them. */
  readonly kept: Int32Array;
  /** The weight that the gradients are of; null: those of all are there. */
  readonly watched: number | null;
  /** Rows that every loss is the mean of, and how many there are to learn from. 1 and 1 for the bowl. */
  readonly measured: number;
  readonly rows: number;
  /** Null where nothing has moved. */
  readonly principal: PrincipalDirections | null;
}

export interface Span {
  readonly low: number;
  readonly high: number;
}

/** Losses over a plane: origin + a · u + b · v, on a grid of a and b. */
export interface SliceJob {
  readonly problem: RaceProblem;
  readonly origin: Float64Array;
  readonly directions: Directions;
  readonly a: Span;
  readonly b: Span;
  /** Points along each side, ends included: 2ⁿ + 1. */
  readonly points: number;
}

export interface Slice {
  /** [b][a], points · points; NaN where nothing is computed yet, ∞ where the loss is none. */
  readonly losses: Float64Array;
  /** Every so many points are there along both sides; 1: all. */
  readonly stride: number;
}
