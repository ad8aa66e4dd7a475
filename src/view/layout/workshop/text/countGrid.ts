// Small whole numbers as a grid, in numbers: a row a text or a time step, a column a word of the vocabulary; names at the left and over it.
import { textWidth, type Box } from '../../directLabels.ts';
import { ellipsised } from '../names.ts';

interface CountGridInput {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly size: { readonly width: number; readonly height: number; readonly textSize: number };
}

export interface CountGridGeometry {
  readonly box: Box;
  readonly cell: { readonly width: number; readonly height: number };
  /** Where names have no room, every so many-th is left out. */
  readonly rowNames: readonly { readonly row: number; readonly x: number; readonly y: number; readonly text: string }[];
  readonly columnNames: readonly { readonly column: number; readonly x: number; readonly y: number; readonly text: string; readonly isTurned: boolean }[];
  readonly hasNumbers: boolean;
}

/** Letters of a name. */
const most = { row: 22, column: 14 };

/** A cell is not wider than this many letters are high: a row of few words would be a bar. */
const widest = 6;

/** Degrees by which names over narrow columns are turned. */
export const turn = 50;
const radians = (turn * Math.PI) / 180;

/** Pixels of all rows together: many of them share a height that is still looked at as one. */
const mostHeight = 460;

/** Pixels that a grid of this width needs. */
export function gridHeight({ rows, columns, width, textSize }: Pick<CountGridInput, 'rows' | 'columns'> & { readonly width: number; readonly textSize: number }): number {
  const { box } = countGrid({ rows, columns, size: { width, height: Infinity, textSize } });
  return Math.ceil(box.y + box.height + 3);
}

export function countGrid({ rows, columns, size: { width, height, textSize } }: CountGridInput): CountGridGeometry {
  const rowTexts = rows.map((name) => ellipsised(name, most.row));
  const columnTexts = columns.map((name) => ellipsised(name, most.column));
  const left = Math.max(0, ...rowTexts.map((name) => textWidth(name, textSize))) + 8;
  const longest = Math.max(0, ...columnTexts.map((name) => textWidth(name, textSize)));
  const count = Math.max(1, columns.length);
  const room = Math.max(20, width - left - textSize * 0.5);
  const isTurned = longest + 4 > Math.min(room / count, widest * textSize);
  const across = Math.max(20, Math.min(isTurned ? room - longest * Math.cos(radians) : room, count * widest * textSize));
  const head = isTurned ? longest * Math.sin(radians) + textSize : textSize * 1.6;
  const box = { x: left, y: head, width: across, height: Math.max(8, Math.min(height - head - 2, mostHeight, rows.length * textSize * 1.9)) };
  const cell = { width: across / count, height: box.height / Math.max(1, rows.length) };
  const everyRow = Math.ceil((textSize * 1.15) / cell.height);
  const everyColumn = Math.ceil((textSize * 1.15) / cell.width);
  return {
    box,
    cell,
    rowNames: rowTexts.flatMap((text, row) => (row % everyRow === 0 ? [{ row, text, x: left - 7, y: box.y + (row + 0.5) * cell.height }] : [])),
    columnNames: columnTexts.flatMap((text, column) => (column % everyColumn === 0 ? [{ column, text, isTurned, x: box.x + (column + 0.5) * cell.width, y: box.y - textSize * 0.5 }] : [])),
    hasNumbers: cell.width >= textSize * 0.95 && cell.height >= textSize * 1.05,
  };
}
