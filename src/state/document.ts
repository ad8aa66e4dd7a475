// The document: all that a link can hold. With the trace (the engine's numbers for it) and the playhead, it decides the screen.
import type { BiasId, CellId, Initialisation } from '../engine/model.ts';
import type { TaskId } from '../engine/tasks/index.ts';

/** A change of the weights by hand or by training, as it stands in a link. Indices are 1-based. */
export type WeightChange =
  | { readonly kind: 'set'; readonly symbol: string; readonly unit: number; readonly column: number; readonly value: number }
  | { readonly kind: 'scale'; readonly symbol: string; readonly factor: number }
  /** `times` updates of all parameters by the sentence `text` with its label, at that rate. */
  | {
      readonly kind: 'update';
      readonly text: string;
      readonly label: number | null;
      readonly learningRate: number;
      readonly times: number;
      /** h_0 at that time; null: zeros. A later change of h_0 does not change what was learned. */
      readonly initialState: readonly number[] | null;
    };

export interface UnrolledDocument {
  readonly task: TaskId;
  /** The sentence as typed. Words outside the vocabulary stand in it and are skipped until they are added. */
  readonly text: string;
  /** A generated sequence of that many steps, drawn from the vocabulary by the seed, instead of the sentence. */
  readonly generatedLength: number | null;
  /** The reader's own label for the sentence (0 or 1), where the task asks for one; null: the table's, or the task's default. */
  readonly label: number | null;
  /** Words added to the task's vocabulary, in their order: one more column of W_xh each. */
  readonly addedWords: readonly string[];
  readonly cell: CellId;
  readonly hiddenSize: number;
  readonly biases: BiasId;
  readonly initialisation: Initialisation;
  /** Epochs of training over the task's table that the weights have behind them before any change; 0: fresh from the seed. */
  readonly trainedEpochs: number;
  /** η. */
  readonly learningRate: number;
  /** h_0, unit by unit; null: zeros. */
  readonly initialState: readonly number[] | null;
  /** What was done to the weights since, in order. */
  readonly changes: readonly WeightChange[];
  /** Number of operations of the clock that are done; 0 is before the first. */
  readonly playhead: number;
  /** 0 unrolled … 1 folded. */
  readonly fold: number;
}
