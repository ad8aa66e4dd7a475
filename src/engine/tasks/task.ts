// What a network is asked to do, as data: the rows it learns from, their vocabulary, and how it is wired for them.
import type { CellFamily } from '../cells/index.ts';
import type { CellId, Inputs, LossId, TopologyId } from '../model.ts';

export interface TaskRow {
  readonly text: string;
  /** As `Targets` in model.ts: one number a readout (class index, or 0/1). Left out where they follow from the text. */
  readonly targets?: readonly number[];
}

/** What one time step reads, in a student's words. */
export type StepName = 'word' | 'letter' | 'picture' | 'frame' | 'value' | 'sample';

/** How a text is cut into steps: each is a row of the table in `cut.ts`. */
export type CutId = 'words' | 'letters' | 'gap' | 'named' | 'dense';

/** How a network of the task is trained. */
export interface TrainingRecipe {
  readonly hiddenSize: number;
  readonly seed: number;
  readonly epochs: number;
  readonly learningRate: number;
}

export interface Task extends TrainingRecipe {
  /** Its key in the table of tasks. */
  readonly id: string;
  /** For menus. */
  readonly title: string;
  /** One sentence in a student's words. */
  readonly words: string;
  readonly topology: TopologyId;
  /** Whether the network reads both ways at first; it can be changed. */
  readonly bidirectional?: true;
  /** The cell at first; the RNN with tanh where left out. */
  readonly cell?: CellId;
  readonly loss: LossId;
  readonly step: StepName;
  /** What is read as a whole: "sentence", "word", "picture". */
  readonly whole: string;
  readonly cut: CutId;
  /** A name for every row of x: the words in one-hot order, or the features of a dense input. */
  readonly vocabulary: readonly string[];
  /** The same for the decoder's own inputs, start symbol included; for `encoder-decoder` alone. */
  readonly decoderVocabulary?: readonly string[];
  /** Width and height of the picture that the features of a dense input make, line by line. */
  readonly grid?: { readonly width: number; readonly height: number };
  /** One step of input is read and no more. */
  readonly isSingle?: true;
  /** What the first token has to be one of, where it is not like the others: who a name is for. */
  readonly classes?: readonly string[];
  /** A name for every output unit. */
  readonly outputs: readonly string[];
  readonly rows: readonly TaskRow[];
  /** The row that stands on the screen at first, 0-based. */
  readonly firstRow: number;
  /** What differs from the recipe above for a family of cells, or for one cell, which goes first. */
  readonly recipes?: Readonly<Partial<Record<CellFamily | CellId, Partial<TrainingRecipe>>>>;
  /** Where the targets of a sentence of one's own come from. */
  readonly targetSource: TargetSource;
  /** Whether a word outside the vocabulary can be added (a new column of W_xh); where outputs are words too, it cannot. */
  readonly canGrow: boolean;
}

export type TargetSource =
  /** Only the reader can tell (a review's label, a class); `otherwise` stands until told. */
  | { readonly kind: 'asked'; readonly otherwise: number }
  /**
   * Each token is the target of the one before it; the last token is a target only, never an input. `end` comes after the
   * last token that was typed.
   */
  | { readonly kind: 'next'; readonly end?: string }
  /** A class a word, `otherwise` for words that are not listed. */
  | { readonly kind: 'label'; readonly labels: Readonly<Record<string, number>>; readonly otherwise: number }
  /** A class a step that follows from the steps around it. `words` say the rule. */
  | { readonly kind: 'rule'; readonly words: string; readonly classOf: (steps: ReadSteps, t: number) => number }
  /**
   * Words that the reader writes after `>`; a row of the table may be written without them. `end` is the last target.
   * With `start` they are also what the decoder reads, one step later. `what` they are: "translation".
   */
  | { readonly kind: 'written'; readonly what: string; readonly start?: string; readonly end: string };

/** The steps of an input sequence, for rules: `t` is 1-based there. */
export interface ReadSteps {
  readonly tokens: readonly string[];
  readonly inputs: Inputs;
}
