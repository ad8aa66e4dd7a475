// Which sentences the states are of: the one that is read, and those that make the plane.
import { readRow } from '../../../engine/data/prepare.ts';
import type { PreparedData, SeriesScale } from '../../../engine/data/dataset.ts';
import { exampleOf, type Reading } from '../../../engine/tasks/reading.ts';
import type { Example } from '../../../engine/model.ts';
import { formatNumber } from '../../theme/format.ts';

export interface ReadSentence {
  readonly reading: Reading;
  readonly example: Example;
  /** One a step, those of the decoder after the input's. */
  readonly words: readonly string[];
}

/** A sentence, and what the reader is to know about it: words that were skipped, or why it cannot be read. */
export interface ChosenSentence {
  /** Null where there is nothing to read. */
  readonly sentence: ReadSentence | null;
  readonly note: string;
  /** The label is the reader's to tell and was not told. */
  readonly isOwn: boolean;
}

/** `scale`: that of a series, whose values are written as they were measured. */
function sentenceOf(reading: Reading, scale: SeriesScale | undefined): ReadSentence {
  const write = (word: string): string => (word === '' ? '·' : scale ? formatNumber(scale.offset + scale.factor * Number(word)) : word);
  return { reading, example: exampleOf(reading), words: [...reading.tokens[0], ...reading.tokens[1]].map(write) };
}

/** The sentence that is typed, else the row; a row behind the last is the last. */
export function chosenSentence(data: PreparedData, typed: string, row: number): ChosenSentence {
  if (typed.trim() === '') {
    const own = data.rows[Math.min(row, data.rows.length) - 1];
    return own ? { sentence: sentenceOf(own.reading, data.dataset.scale), note: '', isOwn: false } : { sentence: null, note: 'The data set has no row that can be read.', isOwn: false };
  }
  const reading = readRow(data, typed);
  const isRead = reading.tokens[0].length > 0;
  const skipped = reading.unknown.map((word) => `“${word}”`).join(', ');
  const problem = reading.problem ?? 'There is nothing in it that the network knows.';
  const note = [isRead ? '' : problem, skipped === '' ? '' : `Not in the vocabulary, and left out: ${skipped}.`].filter((each) => each !== '').join(' ');
  return { sentence: isRead ? sentenceOf(reading, data.dataset.scale) : null, note, isOwn: !data.rows.some((each) => each.reading === reading) };
}

/** Steps of all sentences of the plane together: more would be a cloud without ways. */
const mostSteps = 4000;

/** So many rows, evenly over all of them, as long as their steps are not too many; at least one. */
export function planeSentences({ rows, dataset }: Pick<PreparedData, 'rows' | 'dataset'>, count: number): ReadSentence[] {
  const wanted = Math.min(count, rows.length);
  const found: ReadSentence[] = [];
  let steps = 0;
  for (let k = 0; k < wanted; k++) {
    const row = rows[Math.floor((k * rows.length) / wanted)];
    if (!row) break;
    const sentence = sentenceOf(row.reading, dataset.scale);
    steps += sentence.words.length;
    if (steps > mostSteps && found.length > 0) break;
    found.push(sentence);
  }
  return found;
}
