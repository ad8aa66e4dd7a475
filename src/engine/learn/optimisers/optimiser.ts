// What an optimiser is, at work on parameters [n] and their gradients [n], and as a row of the table: types and nothing else.
import type { Vector } from '../../math/array.ts';
import type { HyperparameterId, OptimiserSettings } from './hyperparameters.ts';

export type OptimiserId = 'sgd' | 'sgd_momentum' | 'sgd_nesterov' | 'adagrad' | 'rmsprop' | 'adam';

/** A number that an optimiser remembers of each weight. */
export interface StateOfWeights {
  /** As in the equations: `S`, `v`, `m`. */
  readonly symbol: string;
  readonly words: string;
  /** [n], in the layout of the parameters. The same array over the whole life of the optimiser. */
  readonly values: Vector;
}

/** A copy of all that an optimiser remembers. Plain data, so it may be sent to another thread. */
export interface OptimiserMemory {
  readonly id: OptimiserId;
  readonly count: number;
  readonly learningRate: number;
  /** In the order of `state`, [n] each. */
  readonly values: readonly Vector[];
}

export interface Optimiser {
  readonly id: OptimiserId;
  /** The hyper-parameters it works with; only those that it has. */
  readonly hyperparameters: Readonly<Partial<Record<HyperparameterId, number>>>;
  readonly state: readonly StateOfWeights[];
  /** How many steps it has made. */
  readonly count: number;
  /** η of the latest step; before the first, the η it was made with. */
  readonly learningRate: number;
  /**
   * One update: moves `parameters` [n] in place along `gradients` [n], which it leaves as they are. A gradient that is
   * not a finite number goes through the equations like any other, so its weight shows it.
   *
   * @param learningRate η of this step alone, from a schedule; without it, the η that the optimiser was made with.
   * @throws Error if a length is not n, or if η is negative or not finite. Nothing has been changed then.
   */
  step(parameters: Vector, gradients: Vector, learningRate?: number): void;
  /**
   * What weight i's direction (`along`, in the table) was multiplied with in the latest step: Δθᵢ = −rate · direction.
   * η for the plain kinds, η/(√S + ε) and its like for those that adapt. Before the first step: of the state it starts with.
   *
   * @throws Error if there is no weight i. The first is 0.
   */
  effectiveRate(i: number): number;
  /** Copies out all that it remembers. */
  save(): OptimiserMemory;
  /**
   * Copies in what `save` copied out, here or of another optimiser of the same kind and size; goes on as that one would.
   * Hyper-parameters stay, and so does the η for steps that are given none.
   *
   * @throws Error if it is the memory of another kind or another number of weights.
   */
  restore(memory: OptimiserMemory): void;
}

/** What is particular to one kind of optimiser, for n weights. */
export interface Rule {
  readonly state: readonly StateOfWeights[];
  /** Updates the state and moves p along g, for the step that is the `count`-th, from 1. */
  move(p: Vector, g: Vector, rate: number, count: number): void;
  /** What η was divided by for weight i after `count` steps. */
  divisor(i: number, count: number): number;
}

/** One kind of optimiser, as written down. */
export interface Kind<Name extends HyperparameterId> {
  readonly id: OptimiserId;
  readonly title: string;
  /** What it does and why, in a student's words. */
  readonly words: string;
  readonly source: string;
  /** The η to begin with where nothing else is said; it suits small networks and is not PyTorch's. */
  readonly learningRate: number;
  /** Its hyper-parameters, with PyTorch's defaults. */
  readonly defaults: Readonly<Record<Name, number>>;
  /** One update of a weight θ with gradient g, as LaTeX, in this order; k counts the updates from 1. */
  readonly equations: readonly string[];
  /** LaTeX of the direction that a weight moves along: θ ← θ − effective rate · this. */
  readonly along: string;
  readonly rule: (settings: Readonly<Record<Name, number>>, n: number) => Rule;
}

/** One kind of optimiser, as a row of the table. */
export interface OptimiserRow extends Omit<Kind<never>, 'defaults' | 'rule'> {
  readonly defaults: Readonly<Partial<Record<HyperparameterId, number>>>;
  /**
   * An optimiser at work on n parameters, at its start.
   *
   * @throws Error if a setting is out of its range.
   */
  readonly make: (settings: OptimiserSettings, n: number) => Optimiser;
}
