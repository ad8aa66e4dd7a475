// What can be asked of the laboratory, and what its answers hold. Questions and answers cross to a worker and back, so both are plain data.
import type { Clipping } from '../learn/optimisers/clip.ts';
import type { Setup } from './setup.ts';

/**
 * `state`: ‖∂L/∂h_k‖. `jacobian`: ‖∂h_p/∂h_k‖₂, largest singular value, p the step of the loss. `input`: ‖∂L/∂x_k‖.
 * `share`: ‖term_k‖ / Σ_j ‖term_j‖ (Frobenius), term_k what step k's use adds to ∂L/∂W_hh.
 */
export type Quantity = 'state' | 'jacobian' | 'input' | 'share';

/** A place where float64 overflowed, forwards or on the way back; `t` from 1. */
export interface Overflow {
  readonly where: 'forward' | 'backward';
  readonly symbol: string;
  readonly t: number;
}

/** What all answers say of their network. */
export interface NetworkFacts {
  readonly parameterCount: number;
  readonly hiddenSize: number;
  /** σ_max of the recurrent matrix, the largest of them where gates have one each; and ρ, the largest magnitude of an eigenvalue, likewise. */
  readonly stretch: number;
  readonly radius: number;
  /** γ, the steepest slope of the activation anywhere. */
  readonly gamma: number;
  /** The loss in view. */
  readonly loss: number;
  /** The first overflow forwards, else the first on the way back (largest t); null: none. */
  readonly overflow: Overflow | null;
  /** Units of the state that are 0 at every step, of a cell whose activation is ReLU; 0 for others. */
  readonly deadUnits: number;
}

export interface Questions {
  /** The gradient over time. */
  readonly flow: {
    readonly question: { readonly setup: Setup; readonly quantity: Quantity };
    readonly answer: {
      readonly facts: NetworkFacts;
      /**
       * T+1 numbers by k = 0 … T. 0 after the step of the loss. For `input` and `share` nothing stands at 0: NaN. Overflow is ∞ or NaN.
       */
      readonly norms: Float64Array;
    };
  };
  /** Why it shrinks: the two parts of each step's factor, of a vanilla RNN (`problem` in words for others). */
  readonly factors: {
    readonly question: { readonly setup: Setup };
    readonly answer: {
      readonly facts: NetworkFacts;
      /** a_t[i] and φ′(a_t[i]): T·H numbers, row t−1. Empty for cells with gates. */
      readonly preactivations: Float64Array;
      readonly slopes: Float64Array;
      /** Singular values of W_hh, the largest first. Empty for cells with gates. */
      readonly singularValues: Float64Array;
      /** ‖∂h_t/∂h_{t−1}‖₂ by t = 1 … T (index 0: NaN). For the LSTM with c held fixed. */
      readonly local: Float64Array;
      /** ‖∂L/∂h_{t−1}‖ / ‖∂L/∂h_t‖ by t = 1 … lossAt: what the step really multiplied (index 0 and after: NaN). */
      readonly factor: Float64Array;
      /**
       * The factor's two parts, in the order in which the way back meets them; their product is the factor. With v = ∂L/∂h_t and u = φ′(a_t) ⊙ v:
       * ‖u‖ / ‖v‖ is what the activation's slope does, ‖W_hhᵀ u‖ / ‖u‖ what the weights do. By t as `factor` (NaN at 0 and after p, and where
       * it would be 0 / 0); empty for cells with gates.
       */
      readonly slopePart: Float64Array;
      readonly weightPart: Float64Array;
      /** ‖∂h_p/∂h_k‖₂ by k = 0 … T, p the step of the loss: the actual product of Jacobians. NaN after p. */
      readonly product: Float64Array;
      /** ‖∂L/∂h_k‖ by k = 0 … T. */
      readonly gradient: Float64Array;
    };
  };
  /** The product of Jacobians from the step of the loss back to step k, matrix by matrix. */
  readonly product: {
    readonly question: { readonly setup: Setup; readonly k: number };
    readonly answer: {
      readonly facts: NetworkFacts;
      /** S, the size of the (joint) state's matrices shown: H, or the h-block for the LSTM. */
      readonly size: number;
      /** W_hh, S·S row by row; null for cells with gates. */
      readonly weights: Float64Array | null;
      /** From t = p down to k+1: for long ways only the first and last few; `skipped` steps lie before it. */
      readonly stages: readonly {
        readonly t: number;
        readonly skipped: number;
        /** φ′(a_t), H numbers; null for cells with gates. */
        readonly slopes: Float64Array | null;
        /** ∂h_t/∂h_{t−1}, S·S row by row. */
        readonly local: Float64Array;
        readonly localNorm: number;
        /** ∂h_p/∂h_{t−1}, S·S, and its largest singular value: the product so far. */
        readonly product: Float64Array;
        readonly productNorm: number;
      }[];
    };
  };
  /** ‖∂L_t/∂h_k‖ for every loss step t and every state k. */
  readonly map: {
    readonly question: { readonly setup: Setup; readonly mostRows: number };
    readonly answer: {
      readonly facts: NetworkFacts;
      /** The steps t whose rows were computed, rising; all where T ≤ mostRows. */
      readonly rows: Int32Array;
      /** rows.length · (T+1) numbers, k = 0 … T; 0 for k > t. */
      readonly norms: Float64Array;
    };
  };
  /** What runs away, what one update would do, and what clipping does to it. */
  readonly explosion: {
    readonly question: { readonly setup: Setup; readonly learningRate: number; readonly clipping: Clipping | null };
    readonly answer: {
      readonly facts: NetworkFacts;
      /** ‖h_t‖ and ‖∂L/∂h_t‖ by t = 0 … T. */
      readonly states: Float64Array;
      readonly gradient: Float64Array;
      /** Where the values would pass float64's largest number if they went on growing as at the end; null where they do not grow. Steps from 1. */
      readonly overflowAt: number | null;
      /** Global norm of ∂L/∂θ before and after clipping, cosine between the two, and the number of entries that clipping changed. */
      readonly norm: number;
      readonly clippedNorm: number;
      readonly cosine: number;
      readonly changedEntries: number;
      /** The largest entries of ∂L/∂θ by magnitude, before and after, with their names (symbol, unit, column from 1). */
      readonly entries: readonly { readonly symbol: string; readonly unit: number; readonly column: number; readonly before: number; readonly after: number }[];
      /** L along −∂L/∂θ: `rates` (0 and a logarithmic grid around η), and L(θ − η·g) for g as it is and clipped. May be ∞ or NaN. */
      readonly rates: Float64Array;
      readonly losses: Float64Array;
      readonly clippedLosses: Float64Array;
      /** L after one update at η exactly, without and with clipping. */
      readonly after: number;
      readonly clippedAfter: number;
      /**
       * ‖∂L/∂h_k‖ times clipped by full norm of the weights' gradient. By norm that is the gradient of each step after clipping: all shrink alike, and what
       * had vanished stays vanished. By value the sum over all steps is cut, of which no step has a part of its own; then only the length is the clipped one's.
       */
      readonly clippedFlow: Float64Array;
    };
  };
  /** Truncated BPTT against the full gradient. */
  readonly truncation: {
    readonly question: { readonly setup: Setup; readonly window: number; readonly carried: boolean; readonly mostWindows: number };
    readonly answer: {
      readonly facts: NetworkFacts;
      /** Windows that were tried, rising, `window` and T among them. */
      readonly windows: Int32Array;
      /** By window: ‖g_k − g‖ / ‖g‖ over all parameters, and the angle between them in degrees (NaN where a gradient is 0). */
      readonly errors: Float64Array;
      readonly angles: Float64Array;
      /** ‖∂L/∂h_k‖ by k = 0 … T: in full, and with the scissors at `window`. */
      readonly full: Float64Array;
      readonly cut: Float64Array;
      /** ‖h_t‖ by t = 0 … T of the full run, and of the run whose state is carried or reset at the cuts. */
      readonly states: Float64Array;
      readonly cutStates: Float64Array;
      /** Steps t after which the way back is cut: ∂h_{t+1}/∂h_t is left out. */
      readonly cuts: Int32Array;
    };
  };
  /** The straight road through the gates beside the whole Jacobian. */
  readonly road: {
    readonly question: { readonly setup: Setup };
    readonly answer: {
      readonly facts: NetworkFacts;
      /** The state whose road it is (`c`, `h`) and the gate on it (`f`, `z`); empty for a cell without one. */
      readonly state: string;
      readonly gate: string;
      /** The gate unit by unit: T·H numbers, row t−1. */
      readonly gates: Float64Array;
      /** Largest over the units of ∏_{t=k+1}^p gate_t: the road alone, by k = 0 … T (NaN after p); and the mean over the units. */
      readonly road: Float64Array;
      readonly roadMean: Float64Array;
      /** ‖∂s_p/∂s_k‖₂ of that state through all ways (for the LSTM ∂c_p/∂c_k with h_k held fixed), and of h. By k = 0 … T. */
      readonly whole: Float64Array;
      readonly hidden: Float64Array;
      /** ‖∂L/∂s_k‖ by k = 0 … T. */
      readonly gradient: Float64Array;
    };
  };
}

export type QuestionKind = keyof Questions;
export type QuestionOf<Kind extends QuestionKind> = { readonly kind: Kind } & Questions[Kind]['question'];
export type AnswerOf<Kind extends QuestionKind> = Questions[Kind]['answer'];
export type Question = { [Kind in QuestionKind]: QuestionOf<Kind> }[QuestionKind];
/** Computes an answer; yields after at most a few milliseconds, so that whoever drives it can give it up. Throws an `Error` in words. */
export type Answering<Kind extends QuestionKind> = (question: Questions[Kind]['question']) => Generator<void, AnswerOf<Kind>>;
