// Something to learn from: a task with its rows, and where they come from; and the same made ready for a network.
import type { OptimiserId } from '../learn/optimisers/optimiser.ts';
import type { Example } from '../model.ts';
import type { Reading } from '../tasks/reading.ts';
import type { Task } from '../tasks/task.ts';
import type { Switches } from '../text/stages.ts';

export interface DataSource {
  /** Who made the rows and how, in a sentence. */
  readonly words: string;
  /** "public domain", "CC BY 4.0", "written for this project". */
  readonly licence: string;
  /** Where they were taken from; left out where they were made here. */
  readonly address?: string | undefined;
}

/** How numbers from 0 to 1 become those of a series again: value = offset + factor · number. */
export interface SeriesScale {
  readonly offset: number;
  readonly factor: number;
  /** "°C". Empty where there is none. */
  readonly unit: string;
}

/**
 * What a training starts well with, beside the task's own `hiddenSize`, `epochs` and `learningRate`, and its `cell`: a good result at once. Fields that
 * are left out are as the settings have them.
 */
export interface StartingRecipe {
  readonly optimiser: OptimiserId;
  readonly batchSize: number;
  /** Share of the rows for validation, where another than the usual one is needed: 0 where rows are learned by heart. */
  readonly share?: number | undefined;
  /** Where the bias of the gate that keeps the old state starts. */
  readonly gateBias?: number | undefined;
}

/**
 * A data set of one's own is plain data. A built-in one may hold a rule, which is a function (`task.targetSource`), so it is not sent to a worker as a
 * whole: it is prepared where it is made, and its examples are sent.
 */
export interface Dataset {
  /** A built-in one's key, or `own-…`. */
  readonly id: string;
  readonly source: DataSource;
  /** Rows, vocabulary, wiring; its title and words are the data set's. The vocabulary holds the words of all rows as they are written. */
  readonly task: Task;
  /** Whether its rows are text that can be lower-cased, stemmed and counted. */
  readonly isText: boolean;
  /** For series alone. */
  readonly scale?: SeriesScale | undefined;
  /** How a training starts well; left out where nobody has tried. */
  readonly recipe?: StartingRecipe | undefined;
  /** Notes of how it was read: what was skipped and why. Empty for built-in ones. */
  readonly notes: readonly string[];
}

/** What is done to the rows before a network sees them. */
export interface Preparation {
  readonly switches: Switches;
  /** The most words of the vocabulary; the most frequent ones of the training rows stay, and others are left out and named. */
  readonly mostWords: number;
  /** Share of the rows that are kept for validation, 0 to 1, and the seed that draws them. */
  readonly share: number;
  readonly seed: number;
}

export interface PreparedRow {
  /** Its position in the data set's rows, 0-based. */
  readonly index: number;
  /** As it is read, after all stages. */
  readonly text: string;
  readonly reading: Reading;
  readonly example: Example;
}

/** A data set as networks read it. */
export interface PreparedData {
  readonly dataset: Dataset;
  /** How it was prepared; lower case alone where left out. */
  readonly preparation?: Preparation | undefined;
  /** Words of the training rows that the vocabulary has no room for, in their order. */
  readonly leftOut?: readonly string[] | undefined;
  /** The data set's task with the rows as they are read and the vocabulary in force, which follows from the training rows alone. */
  readonly task: Task;
  readonly rows: readonly PreparedRow[];
  /** Positions in `rows`, in their order; a row is in one of them. With fewer than two rows nothing is kept for validation. */
  readonly training: readonly number[];
  readonly validation: readonly number[];
  /** Rows that cannot be read, each with the reason in words. */
  readonly skipped: readonly { readonly index: number; readonly words: string }[];
}
