// Matrices as small pictures beside each other: where each stands, so that all cells are of one size wherever they have room.
import { textWidth, type Box } from '../../directLabels.ts';

export interface MatrixSize {
  readonly id: string;
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
}

interface PlacedMatrix extends MatrixSize {
  readonly box: Box;
  /** Where its name begins, over it. */
  readonly nameAt: { readonly x: number; readonly y: number };
}

export interface MatricesLayout {
  readonly placed: readonly PlacedMatrix[];
  readonly height: number;
}

/** Pixels of a cell, from the largest that is tried. */
const cellSizes = [16, 13, 11, 9, 7, 6, 5, 4, 3, 2, 1];
const gap = 18;

/** As large as they can be so that all fit into the height; wide ones are pressed together sideways. Names stand over them. */
export function matricesLayout(matrices: readonly MatrixSize[], { width, height, textSize }: { readonly width: number; readonly height: number; readonly textSize: number }): MatricesLayout {
  const tried = cellSizes.map((cell) => flow(matrices, cell, width, height, textSize));
  return tried.find((each) => each.height <= height) ?? tried.at(-1)!;
}

function flow(matrices: readonly MatrixSize[], cell: number, width: number, height: number, textSize: number): MatricesLayout {
  const head = textSize * 1.7;
  // A matrix of thousands of columns is no wider than its row, one of hundreds of rows no higher than the picture.
  const mostHeight = Math.max(12, height - head - 4);
  let [x, y, rowHeight] = [0, 0, 0];
  const placed = matrices.map((each): PlacedMatrix => {
    const box = { width: Math.min(width - 2, Math.max(4, each.columns * cell)), height: Math.min(mostHeight, each.rows * cell) };
    const room = Math.max(box.width, textWidth(each.name, textSize));
    if (x > 0 && x + room > width) [x, y, rowHeight] = [0, y + rowHeight + head + 8, 0];
    const at = { ...each, box: { ...box, x: x + 1, y: y + head }, nameAt: { x: x + 1, y: y + head - 6 } };
    x += room + gap;
    rowHeight = Math.max(rowHeight, box.height);
    return at;
  });
  return { placed, height: y + rowHeight + head + 4 };
}
