// What a network is, as data: its cell, how it is wired over time, its sizes and its loss.
import type { BiasId } from './cells/cell.ts';
import type { Clipping } from './learn/optimisers/clip.ts';
import type { CellId } from './cells/index.ts';
import type { SchemeId } from './recipe/initialise.ts';
import type { TopologyId } from './topology/index.ts';

export type { BiasId, CellId, Clipping, TopologyId };
export type LossId = 'bce' | 'cross_entropy' | 'mse';
/**
 * L = Σ L_t, or L = (1/R) Σ L_t over the R steps that have a loss; over a batch the mean of the sequences' L, each with its
 * own R.
 */
type TimeReduction = 'sum' | 'mean';

export interface Model {
  readonly cell: CellId;
  readonly topology: TopologyId;
  readonly loss: LossId;
  readonly biases: BiasId;
  readonly timeReduction: TimeReduction;
  /** X, number of input features (words of the vocabulary). */
  readonly inputSize: number;
  /** H, number of units of the state. */
  readonly hiddenSize: number;
  /** Y, number of outputs. */
  readonly outputSize: number;
  /** Whether a second chain reads the sequence from its end. Left out for false. */
  readonly bidirectional?: boolean | undefined;
  /** Number of features of the decoder's inputs; for `encoder-decoder` alone, left out where it is the outputs' number. */
  readonly decoderInputSize?: number | undefined;
}

/** How the parameters start: scheme and seed, with W_hh multiplied by `scale`. */
export interface Initialisation {
  readonly scheme: SchemeId;
  readonly scale: number;
  readonly seed: number;
  /** Where the forget gate's bias starts (Gers et al., 2000; Jozefowicz et al., 2015 take 1); as the scheme has it where left out. */
  readonly forgetBias?: number | undefined;
}

/**
 * x_1 … x_T: one index a step for one-hot inputs (−1 where there is no word, which is a vector of zeros), or T·X numbers
 * row by row for dense ones.
 */
export type Inputs =
  | { readonly kind: 'one-hot'; readonly indices: Int32Array }
  | { readonly kind: 'dense'; readonly values: Float64Array };

/**
 * One number a readout for `cross_entropy` (the class index, 0-based), Y numbers a readout for `bce` and `mse`,
 * in the order of the readouts.
 */
type Targets = Float64Array;

/** One sequence to read with what should come out. */
export interface Example {
  readonly inputs: Inputs;
  readonly targets: Targets;
  /** What the decoder reads: the start token, then the outputs before (teacher forcing). For `encoder-decoder` alone. */
  readonly decoderInputs?: Inputs | undefined;
}

/** The states that sequences begin with, H numbers each, by the symbol of the state: h, c, h.reverse, …; zeros for the others. */
export type InitialStates = Readonly<Record<string, readonly number[]>>;

/** What is read after the first step: what the data say (teacher forcing), or what the network itself has put out. */
export type Feeding = 'teacher' | 'free';

/** One change of the parameters after their initialisation, in the order in which they happened. */
export type ParameterChange =
  /** One entry set by hand; unit and column are 1-based. */
  | { readonly kind: 'set'; readonly symbol: string; readonly unit: number; readonly column: number; readonly value: number }
  /** A whole parameter multiplied by a factor. */
  | { readonly kind: 'scale'; readonly symbol: string; readonly factor: number }
  /** `times` SGD updates on one example, each with the gradient at that moment. */
  | {
      readonly kind: 'update';
      readonly example: Example;
      readonly learningRate: number;
      readonly times: number;
      /** As they were at that time. */
      readonly initialStates?: InitialStates | undefined;
      /** How its gradient was made smaller; not at all where left out. */
      readonly clipping?: Clipping | undefined;
      /** How it was read; as the data say where left out. */
      readonly feeding?: Feeding | undefined;
    };

/** How the parameters came to be: initialise, train over `rows` for `epochs` in their order, then the changes. */
export interface ParameterRecipe {
  readonly initialisation: Initialisation;
  /** Number of columns of W_xh that belong to the task's own vocabulary: fan-in for schemes that need one. */
  readonly baseInputSize: number;
  readonly training: { readonly rows: readonly Example[]; readonly epochs: number; readonly learningRate: number };
  readonly changes: readonly ParameterChange[];
  readonly initialStates?: InitialStates | undefined;
}
