// A text → its lines as cells, each with the number of its line; in pieces, as a file of some megabytes takes a while.
import { delimiters, type DelimiterId } from './delimiters.ts';
import { mostColumns, mostRows } from './limits.ts';
import { parseRows } from './parse.ts';

export interface Line {
  /** Where it begins in the file, 1-based. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Whether an empty line stands before it. */
  readonly isApart: boolean;
}

export interface Lines {
  /** Those that hold anything. */
  readonly lines: readonly Line[];
  /** How many lines the file has that hold nothing. */
  readonly empty: number;
  /** Lines in which a quote is opened and not closed; it is read as an ordinary sign there. */
  readonly openQuotes: readonly number[];
  /** Lines after the most that are read; 0 where all are. */
  readonly beyond: number;
}

/** So many rows are parsed between two pauses. */
const piece = 500;

const lineBreaks = (text: string): number => {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
};

/** The lines of a text whose lines end with \n. Yields null at pauses. */
export function* linesOf(text: string, delimiter: DelimiterId): Generator<null, Lines> {
  const { sign } = delimiters[delimiter];
  const lines: Line[] = [];
  const openQuotes: number[] = [];
  let empty = 0;
  let beyond = 0;
  let line = 1;
  let isApart = false;
  const take = (cells: readonly string[], height: number): void => {
    const trimmed = cells.slice(0, mostColumns).map((cell) => cell.trim());
    // A row of names may stand above the rows.
    const isEmpty = trimmed.every((cell) => cell === '');
    if (isEmpty) empty += 1;
    else if (lines.length > mostRows) beyond += 1;
    else lines.push({ line, cells: delimiter === 'blank' ? trimmed.filter((cell) => cell !== '') : trimmed, isApart });
    isApart = isEmpty;
    line += height;
  };

  let at = 0;
  // Without a quote in it a line is cut at its signs alone; so is a plain text.
  const isQuoted = delimiter !== 'none' && delimiter !== 'blank' && text.includes('"');
  while (at < text.length) {
    yield null;
    if (!isQuoted || openQuotes.length > mostOpen) {
      for (let k = 0; k < piece && at < text.length; k++) {
        const end = endOfLine(text, at);
        take(text.slice(at, end).split(sign), 1);
        at = end + 1;
      }
      continue;
    }
    const { data, errors, meta } = parseRows(text.slice(at), sign, piece);
    const wrong = errors.find(({ type, row = 0 }) => type === 'Quotes' && isTorn(data[row]));
    for (const cells of data.slice(0, wrong?.row)) take(cells, 1 + cells.reduce((sum, cell) => sum + lineBreaks(cell), 0));
    if (!wrong) {
      at += meta.cursor;
      continue;
    }
    // The row that runs on into others: its first line is read by itself.
    const start = text.lastIndexOf('\n', at + (wrong.index ?? 0) - 1) + 1;
    const end = endOfLine(text, start);
    openQuotes.push(line);
    take(text.slice(start, end).split(sign), 1);
    at = end + 1;
  }
  return { lines, empty, openQuotes, beyond };
}

/** After so many quotes that are not closed, none is looked for any more: each is looked for to the end of the file. */
const mostOpen = 20;

/** A quoted cell that goes on over the end of its line. */
const isTorn = (cells: readonly string[] = []): boolean => cells.some((cell) => cell.includes('\n'));

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
