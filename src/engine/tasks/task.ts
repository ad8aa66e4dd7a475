// What a network is asked to do, as data: the rows it learns from, their vocabulary, and how it is wired for them.
import type { LossId, TopologyId } from '../model.ts';

export interface TaskRow {
  readonly text: string;
  /** As `Targets` in model.ts: one number a readout (class index, or 0/1). */
  readonly targets: readonly number[];
}

export interface Task {
  /** Its key in the table of tasks. */
  readonly id: string;
  /** For menus. */
  readonly title: string;
  /** One sentence in a student's words. */
  readonly words: string;
  readonly topology: TopologyId;
  readonly loss: LossId;
  /** What one time step reads. */
  readonly step: 'word' | 'letter';
  /** One-hot order. */
  readonly vocabulary: readonly string[];
  /** A name for every output unit. */
  readonly outputs: readonly string[];
  readonly rows: readonly TaskRow[];
  /** The row that stands on the screen at first, 0-based. */
  readonly firstRow: number;
  /** Defaults of the document. */
  readonly hiddenSize: number;
  readonly seed: number;
  readonly epochs: number;
  readonly learningRate: number;
  /** Where the targets of a sentence of one's own come from. */
  readonly targetSource: TargetSource;
  /** Whether a word outside the vocabulary can be added (a new column of W_xh); where outputs are words too, it cannot. */
  readonly canGrow: boolean;
}

export type TargetSource =
  /** Only the reader can tell (a review's label); `otherwise` stands until told. */
  | { readonly kind: 'asked'; readonly otherwise: number }
  /** Each token is the target of the one before it; the last token is a target only, never an input. */
  | { readonly kind: 'next' }
  /** A class a word, `otherwise` for words that are not listed. */
  | { readonly kind: 'label'; readonly labels: Readonly<Record<string, number>>; readonly otherwise: number };
