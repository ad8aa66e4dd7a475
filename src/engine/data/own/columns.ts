// What the columns of a table hold: text, labels or numbers; and whether the first line names them.
import { decimalOf, numberIn, type Decimal } from './numbers.ts';
import type { Line } from './lines.ts';

export type ColumnKind = 'text' | 'label' | 'number' | 'empty';

export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
  /** Different cells, the empty one left out. */
  readonly distinct: number;
  /** Cells without anything. */
  readonly empty: number;
  /** Words of a cell, on average. */
  readonly meanWords: number;
  /** How its numbers are written. */
  readonly decimal: Decimal;
  /** The first few different cells. */
  readonly examples: readonly string[];
}

/** At most as many different values, and words in each, make labels. */
const labels = { distinct: 50, words: 3 };

const wordsIn = (cell: string): number => cell.split(/\s+/).length;

/** The columns of the lines, whose names are given or made up. */
export function columnsOf(lines: readonly Line[], names: readonly string[] | null, width: number): readonly Column[] {
  const columns = Array.from({ length: width }, (_, k) => columnOf(lines.map(({ cells }) => cells[k] ?? ''), names?.[k] || `Column ${k + 1}`));
  // Beside sentences a last column of 0 and 1 names classes, however few rows there are.
  const last = columns.at(-1);
  const isOfClasses = last?.kind === 'number' && last.distinct <= 2 && lines.every(({ cells }) => /^[+-]?\d?$/.test(cells[width - 1] ?? ''));
  const areSentences = columns.slice(0, -1).some(({ kind, meanWords }) => kind === 'text' && meanWords >= 2);
  return last && isOfClasses && areSentences ? [...columns.slice(0, -1), { ...last, kind: 'label' }] : columns;
}

function columnOf(cells: readonly string[], name: string): Column {
  const filled = cells.filter((cell) => cell !== '');
  const different = new Set(filled);
  const decimal = decimalOf(filled.slice(0, 1000));
  const meanWords = filled.length === 0 ? 0 : filled.reduce((sum, cell) => sum + wordsIn(cell), 0) / filled.length;
  return {
    name,
    kind: kindOf(filled, different, { decimal, meanWords, isNamedAnswer: isAnswer.test(name) }),
    distinct: different.size,
    empty: cells.length - filled.length,
    meanWords,
    decimal,
    examples: [...different].slice(0, 3),
  };
}

interface Known {
  readonly decimal: Decimal;
  readonly meanWords: number;
  /** Whether its name is that of a column of answers. */
  readonly isNamedAnswer: boolean;
}

function kindOf(filled: readonly string[], different: ReadonlySet<string>, { decimal, meanWords, isNamedAnswer }: Known): ColumnKind {
  if (filled.length === 0) return 'empty';
  const repeats = different.size <= filled.length / 2 || filled.length < 10;
  const areNumbers = filled.filter((cell) => !Number.isNaN(numberIn(cell, decimal))).length >= 0.95 * filled.length;
  // Numbers that come again and again, such as 0 and 1, name classes.
  if (areNumbers) return different.size <= 10 && (different.size <= filled.length / 4 || isNamedAnswer) ? 'label' : 'number';
  const areShort = [...different].every((cell) => wordsIn(cell) <= labels.words);
  // A few rows of several words, each another one, are texts.
  const areTexts = different.size === filled.length && filled.length > 1 && meanWords >= 1.5;
  return different.size <= labels.distinct && areShort && (repeats || isNamedAnswer) && (!areTexts || isNamedAnswer) ? 'label' : 'text';
}

const isAnswer = /^(label|class|category|sentiment|target|tag|gender|sex|language|lang|y|answer|rating|stars|topic|genre|kind|type|label[ _-]?\w*)$/i;
const isInput = /^(text|review|sentence|words?|name|message|comment|title|body|content|x|input|tweet|question)$/i;

/** Whether the first line has the names of the columns: none of it is a number where the lines below have numbers, and it is unlike them. */
export function isNamed(lines: readonly Line[]): boolean {
  const [first, ...rest] = lines;
  if (!first) return false;
  const { cells } = first;
  if (rest.length === 0) return cells.length > 1 && cells.every((cell) => isAnswer.test(cell) || isInput.test(cell));
  if (cells.some((cell) => cell === '') || new Set(cells).size < cells.length) return false;
  // A single column may be a plain text, unless numbers stand below its name.
  if (cells.length === 1) return rest.every((line) => isNumber(line.cells[0] ?? '')) && !isNumber(cells[0] ?? '');
  if (cells.some((cell) => isAnswer.test(cell) || isInput.test(cell))) return true;
  const below = columnsOf(rest.slice(0, 1000), null, cells.length);
  return below.some(({ kind, decimal }, k) => {
    const cell = cells[k]!;
    if (kind === 'number' || rest.every((line) => line.cells[k] === '' || isNumber(line.cells[k] ?? ''))) return Number.isNaN(numberIn(cell, decimal));
    // With labels that come again and again, one that never does is a name.
    return kind === 'label' && rest.length >= 10 && rest.every((line) => line.cells[k] !== cell);
  });
}

const isNumber = (cell: string): boolean => !Number.isNaN(numberIn(cell, decimalOf([cell])));

/** Which columns are read and which are the answers; −1 where there is none. */
interface Roles {
  readonly input: number;
  readonly answer: number;
}

/** The most likely ones, by their names first. */
export function guessRoles(columns: readonly Column[]): Roles {
  const places = columns.map((_, k) => k);
  const isUsable = (k: number): boolean => columns[k]!.kind !== 'empty';
  // One value in all rows tells nothing.
  const few = (k: number): number => (columns[k]!.distinct > 1 ? columns[k]!.distinct : Infinity);
  const byName = (pattern: RegExp): number | undefined => places.find((k) => isUsable(k) && pattern.test(columns[k]!.name));
  const inputByName = byName(isInput);
  const answer =
    byName(isAnswer) ??
    places
      .filter((k) => isUsable(k) && columns[k]!.kind === 'label' && k !== inputByName)
      .toSorted((a, b) => (few(a) === few(b) ? b - a : few(a) - few(b)))[0];
  const wordy = places.filter((k) => isUsable(k) && k !== answer).toSorted((a, b) => wordsOf(columns[b]!) - wordsOf(columns[a]!) || a - b);
  const input = inputByName !== undefined && inputByName !== answer ? inputByName : wordy[0];
  if (input === undefined) return { input: places.find(isUsable) ?? 0, answer: -1 };
  // Two columns of text are a text and its translation.
  const other = answer ?? places.find((k) => k !== input && columns[k]!.kind === 'text') ?? -1;
  return { input, answer: other };
}

/** Texts before labels before numbers, longer ones first. */
const wordsOf = ({ kind, meanWords }: Column): number => meanWords + (kind === 'text' ? 1000 : kind === 'number' ? -1000 : 0);
