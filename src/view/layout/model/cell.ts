// What all cells of the folded model have in common: their room unrolled and folded, their loops, the place of their name.
import type { ParameterGroup } from '../../anatomy/anatomy.ts';
import { bottom, centre, clamp, mix, right, type Rect } from '../rect.ts';
import { beforeValues, loopHeightIn, type CellFrame, type Frame } from './frame.ts';
import type { GateLabel, MatrixLabel, MatrixLayout, ModelSpec } from './types.ts';

/** A cell's box with what is in it, and its matrices on the input, wherever they stand. */
export interface CellParts {
  readonly box: Rect;
  readonly matrices: Readonly<Record<string, MatrixLayout>>;
  readonly gates: readonly GateLabel[];
  readonly labels: readonly MatrixLabel[];
  /** How far the loops stand out at the sides. */
  readonly reach: number;
}

/** The groups of one chain, with their positions among all. */
export type OwnGroups = readonly { readonly group: ParameterGroup; readonly index: number }[];

/** Least width of a box: its name has to fit. */
export const leastWidth = 84;

/** Between the column of values that comes in when folded and the matrices; right of these. */
const [afterValues, afterMatrices] = [18, 12];

/** Room for the matrices right of the column of values, when folded. */
export function foldedRoom({ foldedAxis, foldedSpan, foldedReach }: CellFrame, { stateWidth }: ModelSpec): { x: number; width: number } {
  const x = foldedAxis + stateWidth / 2 + afterValues;
  return { x, width: Math.max(foldedSpan.x + foldedSpan.width - x - afterMatrices - foldedReach - 6, 24) };
}

/** How far matrices of that width step aside when folded: while a sum is worked out its column of values gets wider. */
export const stepAside = (room: { readonly width: number }, width: number): number => clamp(room.width - width, 0, 48);

/** The box when folded: around the column of values and matrices of that width. */
export function foldedBox(cell: CellFrame, spec: ModelSpec, width: number): Rect {
  const x = cell.foldedAxis - spec.stateWidth / 2 - beforeValues;
  return { x, y: cell.band.y, width: foldedRoom(cell, spec).x + width + afterMatrices - x, height: cell.band.height };
}

/** Height of the line with the name. */
export const headHeight = ({ isLow }: Frame): number => (isLow ? 15 : 20);

/** How far the loops of a box stand out, so that they stay within its part of the band. */
export function reachOf(open: Rect, cell: CellFrame, { isNarrow }: Frame, fold: number): number {
  const { span, foldedReach } = cell;
  const free = Math.min(open.x - span.x, span.x + span.width - right(open)) - 6;
  return mix(clamp(free, isNarrow ? 8 : 14, isNarrow ? 20 : 34), foldedReach, fold);
}

/** What the letters beside a matrix on an arrow take: a fraction. */
export const sideRoom = ({ isNarrow }: Frame): number => (isNarrow ? 30 : 36);

/** Where matrices stand beside a column of values, when folded. */
export function inputBeside({ inputWidth, outputWidth }: ModelSpec, { foldedAxis, foldedSpan }: CellFrame): { x: number; width: number } {
  const x = foldedAxis + Math.max(inputWidth, outputWidth) / 2 + 30;
  return { x, width: Math.max(foldedSpan.x + foldedSpan.width - x - 52, 30) };
}

/** y of the outermost loop of a cell. `above`, `below`: what stands over and under its box. */
export function loopEdge({ isLoopedAbove, states }: CellFrame, box: Rect, above: number, below: number): number {
  const height = loopHeightIn(isLoopedAbove ? box.y - above : below - bottom(box), states.length, isLoopedAbove);
  return isLoopedAbove ? box.y - height : bottom(box) + height;
}

/** Where the name stands: in the box over the matrices; when folded over the box, as a column of values has come in. */
export function headOf(frame: Frame, cell: CellFrame, { box, matrices }: CellParts, fold: number): { x: number; y: number; room: number } {
  const grids = Object.values(matrices).filter((each) => each.y >= box.y && bottom(each) <= bottom(box) + 1);
  const middle = grids.length > 0 ? (Math.min(...grids.map((each) => each.x)) + Math.max(...grids.map(right))) / 2 : centre(box);
  return { x: mix(cell.axis, middle, fold), y: mix(box.y + (frame.isLow ? 12 : 15), box.y - 5, fold), room: mix(box.width - 8, Math.max(box.width - 8, leastWidth), fold) };
}
