// The next value of a series: a column from its top to its bottom, in windows; or each line as a series of its own.
import type { Task } from '../../tasks/task.ts';
import type { SeriesScale } from '../dataset.ts';
import { lengthsOf, pauseEvery, recipe, type Given, type Made } from './making.ts';
import { decimalOf, numberIn } from './numbers.ts';
import { seenOf } from './skipped.ts';

/** The input of a table whose lines are series: all columns. */
export const allColumns = -1;

export function* makeValues(given: Given): Generator<null, Made> {
  const { id, title, input, columns } = given;
  yield null;
  const isByLine = input === allColumns;
  const found = isByLine ? yield* seriesOfLines(given) : [valuesOf(given)];
  const series = found.filter(({ length }) => length >= fewest);
  const scale = scaleOf(series);
  const rows: { text: string }[] = [];
  const lengths: number[] = [];
  for (const [k, values] of series.entries()) {
    if (k % pauseEvery === 0) yield null;
    for (const part of isByLine ? [values] : windowsOf(values)) {
      rows.push({ text: part.map((value) => String((value - scale.offset) / scale.factor)).join('; ') });
      lengths.push(part.length - 1);
    }
  }
  const name = isByLine ? 'value' : (columns[input]?.name ?? 'value');
  const task: Task = {
    ...recipe,
    id,
    title,
    words: 'Reads a series value by value and says after each one what the next will be.',
    topology: 'many-to-many-synced',
    loss: 'mse',
    step: 'value',
    whole: 'series',
    cut: 'dense',
    vocabulary: [name],
    outputs: [name],
    rows,
    targetSource: { kind: 'next' },
  };
  const values = series.reduce((sum, { length }) => sum + length, 0);
  const isWindowed = !isByLine && rows.length > 1;
  return {
    task,
    isText: false,
    labels: [],
    scale,
    vocabulary: 0,
    lengths: lengthsOf(lengths),
    notes: isWindowed ? [`The ${values.toLocaleString('en')} values of “${name}” are one series, cut into ${rows.length.toLocaleString('en')} rows; each begins with the value that the one before ends with.`] : [],
    problem: problemOf(found.reduce((sum, { length }) => sum + length, 0), rows.length, series, isByLine ? null : name),
  };
}

/** A value to read, the one that comes next, and one more. */
const fewest = 3;

function valuesOf({ lines, columns, input, skipped }: Given): number[] {
  const decimal = columns[input]?.decimal ?? '.';
  return lines.flatMap(({ line, cells }) => {
    const cell = cells[input] ?? '';
    const value = numberIn(cell, decimal);
    if (Number.isFinite(value)) return [value];
    skipped.add(cell === '' ? 'has no number' : 'has something else than a number', line, seenOf(cells));
    return [];
  });
}

function* seriesOfLines({ lines, skipped }: Given): Generator<null, number[][]> {
  const decimal = decimalOf(lines.slice(0, 200).flatMap(({ cells }) => cells));
  const series: number[][] = [];
  for (const [k, { line, cells }] of lines.entries()) {
    if (k % pauseEvery === 0) yield null;
    const values = cells.filter((cell) => cell !== '').map((cell) => numberIn(cell, decimal));
    if (values.some((value) => !Number.isFinite(value))) skipped.add('has something else than numbers', line, seenOf(cells));
    else if (values.length < fewest) skipped.add(`has fewer than ${fewest} numbers`, line, seenOf(cells));
    else series.push(values);
  }
  return series;
}

/** From 0 for the smallest of all to 1 for the largest. */
function scaleOf(series: readonly (readonly number[])[]): SeriesScale {
  let low = Infinity;
  let high = -Infinity;
  for (const values of series) {
    for (const value of values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  if (!(low < high)) return { offset: low === Infinity ? 0 : low, factor: 1, unit: '' };
  return { offset: low, factor: high - low, unit: '' };
}

/** Steps of a window, where there are values enough for several. */
const usual = 30;

/** Pieces of equal length, the last one shorter; each begins with the value that the one before ends with. */
function windowsOf(values: readonly number[]): number[][] {
  const steps = Math.min(usual, Math.max(fewest, Math.floor(values.length / 8)));
  const windows: number[][] = [];
  for (let from = 0; from + fewest <= values.length; from += steps) windows.push(values.slice(from, from + steps + 1));
  return windows;
}

function problemOf(values: number, rows: number, series: readonly (readonly number[])[], name: string | null): string | null {
  const where = name === null ? 'Its lines hold' : `“${name}” holds`;
  if (rows === 0) return `${where} ${values.toLocaleString('en')} numbers, but it takes ${fewest} or more in a row to learn what comes next.`;
  const [first] = series[0]!;
  return series.every((each) => each.every((value) => value === first)) ? `All values are the same, ${first}: there is nothing to learn.` : null;
}
