// A matrix as a grid in the room that it has, on its way from one place to another, and its cells one by one.
import { clamp, mix, type Rect } from '../rect.ts';
import type { MatrixLayout } from './types.ts';

/** Narrower cells of a matrix on the input could not be told apart: of a large vocabulary only some columns are drawn. */
export const leastColumn = 6;

/** Narrower cells of other matrices could not be seen at all. */
export const leastCell = 0.5;

/** The largest cell beside others in the unrolled drawing, and in the folded one, where numbers are written. */
export const largestCell = 20;
export const largestOpenCell = 44;

export const gridAt = (x: number, y: number, rows: number, columns: number, cellWidth: number, cellHeight: number, firstColumn = 0): MatrixLayout =>
  ({ x, y, rows, columns, firstColumn, cellWidth, cellHeight, width: columns * cellWidth, height: rows * cellHeight });

/** How many columns are drawn in that width, and how wide each is. `most`: the widest that a cell may be. */
export function columnsIn(width: number, columns: number, least: number, most: number): { shown: number; cellWidth: number } {
  const natural = width / columns;
  const cellWidth = natural < least ? least : Math.min(natural, most);
  return { cellWidth, shown: clamp(Math.floor(width / cellWidth + 1e-6), 1, columns) };
}

/** The first of the columns that are drawn, so that the one in question is among them. */
export const firstShown = (lit: number, shown: number, columns: number): number => clamp(lit - (shown >> 1), 0, columns - shown);

/** A matrix in that much room, centred. Where its columns would get narrower than `least`, those about `lit` are drawn. */
export function fitMatrix(rows: number, columns: number, room: Rect, least: number, lit = 0): MatrixLayout {
  const cellHeight = clamp(room.height / rows, 0.1, largestCell);
  const { shown, cellWidth } = columnsIn(room.width, columns, least, Math.min(largestCell, Math.max(cellHeight * 1.25, least)));
  const [width, height] = [shown * cellWidth, rows * cellHeight];
  return gridAt(room.x + (room.width - width) / 2, room.y + (room.height - height) / 2, rows, shown, cellWidth, cellHeight, firstShown(lit, shown, columns));
}

export const mixMatrix = (from: MatrixLayout, to: MatrixLayout, part: number): MatrixLayout => ({
  rows: from.rows,
  columns: from.columns,
  firstColumn: from.firstColumn,
  x: mix(from.x, to.x, part),
  y: mix(from.y, to.y, part),
  width: mix(from.width, to.width, part),
  height: mix(from.height, to.height, part),
  cellWidth: mix(from.cellWidth, to.cellWidth, part),
  cellHeight: mix(from.cellHeight, to.cellHeight, part),
});

/** The same matrix beside the column that has come in, with room for its numbers where it has few. */
export function besides(matrix: MatrixLayout, x: number, room: Pick<Rect, 'y' | 'width' | 'height'>): MatrixLayout {
  const cellWidth = clamp(Math.min(room.width, 340) / matrix.columns, 0.1, largestOpenCell);
  const cellHeight = clamp(room.height / matrix.rows, 0.1, 24);
  const height = cellHeight * matrix.rows;
  return gridAt(x, room.y + (room.height - height) / 2, matrix.rows, matrix.columns, cellWidth, cellHeight, matrix.firstColumn);
}

/** The cell of a matrix at 0-based row and column; the column may be out of what is drawn. */
export function matrixCell(matrix: MatrixLayout, row: number, column: number): Rect {
  const space = Math.min(matrix.cellWidth, matrix.cellHeight) >= 7 ? 1.5 : 0;
  return {
    x: matrix.x + (column - matrix.firstColumn) * matrix.cellWidth,
    y: matrix.y + row * matrix.cellHeight,
    width: Math.max(matrix.cellWidth - space, 0.1),
    height: Math.max(matrix.cellHeight - space, 0.1),
  };
}

/** Whether two matrices show the same cells in the same place. */
export const isSameGrid = (a: MatrixLayout, b: MatrixLayout): boolean =>
  a === b || (a.x === b.x && a.y === b.y && a.rows === b.rows && a.columns === b.columns && a.firstColumn === b.firstColumn && a.cellWidth === b.cellWidth && a.cellHeight === b.cellHeight);
