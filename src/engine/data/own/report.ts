// How a table of one's own was read, for the preview; and what can be chosen about it.
import type { Dataset } from '../dataset.ts';
import type { Column } from './columns.ts';
import type { DelimiterId } from './delimiters.ts';
import type { Skipped } from './skipped.ts';

/** What a network can be asked to do with a table. */
export type AskId = 'label' | 'next' | 'tags' | 'value' | 'translation';

/** What one time step reads of a text. */
export type StepsId = 'words' | 'letters';

/** A table or a text as it was typed, pasted or dropped. */
export interface OwnSource {
  /** Of the file, with its ending; or what it is: "My table". */
  readonly name: string;
  readonly text: string;
  /** What was done to make it a text: "It is not UTF-8, …". */
  readonly notes: readonly string[];
}

/** What the reader has decided; what is left out is guessed. */
export interface OwnChoices {
  readonly delimiter?: DelimiterId | undefined;
  readonly isNamed?: boolean | undefined;
  readonly ask?: AskId | undefined;
  readonly steps?: StepsId | undefined;
  /** Columns, 0-based. */
  readonly input?: number | undefined;
  readonly answer?: number | undefined;
}

export interface ReadInput {
  /** Of the data set that is made: `own-…`. */
  readonly id: string;
  readonly title: string;
  readonly source: OwnSource;
  readonly choices: OwnChoices;
}

export interface LabelCount {
  readonly label: string;
  readonly count: number;
}

/** Time steps of the rows that are read. */
export interface Lengths {
  readonly shortest: number;
  readonly median: number;
  readonly longest: number;
}

export interface OwnReport {
  readonly delimiter: DelimiterId;
  readonly isNamed: boolean;
  readonly columns: readonly Column[];
  /** What is asked, and everything that could be, with these columns. */
  readonly ask: AskId;
  readonly asks: readonly AskId[];
  readonly steps: StepsId;
  readonly input: number;
  /** −1 where no column has the answers. */
  readonly answer: number;
  /** Rows that are read. */
  readonly rows: number;
  /** By how often they occur; for labels and tags. */
  readonly labels: readonly LabelCount[];
  /** Different words or letters, in lower case; 0 where numbers are read. */
  readonly vocabulary: number;
  readonly lengths: Lengths | null;
  readonly skipped: readonly Skipped[];
  /** All else that the reader should know, a sentence each. */
  readonly notes: readonly string[];
}

export interface OwnReading {
  /** Null where there is nothing to report on. */
  readonly report: OwnReport | null;
  readonly dataset: Dataset | null;
  /** Why no network can learn from it as it is, in words; null where one can. */
  readonly problem: string | null;
}
