// The document: all that a link can hold. With the trace (the engine's numbers for it) and the playhead, it decides the screen.
import type { BiasId, CellId, Feeding, Initialisation, InitialStates } from '../engine/model.ts';
import type { NotationId } from '../engine/symbols/notations.ts';
import type { TaskId } from '../engine/tasks/index.ts';
import type { GradientClip } from './gradientClip.ts';
import type { Laboratory } from './laboratory/laboratory.ts';
import type { Workshop } from './workshop/workshop.ts';

export type { GradientClip } from './gradientClip.ts';

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
      /** As they were at that time; null: zeros. A later change of them does not change what was learned. */
      readonly initialStates: InitialStates | null;
      readonly clipping: GradientClip | null;
      readonly feeding: Feeding;
    };

/** What a second network does otherwise than the first; all else is the same: sentence, seed, place on the clock. */
export interface Rival {
  readonly cell?: CellId | undefined;
  readonly bidirectional?: boolean | undefined;
  readonly hiddenSize?: number | undefined;
  readonly biases?: BiasId | undefined;
  readonly clipping?: GradientClip | null | undefined;
  /** Changes of its weights, after those of the first. */
  readonly changes?: readonly WeightChange[] | undefined;
}

export const sections = ['score', 'gradients', 'workshop'] as const;
export type Section = (typeof sections)[number];

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
  /** One that goes with the task. */
  readonly cell: CellId;
  /** Whether a second chain reads the sequence from its end. */
  readonly bidirectional: boolean;
  readonly hiddenSize: number;
  readonly biases: BiasId;
  readonly initialisation: Initialisation;
  /** Epochs of training over the task's table that the weights have behind them before any change; 0: fresh from the seed. */
  readonly trainedEpochs: number;
  /** η. */
  readonly learningRate: number;
  /** Of each update by hand; training over the table goes without it. */
  readonly clipping: GradientClip | null;
  /** What is read after the first step: the sentence, or what the network has put out. */
  readonly feeding: Feeding;
  /** The states to begin with, unit by unit, by their symbols; null: zeros. Those that the network does not have wait. */
  readonly initialStates: InitialStates | null;
  /** What was done to the weights since, in order. */
  readonly changes: readonly WeightChange[];
  /** Number of operations of the clock that are done; 0 is before the first. */
  readonly playhead: number;
  /** 0 unrolled … 1 folded. */
  readonly fold: number;
  /** Whether the gates of each step are shown. */
  readonly gates: boolean;
  /** 0 the cell in view is closed … 1 it is open. */
  readonly inside: number;
  readonly notation: NotationId;
  /** A second network beside the first; null: none. */
  readonly rival: Rival | null;
  /** Which section of the page is open: the score, the gradient laboratory, or the workshop. */
  readonly section: Section;
  /** What is set in the gradient laboratory; null: as at first. */
  readonly laboratory: Laboratory | null;
  /** What is set in the workshop; null: as at first. */
  readonly workshop: Workshop | null;
}

/** What the sections beside the score have set. */
export type SectionSettings = Pick<UnrolledDocument, 'laboratory' | 'workshop'>;
