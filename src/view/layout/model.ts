// The folded cell: where its boxes, its matrices and its loop stand. Folding makes room in it for one column of values.
import { clamp, mix, type Rect } from './rect.ts';
import type { Staves } from './staves.ts';

/** A matrix: the cells that are drawn of it. Of a wide one, the columns from `firstColumn` (0-based) on. */
export interface MatrixLayout extends Rect {
  readonly rows: number;
  readonly columns: number;
  readonly firstColumn: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
}

export interface ModelLayout {
  /** The axis that its three boxes share. */
  readonly axis: number;
  readonly width: number;
  readonly outputBox: Rect;
  readonly cellBox: Rect;
  readonly inputBox: Rect;
  /** By symbol: W_xh, W_hh, W_hy and the biases. */
  readonly matrices: Readonly<Record<string, MatrixLayout>>;
  /** SVG path of the loop, and the point and height of its top. */
  readonly loop: string;
  readonly loopTop: number;
  /** The small tiles of a parameter's terms; null where there is no room for them. */
  readonly tray: Rect | null;
}

export interface ModelSpec {
  readonly staves: Staves;
  readonly height: number;
  readonly width: number;
  /** 0 unrolled … 1 folded, eased. */
  readonly fold: number;
  readonly axis: number;
  /** Room right of the axis when folded. */
  readonly foldedRoom: number;
  readonly inputs: number;
  readonly units: number;
  readonly outputs: number;
  readonly biases: readonly string[];
  readonly outputBias: string;
  /** Column of the input matrix that has to be seen, 0-based. */
  readonly litColumn: number;
  /** Widths of a column of values, which comes in when folded. */
  readonly stateWidth: number;
  readonly outputWidth: number;
  readonly inputWidth: number;
}

/** Narrower cells of W_xh could not be told apart: of a large vocabulary only some columns are drawn. */
const leastColumn = 6;
const largestCell = 20;

/** A matrix in that much room, centred. Where its columns would get narrower than `least`, those about `lit` are drawn. */
function fitMatrix(rows: number, columns: number, room: Rect, least: number, lit = 0): MatrixLayout {
  const cellHeight = clamp(room.height / rows, 0.4, largestCell);
  const natural = room.width / columns;
  const cellWidth = natural < least ? least : Math.min(natural, largestCell, Math.max(cellHeight * 1.25, least));
  const shown = clamp(Math.floor(room.width / cellWidth + 1e-6), 1, columns);
  const width = shown * cellWidth;
  const height = rows * cellHeight;
  return {
    rows,
    columns: shown,
    firstColumn: clamp(lit - (shown >> 1), 0, columns - shown),
    cellWidth,
    cellHeight,
    x: room.x + (room.width - width) / 2,
    y: room.y + (room.height - height) / 2,
    width,
    height,
  };
}

const mixMatrix = (from: MatrixLayout, to: MatrixLayout, part: number): MatrixLayout => ({
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

export function modelLayout(spec: ModelSpec): ModelLayout {
  const { staves, width, height, fold, axis, units, inputs, outputs, biases } = spec;
  const isLow = height < 430;
  const isNarrow = width < 160;
  const side = isNarrow ? 34 : 46;
  const boxHeight = isLow ? 22 : 30;

  // The cell, with W_hh and its biases side by side.
  const top = isLow ? 15 : 20;
  const labels = 18;
  const inner = staves.states.height - top - labels;
  const widestCell = width - (isNarrow ? 44 : 68);
  const perUnit = units + biases.length * 1.5;
  const cellSize = clamp(Math.min(inner / units, (widestCell - 20) / perUnit, 20), 0.8, 20);
  const hhWidth = cellSize * units;
  const biasGap = clamp(cellSize * 0.5, 3, 8);
  const biasWidth = clamp(cellSize, 5, 20);
  const gridsWidth = hhWidth + biases.length * (biasGap + biasWidth);
  const opened = openedCell(spec);
  const leftHalf = mix(Math.max(gridsWidth / 2 + 12, 42), spec.stateWidth / 2 + 10, fold);
  const rightHalf = mix(Math.max(gridsWidth / 2 + 12, 42), spec.stateWidth / 2 + 18 + opened.width + 12, fold);
  const cellBox: Rect = { x: axis - leftHalf, y: staves.states.y, width: leftHalf + rightHalf, height: staves.states.height };
  const gridTop = staves.states.y + top + (inner - cellSize * units) / 2;
  const gridLeft = axis - gridsWidth / 2;
  const foldedLeft = axis + spec.stateWidth / 2 + 18;
  const hh = (x: number, y: number, w: number, h: number): MatrixLayout =>
    ({ rows: units, columns: units, firstColumn: 0, cellWidth: w, cellHeight: h, x, y, width: w * units, height: h * units });
  const bias = (x: number, y: number, w: number, h: number): MatrixLayout =>
    ({ rows: units, columns: 1, firstColumn: 0, cellWidth: w, cellHeight: h, x, y, width: w, height: h * units });
  const openedTop = staves.states.first;
  const matrices: Record<string, MatrixLayout> = {
    W_hh: mixMatrix(
      hh(gridLeft, gridTop, cellSize, cellSize),
      hh(foldedLeft, openedTop, opened.cell, staves.states.row),
      fold,
    ),
  };
  biases.forEach((symbol, k) => {
    matrices[symbol] = mixMatrix(
      bias(gridLeft + hhWidth + biasGap + k * (biasGap + biasWidth), gridTop, biasWidth, cellSize),
      bias(foldedLeft + opened.cell * units + biasGap + k * (biasGap + opened.bias), openedTop, opened.bias, staves.states.row),
      fold,
    );
  });

  // Below it W_xh on the arrow from x.
  const trayHeight = height >= 470 && !isNarrow ? 66 : 0;
  const lowest = Math.min(height - 8 - trayHeight, staves.inputs.y + staves.inputs.height);
  const inputBox: Rect = { x: axis - 34, y: lowest - boxHeight, width: 68, height: boxHeight };
  const stateBottom = staves.states.y + staves.states.height;
  const arrow = isLow ? 11 : 16;
  const xhRoom: Rect = {
    x: axis - width / 2 + side,
    y: stateBottom + arrow,
    width: width - 2 * side,
    height: Math.max(inputBox.y - stateBottom - 2 * arrow, 8),
  };
  const beside = Math.max(spec.inputWidth, spec.outputWidth) / 2 + 30;
  const aside = axis + beside;
  const asideRoom = Math.max(spec.foldedRoom - beside - 52, 40);
  const xhUnfolded = fitMatrix(units, inputs, xhRoom, leastColumn, spec.litColumn);
  matrices['W_xh'] = mixMatrix(xhUnfolded, besides(xhUnfolded, aside, { ...xhRoom, width: asideRoom }), fold);

  // Above it W_hy on the arrow to the output.
  const outputBox: Rect = { x: axis - 34, y: staves.outputs.y, width: 68, height: boxHeight };
  const outputBottom = staves.outputs.y + staves.outputs.height;
  const loopHeight = clamp((staves.states.y - outputBottom) * 0.62, 13, 40);
  const loopTop = staves.states.y - loopHeight;
  const biasRoom = 22;
  const besideHy = biasRoom + biasGap;
  const hyTop = outputBox.y + boxHeight + arrow;
  const hyRoom: Rect = {
    x: axis - width / 2 + side,
    y: hyTop,
    width: width - 2 * side - (isNarrow ? 0 : besideHy),
    height: Math.max(loopTop - 7 - hyTop, 6),
  };
  const hyUnfolded = fitMatrix(outputs, units, hyRoom, 0.5);
  const hy = mixMatrix(hyUnfolded, besides(hyUnfolded, aside, { ...hyRoom, width: asideRoom - 46 }), fold);
  matrices['W_hy'] = hy;
  const biasCell = clamp(hy.cellWidth, 5, mix(biasRoom, 44, fold));
  matrices[spec.outputBias] = {
    rows: outputs,
    columns: 1,
    firstColumn: 0,
    cellWidth: biasCell,
    cellHeight: hy.cellHeight,
    x: hy.x + hy.width + biasGap,
    y: hy.y,
    width: biasCell,
    height: hy.height,
  };

  const bulge = isNarrow ? 15 : clamp((width - cellBox.width) / 2 - 6, 16, 30);
  return {
    axis,
    width,
    outputBox,
    cellBox,
    inputBox,
    matrices,
    loop: loopPath(cellBox, loopTop, mix(bulge, 30, fold)),
    loopTop,
    tray: trayHeight === 0 ? null : { x: axis - width / 2 + 8, y: lowest + 12, width: width - 16, height: height - lowest - 14 },
  };
}

/** The same matrix beside the column that has come in, with room for its numbers where it has few. */
function besides(matrix: MatrixLayout, x: number, room: Pick<Rect, 'y' | 'width' | 'height'>): MatrixLayout {
  const cellWidth = clamp(Math.min(room.width, 340) / matrix.columns, 0.8, 44);
  const cellHeight = clamp(room.height / matrix.rows, 0.4, 24);
  const height = cellHeight * matrix.rows;
  return { ...matrix, x, y: room.y + (room.height - height) / 2, cellWidth, cellHeight, width: cellWidth * matrix.columns, height };
}

/** W_hh in the folded drawing: wide cells, which have room for numbers where there are few. */
function openedCell({ units, biases, width, foldedRoom, stateWidth }: ModelSpec): { cell: number; bias: number; width: number } {
  const most = Math.min(Math.max(width * 1.15, 200), foldedRoom - stateWidth / 2 - 72 - biases.length * 8);
  const cell = clamp(most / (units + biases.length), 1, 44);
  const bias = clamp(cell, 6, 44);
  return { cell, bias, width: cell * units + biases.length * (bias + 8) };
}

/** From the right side over the top into the left side. */
function loopPath(box: Rect, top: number, bulge: number): string {
  const y = box.y + box.height / 2;
  const left = box.x - bulge;
  const rightSide = box.x + box.width + bulge;
  const bend = Math.min(bulge, 30, (y - top) / 2);
  return [
    `M${box.x + box.width},${y}`,
    `H${rightSide - bend} Q${rightSide},${y} ${rightSide},${y - bend}`,
    `V${top + bend} Q${rightSide},${top} ${rightSide - bend},${top}`,
    `H${left + bend} Q${left},${top} ${left},${top + bend}`,
    `V${y - bend} Q${left},${y} ${left + bend},${y}`,
    `H${box.x - 1}`,
  ].join(' ');
}

/** The cell of a matrix at 0-based row and column; the column may be out of what is drawn. */
export function matrixCell(matrix: MatrixLayout, row: number, column: number): Rect {
  const space = Math.min(matrix.cellWidth, matrix.cellHeight) >= 7 ? 1.5 : 0;
  return {
    x: matrix.x + (column - matrix.firstColumn) * matrix.cellWidth,
    y: matrix.y + row * matrix.cellHeight,
    width: Math.max(matrix.cellWidth - space, 0.2),
    height: Math.max(matrix.cellHeight - space, 0.2),
  };
}
