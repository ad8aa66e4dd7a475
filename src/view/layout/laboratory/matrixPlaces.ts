// Which number of a row of matrices is under the pointer, and where an arrow key goes from there: over the cells, and on into the neighbour.
import type { JacobianProduct, PlacedStage } from './jacobianProduct.ts';

export type MatrixId = 'slopes' | 'weights' | 'local' | 'product';

/** A number of a matrix of the stage of step t: its place in the matrix, row by row. */
export interface MatrixPlace {
  readonly t: number;
  readonly matrix: MatrixId;
  readonly cell: number;
}

const order: readonly MatrixId[] = ['slopes', 'weights', 'local', 'product'];

const columnsOf = (matrix: MatrixId, size: number): number => (matrix === 'slopes' ? 1 : size);

/** The number at a point of the drawing; null between the matrices. */
export function matrixPlaceAt({ placed }: JacobianProduct, size: number, x: number, y: number): MatrixPlace | null {
  for (const stage of placed) {
    for (const matrix of order) {
      const box = stage[matrix];
      if (!box || x < box.x || y < box.y || x >= box.x + box.width || y >= box.y + box.height) continue;
      const columns = columnsOf(matrix, size);
      const row = Math.floor(((y - box.y) / box.height) * size);
      const column = Math.floor(((x - box.x) / box.width) * columns);
      return { t: stage.stage.t, matrix, cell: row * columns + column };
    }
  }
  return null;
}

const arrows: Readonly<Record<string, readonly [down: number, right: number]>> = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

/** Where a key goes from a number; from none, to the first of the last product. Null for other keys. At the edge of all it stays. */
export function matrixMove({ placed }: JacobianProduct, size: number, from: MatrixPlace | null, key: string): MatrixPlace | null {
  const arrow = arrows[key];
  const last = placed.at(-1);
  if (!arrow || !last) return null;
  const at = from ? placed.findIndex(({ stage }) => stage.t === from.t) : -1;
  if (!from || at < 0) return { t: last.stage.t, matrix: 'product', cell: 0 };
  const columns = columnsOf(from.matrix, size);
  const [row, column] = [Math.floor(from.cell / columns) + arrow[0], (from.cell % columns) + arrow[1]];
  if (row >= 0 && row < size && column >= 0 && column < columns) return { ...from, cell: row * columns + column };
  return (arrow[0] === 0 ? beside(placed, size, at, from, row, arrow[1]) : above(placed[at]!, size, from, column, arrow[0])) ?? from;
}

/** Into the matrix at the left or at the right, in the same row. */
function beside(placed: readonly PlacedStage[], size: number, at: number, from: MatrixPlace, row: number, by: number): MatrixPlace | null {
  const neighbours = placed.flatMap((stage) => (isPart(from.matrix) ? (['slopes', 'weights'] as const) : [from.matrix]).filter((matrix) => stage[matrix]).map((matrix) => ({ t: stage.stage.t, matrix })));
  const own = neighbours.findIndex(({ t, matrix }) => t === placed[at]!.stage.t && matrix === from.matrix);
  const next = neighbours[own + by];
  if (!next) return null;
  const columns = columnsOf(next.matrix, size);
  return { ...next, cell: row * columns + (by > 0 ? 0 : columns - 1) };
}

/** Into the matrix above or below, in the same column. */
function above(stage: PlacedStage, size: number, from: MatrixPlace, column: number, by: number): MatrixPlace | null {
  const rows: readonly MatrixId[] = ['weights', 'local', 'product'];
  const next = rows[rows.indexOf(isPart(from.matrix) ? 'weights' : from.matrix) + by];
  return next && stage[next] ? { t: stage.stage.t, matrix: next, cell: (by > 0 ? 0 : size - 1) * size + column } : null;
}

const isPart = (matrix: MatrixId): boolean => matrix === 'slopes' || matrix === 'weights';
