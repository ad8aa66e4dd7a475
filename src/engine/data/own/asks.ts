// What a network can be asked to do with a table of one's own: a row of a table each, with the columns that it takes.
import type { Column } from './columns.ts';
import type { Line } from './lines.ts';
import { makeLabels } from './makeLabels.ts';
import { makeNext } from './makeNext.ts';
import { isSlashed, isWordALine, makeTags } from './makeTags.ts';
import { makeTranslation } from './makeTranslation.ts';
import { allColumns, makeValues } from './makeValues.ts';
import type { Given, Made } from './making.ts';
import { numberIn } from './numbers.ts';
import type { AskId } from './report.ts';

/** A table as far as it is known before it is decided what to do with it. */
export interface Table {
  readonly lines: readonly Line[];
  readonly columns: readonly Column[];
  readonly input: number;
  readonly answer: number;
  /** Whether a line is one cell. */
  readonly isPlain: boolean;
}

interface Ask {
  /** On its button. */
  readonly title: string;
  /** What the column that is read is called, and that of the answers; null where there is no such column. */
  readonly input: string;
  readonly answer: string | null;
  /** Whether the table has the columns for it. */
  readonly isPossible: (table: Table) => boolean;
  /** Whether that is most likely meant; the first that is, in the order of the table. */
  readonly isLikely: (table: Table) => boolean;
  readonly make: (given: Given) => Generator<null, Made>;
}

const filled = ({ columns }: Table): readonly Column[] => columns.filter(({ kind }) => kind !== 'empty');
const cellsOf = ({ lines, input }: Table): readonly string[] => lines.slice(0, 100).map(({ cells }) => cells[input] ?? '');
const isText = ({ columns, input }: Table): boolean => columns[input]?.kind === 'text' || columns[input]?.kind === 'label';
const isTagged = (table: Table): boolean => isSlashed(cellsOf(table)) || isWordALine(table.lines, table.input, table.answer);

export const asks: Readonly<Record<AskId, Ask>> = {
  tags: {
    title: 'Say a tag at every word',
    input: 'Words',
    answer: 'Tags',
    isPossible: isTagged,
    isLikely: isTagged,
    make: makeTags,
  },
  value: {
    title: 'Say the next value of a series',
    input: 'Values',
    answer: null,
    isPossible: hasNumbers,
    // Beside its numbers a series has days or the like, and no texts.
    isLikely: (table) => table.input === allColumns || (hasNumbers(table) && filled(table).every(({ kind, meanWords }) => kind === 'number' || meanWords <= 2) && !hasLabels(table)),
    make: makeValues,
  },
  label: {
    title: 'Say the label of each text',
    input: 'Texts',
    answer: 'Labels',
    isPossible: (table) => filled(table).length > 1,
    isLikely: hasLabels,
    make: makeLabels,
  },
  translation: {
    title: 'Say the other text',
    input: 'Texts',
    answer: 'What they become',
    isPossible: (table) => filled(table).filter(({ kind }) => kind !== 'number').length > 1,
    isLikely: ({ columns, input, answer }) => columns[input]?.kind === 'text' && columns[answer]?.kind === 'text',
    make: makeTranslation,
  },
  next: {
    title: 'Say what comes next in a text',
    input: 'Texts',
    answer: null,
    isPossible: (table) => filled(table).some(({ kind }) => kind !== 'number'),
    isLikely: isText,
    make: makeNext,
  },
};

/** A column of numbers; or no other column than one of a few different numbers, which would else be labels. */
function hasNumbers(table: Table): boolean {
  const [only, ...others] = filled(table);
  const isLone = only !== undefined && others.length === 0 && only.examples.every((cell) => !Number.isNaN(numberIn(cell, only.decimal)));
  return isLone || filled(table).some(({ kind }) => kind === 'number');
}

function hasLabels({ columns, input, answer }: Table): boolean {
  return columns[answer]?.kind === 'label' && input >= 0 && input !== answer && columns[input]?.kind !== 'number';
}

export const askIds = Object.keys(asks) as readonly AskId[];
