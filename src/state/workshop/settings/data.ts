// What is learned from, and how it is prepared.
import { between, flag, place, text, whole, type Values } from '../setting.ts';

export const dataSettings = {
  /** A built-in data set's key, or `own-…` for one that is kept in this browser. */
  set: text('reviews', 60, 'choose another data set'),
  lowerCase: flag(true, 'switch lower case'),
  stopWords: flag(false, 'switch the dropping of stop words'),
  stems: flag(false, 'switch stemming'),
  mostWords: whole(2000, 2, 5000, 'change the size of the vocabulary'),
  /** Share of the rows that are kept for validation. */
  share: between(0.2, 0, 0.9, 'change the share for validation'),
  splitSeed: whole(1, 0, 2 ** 32 - 1, 'draw another split'),
  /** The row that is looked at, 0-based. */
  row: place(whole(0, 0, 10_000_000, 'look at another row')),
} as const;

export type DataSettings = Values<typeof dataSettings>;
