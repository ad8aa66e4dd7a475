// A table or a text of one's own → a data set, with a report on how it was read. What the reader has not chosen is guessed. Yields null at pauses.
import type { Dataset } from '../dataset.ts';
import { asks, askIds, type Table } from './asks.ts';
import { columnsOf, guessRoles, isNamed as looksNamed, type Column } from './columns.ts';
import { guessDelimiter } from './delimiters.ts';
import { mostRows } from './limits.ts';
import { linesOf, type Line, type Lines } from './lines.ts';
import { allColumns } from './makeValues.ts';
import type { Made } from './making.ts';
import type { AskId, OwnReading, OwnReport, ReadInput, StepsId } from './report.ts';
import { createSkipped, seenOf, type SkippedList } from './skipped.ts';

export function* readTable({ id, title, source, choices }: ReadInput): Generator<null, OwnReading> {
  const text = source.text.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n').trimEnd();
  const delimiter = choices.delimiter ?? guessDelimiter(text, source.name);
  const read = yield* linesOf(text, delimiter);
  const skipped = createSkipped();
  const isNamed = choices.isNamed ?? (delimiter !== 'blank' && looksNamed(read.lines.slice(0, 2000)));
  const names = isNamed ? (read.lines[0]?.cells ?? []) : null;
  const body = read.lines.slice(isNamed ? 1 : 0);
  const width = names?.length ?? usualWidth(body);
  const lines = body.slice(0, mostRows).filter((line) => fits(line, width, delimiter === 'blank', skipped));
  const beyond = read.beyond + Math.max(0, body.length - mostRows);
  if (lines.length === 0) return { report: null, dataset: null, problem: emptyWords(source.name, names, skipped) };

  yield null;
  const columns = columnsOf(lines, names, width);
  const { table, ask, possible } = askOf({ lines, columns, isPlain: delimiter === 'none', ...guessRoles(columns) }, choices);
  const { input, answer } = table;
  const steps = choices.steps ?? stepsFor(ask, columns[input]);
  const made = yield* asks[ask].make({ id, title, ...table, steps, skipped });
  const report: OwnReport = {
    delimiter,
    isNamed,
    columns,
    ask,
    asks: possible,
    steps,
    input,
    answer,
    rows: made.task.rows.length,
    labels: made.labels,
    vocabulary: made.vocabulary,
    lengths: made.lengths,
    skipped: skipped.all(),
    notes: [...source.notes, ...notesOf(read, beyond), ...emptyColumns(columns), ...made.notes, ...aloneNotes(made)],
  };
  return { report, dataset: made.problem === null ? datasetOf(id, made, report) : null, problem: made.problem };
}

/** The number of cells that most lines have. */
function usualWidth(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of lines) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

/** Whether a line has no more cells than there are columns; where it has fewer, the last ones are empty. */
function fits({ line, cells }: Line, width: number, isRagged: boolean, skipped: SkippedList): boolean {
  // Empty cells at the end of a line, as spreadsheets write them, are no cells.
  const used = cells.findLastIndex((cell) => cell !== '') + 1;
  if (used <= width || isRagged) return true;
  skipped.add(`has more cells than there are columns (${width}): a text with the delimiter in it has to stand in quotes`, line, seenOf(cells));
  return false;
}

interface Decided {
  readonly table: Table;
  readonly ask: AskId;
  readonly possible: readonly AskId[];
}

/** What is asked, and by which columns: as the reader has chosen, else as is most likely. */
function askOf(guessed: Table, choices: ReadInput['choices']): Decided {
  const { columns } = guessed;
  const isLines = columns.length >= fewestOfLine && columns.every(({ kind }) => kind === 'number' || kind === 'label') && columns.filter(({ kind }) => kind === 'number').length > columns.length / 2;
  const chosen = { ...guessed, input: choices.input ?? guessed.input, answer: choices.answer ?? guessed.answer };
  const table = isLines && choices.input === undefined ? { ...chosen, input: allColumns } : chosen;
  const possible = askIds.filter((id) => asks[id].isPossible({ ...table, input: Math.max(0, table.input) }));
  const ask = choices.ask ?? possible.find((id) => asks[id].isLikely(table)) ?? possible[0] ?? 'next';
  if (ask === 'value') return { table: choices.input === undefined && !isLines ? { ...table, input: lastNumber(columns) } : table, ask, possible };
  return { table: { ...table, input: Math.max(0, table.input), answer: asks[ask].answer === null ? -1 : table.answer }, ask, possible };
}

/** So many numbers in each line are a series each. */
const fewestOfLine = 5;

/** A first column of numbers often counts days or years. */
const lastNumber = (columns: readonly Column[]): number => Math.max(0, columns.findLastIndex(({ kind }) => kind === 'number'));

/** Single words are read letter by letter. */
const stepsFor = (ask: AskId, column: Column | undefined): StepsId =>
  (ask === 'label' || ask === 'next') && column !== undefined && column.meanWords < 1.3 ? 'letters' : 'words';

function notesOf({ empty, openQuotes }: Lines, beyond: number): string[] {
  const [first] = openQuotes;
  return [
    ...(beyond > 0 ? [`${mostRows.toLocaleString('en')} rows are read; ${beyond.toLocaleString('en')} after them are left out.`] : []),
    ...(first === undefined ? [] : [`A quote is opened in line ${first.toLocaleString('en')}${openQuotes.length > 1 ? ` and in ${openQuotes.length - 1} more` : ''} and not closed; it is read as an ordinary sign.`]),
    ...(empty > 0 ? [`${empty === 1 ? 'One empty line was' : `${empty.toLocaleString('en')} empty lines were`} passed over.`] : []),
  ];
}

const emptyColumns = (columns: readonly Column[]): readonly string[] =>
  columns.filter(({ kind }) => kind === 'empty').slice(0, 3).map(({ name }) => `The column “${name}” is empty in every row.`);

const aloneNotes = ({ task }: Made): readonly string[] => (task.rows.length === 1 ? ['There is one row alone, so nothing is kept for validation.'] : []);

function emptyWords(name: string, names: readonly string[] | null, skipped: SkippedList): string {
  if (names) return `“${name}” has a line of names (${names.join(', ')}) and no row below it. Expected are rows with a text and, where there are labels, its label.`;
  const [first] = skipped.all();
  if (first) return `No line of “${name}” can be read: line ${first.first[0]!.line} ${first.words}.`;
  return `“${name}” is empty: no line has anything in it. Expected are lines such as “movie was good, positive”.`;
}

function datasetOf(id: string, { task, isText, scale }: Made, { skipped, notes }: OwnReport): Dataset {
  const left = skipped.map(({ words, count, first }) => `${count.toLocaleString('en')} ${count === 1 ? 'row was' : 'rows were'} skipped: it ${words} (line ${first[0]!.line}).`);
  return {
    id,
    source: { words: 'Your own data. They stay in this browser: nothing leaves this machine.', licence: 'yours' },
    task: { ...task, epochs: epochsOf(task.rows.length) },
    isText,
    notes: [...notes, ...left],
    recipe: { optimiser: 'adam', batchSize: batchOf(task.rows.length) },
    ...(scale && { scale }),
  };
}

/** Many rows are learned in fewer epochs and larger batches. */
const epochsOf = (rows: number): number => (rows > 5000 ? 3 : rows > 500 ? 10 : rows > 50 ? 40 : 100);
const batchOf = (rows: number): number => (rows > 500 ? 16 : rows > 50 ? 4 : 1);
