// A data set → what networks read of it: stages of text, split by seed, vocabulary of the training rows, then every row as an example.
import { exampleOf, type Reading } from '../tasks/reading.ts';
import { halves, join } from '../tasks/split.ts';
import type { Task, TaskRow } from '../tasks/task.ts';
import { prepareText } from '../text/pipeline.ts';
import type { Switches } from '../text/stages.ts';
import { cutterOf, type Cutter } from './cutting.ts';
import type { Dataset, PreparedData, PreparedRow, Preparation } from './dataset.ts';
import { rowReader, type CutRow, type RowReader } from './read.ts';
import { splitRows } from './splitting.ts';
import { wordsInForce } from './words.ts';

/** Lower case alone, which is how a task reads without any preparation. */
const plainly: Switches = { lowerCase: true, stopWords: false, stems: false };

/** Prepares all rows. Those that cannot be read are named with the reason; nothing is thrown for them. */
export function prepareDataset(dataset: Dataset, preparation: Preparation): PreparedData {
  const { task: given, isText } = dataset;
  const cut = cutterOf(given, isText, preparation.switches);
  const cutRows = given.rows.map((row) => cutRow(given, cut, row));
  const skipped: { index: number; words: string }[] = [];
  const filled = cutRows.flatMap((row, index) => (row.tokens.length > 0 ? [index] : []));
  const drawn = splitRows(filled.map((index) => classOf(given, cutRows[index]!)), preparation.share, preparation.seed);
  const isKept = new Set(drawn.validation.map((k) => filled[k]!));
  const { task: inForce, leftOut } = wordsInForce(given, filled.flatMap((index) => (isKept.has(index) ? [] : [cutRows[index]!])), preparation.mostWords);
  const read = rowReader(inForce);
  const rows: PreparedRow[] = [];
  for (const [index, row] of cutRows.entries()) {
    const reading = read(row);
    if (isRead(reading)) rows.push({ index, text: textOf(inForce, row), reading, example: exampleOf(reading) });
    else skipped.push({ index, words: reasonOf(given, reading, given.rows[index]!, preparation.switches, isText) });
  }
  const task: Task = {
    ...inForce,
    rows: rows.map(({ text, reading }) => ({ text, targets: [...reading.targets] })),
    firstRow: Math.max(0, rows.findIndex(({ index }) => index >= given.firstRow)),
  };
  return { dataset, preparation, task, rows, leftOut, skipped, ...sides(rows, isKept) };
}

/**
 * A text of one's own, read as the rows of the data are. Where it is one of them, it has that row's targets; else `targets`, as those of the data
 * set's rows, or what follows from the text.
 */
export function readRow(data: PreparedData, text: string, targets?: readonly number[]): Reading {
  const { cut, read, known } = readerOf(data);
  const row = cutRow(data.task, cut, { text, ...(targets && { targets }) });
  return (targets ? undefined : known.get(textOf(data.task, row))) ?? read(row);
}

interface Reader {
  readonly cut: Cutter;
  readonly read: RowReader;
  /** The rows of the data by their text, and by what stands before `>` in it. */
  readonly known: ReadonlyMap<string, Reading>;
}

const readers = new WeakMap<PreparedData, Reader>();

function readerOf(data: PreparedData): Reader {
  const made = readers.get(data);
  if (made) return made;
  const { task, rows } = data;
  const known = new Map<string, Reading>();
  for (const { text, reading } of rows) {
    for (const key of [text, halves(task, text)[0].trim()]) if (!known.has(key)) known.set(key, reading);
  }
  const reader = { cut: cutterOf(task, data.dataset.isText, data.preparation?.switches ?? plainly), read: rowReader(task), known };
  readers.set(data, reader);
  return reader;
}

function cutRow(task: Task, cut: Cutter, { text, targets }: TaskRow): CutRow {
  const [input, behind] = halves(task, text);
  return { ...cut(input), behind, targets };
}

const textOf = (task: Task, { tokens, behind }: CutRow): string => join(task, tokens.map(({ text }) => text), behind === null ? null : behind.trim());

const isRead = ({ tokens, targets }: Reading): boolean => tokens[0].length > 0 && targets.length > 0;

/** What both sides of a split should have of: the one answer that is a class, or who a name is for. */
function classOf({ loss, classes, topology }: Task, { targets = [], tokens }: CutRow): string | number {
  if (classes) return tokens[0]?.text ?? '';
  const hasOneAnswer = topology === 'many-to-one' || topology === 'one-to-one';
  return hasOneAnswer && loss !== 'mse' ? targets.join() : '';
}

/** Where rows are that are learned from and kept; where none is left to learn from, all are. */
function sides(rows: readonly PreparedRow[], isKept: ReadonlySet<number>): Pick<PreparedData, 'training' | 'validation'> {
  const all = rows.map((_, position) => position);
  const training = all.filter((position) => !isKept.has(rows[position]!.index));
  if (training.length === 0) return { training: all, validation: [] };
  return { training, validation: all.filter((position) => isKept.has(rows[position]!.index)) };
}

function reasonOf(task: Task, { problem, unknown, tokens }: Reading, { text }: TaskRow, switches: Switches, isText: boolean): string {
  if (problem !== null) return problem;
  if (tokens[0].length > 0 || (task.targetSource.kind === 'next' && unknown.length === 0 && text.trim() !== '')) {
    return `There is one ${task.step} alone, so none comes after it.`;
  }
  if (unknown.length > 0) return `None of it is in the vocabulary: ${named(unknown)}.`;
  const note = isText ? prepareText(halves(task, text)[0], switches).note : null;
  return note ?? 'There is nothing in it to read.';
}

/** So many words are enough to know a row again. */
const fewWords = 8;

const named = (words: readonly string[]): string =>
  words.slice(0, fewWords).map((word) => `“${word}”`).join(', ') + (words.length > fewWords ? ', …' : '');
