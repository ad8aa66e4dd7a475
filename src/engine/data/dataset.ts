// Something to learn from: a task with its rows, and where they come from; and the same made ready for a network.
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
  /** The data set's task with the rows as they are read and the vocabulary in force, which follows from the training rows alone. */
  readonly task: Task;
  readonly rows: readonly PreparedRow[];
  /** Positions in `rows`, in their order; a row is in one of them. With fewer than two rows nothing is kept for validation. */
  readonly training: readonly number[];
  readonly validation: readonly number[];
  /** Rows that cannot be read, each with the reason in words. */
  readonly skipped: readonly { readonly index: number; readonly words: string }[];
}
