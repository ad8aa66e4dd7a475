// A cell of one sum alone: the matrix on the state and the biases side by side in its box, the one on the input below, on the arrow.
import type { ParameterSlot } from '../../../engine/equation/program.ts';
import { between, bottom, centre, clamp, right, type Rect } from '../rect.ts';
import { foldedBox, foldedRoom, headHeight, inputBeside, leastWidth, reachOf, sideRoom, stepAside, type CellParts, type OwnGroups } from './cell.ts';
import { inputBoxAt, type CellFrame, type Frame } from './frame.ts';
import { besides, fitMatrix, gridAt, largestCell, largestOpenCell, leastColumn, mixMatrix } from './matrix.ts';
import type { MatrixLabel, MatrixLayout, ModelSpec } from './types.ts';

type Group = OwnGroups[number]['group'];
type Grids = Readonly<Record<string, MatrixLayout>>;

/** Height of the line of letters below the matrices in the box. */
const foot = 18;

export function plainCell(spec: ModelSpec, frame: Frame, cell: CellFrame, { group }: OwnGroups[number]): CellParts {
  const { fold } = spec;
  const { open: place, span, band } = cell;
  const own = slotsOf(spec, [...group.recurrent, ...group.biases]);
  const unrolled = unrolledLine(frame, cell, own);
  const opened = openedLine(spec, cell, own);
  const half = Math.max(unrolled.width / 2 + 12, Math.min(leastWidth / 2, span.width / 2 - cell.side));
  const open: Rect = { x: cell.from - half, y: place.y, width: 2 * half, height: place.height };
  const room = foldedRoom(cell, spec);
  const box = between(open, foldedBox(cell, spec, opened.width + stepAside(room, opened.width)), fold);
  const inBox = Object.fromEntries(own.map(({ symbol }, k) => [symbol, mixMatrix(unrolled.grids[k]!, opened.grids[k]!, fold)]));
  const below = onInput(spec, frame, cell, group);
  // Letters below the grids; when folded, above them.
  const line = { y: fold < 0.5 ? bottom(box) - 5 : band.first - 6, opacity: Math.abs(1 - 2 * fold) };
  return {
    box,
    matrices: { ...inBox, ...below.matrices },
    gates: [],
    labels: [...lettersInBox(spec, group, inBox, box, line), ...below.labels],
    reach: reachOf(open, cell, frame, fold),
  };
}

const slotsOf = ({ anatomy }: ModelSpec, indices: readonly number[]): ParameterSlot[] => indices.flatMap((index) => anatomy.network.program.parameters[index] ?? []);

const isBias = ({ role }: ParameterSlot): boolean => role === 'bias';

interface Line {
  readonly grids: readonly MatrixLayout[];
  readonly width: number;
}

/** Matrices side by side from x on: those on the state, then the biases. */
function lineOf(own: readonly ParameterSlot[], x: number, y: number, cellWidth: number, biasWidth: number, cellHeight: number): Line {
  const gap = clamp(cellWidth * 0.5, 3, 8);
  let end = x - gap;
  const grids = own.map((each) => {
    const grid = gridAt(end + gap, y, each.rows, each.columns, isBias(each) ? biasWidth : cellWidth, cellHeight);
    end = right(grid);
    return grid;
  });
  return { grids, width: Math.max(end - x, 0) };
}

const columnsOf = (own: readonly ParameterSlot[], perBias: number): number => Math.max(own.reduce((sum, each) => sum + (isBias(each) ? perBias : each.columns), 0), 1);

function unrolledLine(frame: Frame, { open, span, side, from }: CellFrame, own: readonly ParameterSlot[]): Line {
  const units = own[0]?.rows ?? 1;
  const head = headHeight(frame);
  const inner = Math.max(open.height - head - foot, 1);
  const size = clamp(Math.min(inner / units, (span.width - 2 * side - 20) / columnsOf(own, 1.5)), 0.1, largestCell);
  const at = (x: number): Line => lineOf(own, x, open.y + head + (inner - size * units) / 2, size, clamp(size, 5, largestCell), size);
  return at(from - at(0).width / 2);
}

/** In the folded drawing: wide cells, which have room for numbers where there are few, in the rows of the state. */
function openedLine(spec: ModelSpec, cell: CellFrame, own: readonly ParameterSlot[]): Line {
  const room = foldedRoom(cell, spec);
  const width = Math.min(room.width, Math.max(spec.width * 1.15, 200)) - 8 * own.filter(isBias).length;
  const size = clamp(width / columnsOf(own, 1), 0.1, largestOpenCell);
  const at = (x: number): Line => lineOf(own, x, cell.band.first, size, clamp(size, 5, largestOpenCell), cell.band.row);
  return at(room.x + stepAside(room, at(0).width));
}

/** The letters of the matrix on the state and of the biases. Each may be as long as the way to the other one allows. */
function lettersInBox(spec: ModelSpec, { recurrent, biases }: Group, grids: Grids, box: Rect, { y, opacity }: { y: number; opacity: number }): MatrixLabel[] {
  const named = (list: readonly number[]): MatrixLabel[] => {
    const shown = slotsOf(spec, list).flatMap(({ symbol }) => grids[symbol] ?? []);
    const [first, last] = [shown[0], shown[shown.length - 1]];
    return first && last ? [{ parameters: list, x: (first.x + right(last)) / 2, y, room: box.width - 8, place: 'foot', opacity, note: null }] : [];
  };
  const [state, bias] = [named(recurrent)[0], named(biases)[0]];
  if (!state || !bias) return [...named(recurrent), ...named(biases)];
  const way = bias.x - state.x;
  // Where that is short, the matrix alone has its letter, in the middle of the box.
  if (way < 42) return [{ ...state, x: centre(box) }];
  const biasRoom = Math.min(2 * (right(box) - 4 - bias.x), biases.length * 22);
  return [{ ...state, room: Math.min(2 * (way - biasRoom / 2 - 4), 2 * (state.x - box.x - 3)) }, { ...bias, room: biasRoom }];
}

/** Between the box and the box of x, with room for letters at the sides. */
function belowCell(frame: Frame, { band, span, axis, from }: CellFrame): Rect {
  const top = band.y + band.height + frame.arrow;
  const width = Math.max(span.width - 2 * (sideRoom(frame) + 11), 20);
  return { x: from - width / 2, y: top, width, height: Math.max(inputBoxAt(axis, frame).y - frame.arrow - top, 8) };
}

/** The matrices on the input, on their arrow; when folded, beside the column of inputs. */
function onInput(spec: ModelSpec, frame: Frame, cell: CellFrame, { input }: Group): { matrices: Grids; labels: MatrixLabel[] } {
  const { fold, litColumns, anatomy } = spec;
  const room = belowCell(frame, cell);
  const beside = inputBeside(spec, cell);
  const width = room.width / Math.max(input.length, 1);
  const lit = litColumns[anatomy.network.program.chains[cell.chain]?.axis ?? 0];
  const placed = slotsOf(spec, input).map((slot, k) => {
    const from = fitMatrix(slot.rows, slot.columns, { ...room, x: room.x + k * width, width }, leastColumn, lit);
    return { slot, index: input[k]!, grid: mixMatrix(from, besides(from, beside.x + k * beside.width, { ...room, width: beside.width }), fold) };
  });
  return {
    matrices: Object.fromEntries(placed.map(({ slot, grid }) => [slot.symbol, grid])),
    labels: placed.map(({ slot, index, grid }): MatrixLabel => ({
      parameters: [index], x: right(grid) + 6, y: grid.y + grid.height / 2, room: sideRoom(frame), place: 'side', opacity: 1,
      note: grid.columns < slot.columns ? bottom(grid) + 12 : null,
    })),
  };
}
