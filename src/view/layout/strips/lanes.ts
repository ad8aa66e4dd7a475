// Where the numbers of several symbols stand in the strips of one stave: side by side in every column, or, where columns get too
// narrow for that, one band below the other.
import { lanesOf } from '../score/columns.ts';
import type { Rows } from '../score/types.ts';

/** Where one symbol's numbers lie. */
export interface StripLane {
  /** Left edge within a column, and width; all of the column in a band. */
  readonly x: number;
  readonly width: number;
  /** Top of the first row, from one row to the next, and height of a cell. */
  readonly first: number;
  readonly row: number;
  readonly cell: number;
}

/** Below this a column of numbers beside another one cannot be told apart, in pixels. */
const leastLane = 2;
const betweenBands = 2;

export function stripLanes(pitch: number, count: number, rows: Rows): StripLane[] {
  const { first, row, cell } = rows;
  const space = count > 1 || pitch >= 14 ? Math.min(pitch * 0.08, 1) : 0;
  const lanes = lanesOf({ x: space, width: pitch - 2 * space }, 0, Array.from({ length: count }, () => false));
  if (count === 1 || (lanes[0]?.width ?? 0) >= leastLane) return lanes.map(({ x, width }) => ({ x, width, first, row, cell }));
  const height = (row * rows.rows - (count - 1) * betweenBands) / count;
  const bandRow = Math.max(height / rows.rows, 0.01);
  return Array.from({ length: count }, (_, k) => ({ x: 0, width: pitch, first: first + k * (height + betweenBands), row: bandRow, cell: bandRow }));
}

/** Which lane (0-based) and row (0-based) is at a point; x from the left edge of its column. The nearest where none is. */
export function laneAt(lanes: readonly StripLane[], rows: number, x: number, y: number): { lane: number; row: number } {
  const distance = (value: number, from: number, size: number): number => Math.max(from - value, value - from - size, 0);
  const gaps = lanes.map((each) => distance(x, each.x, each.width) + distance(y, each.first, each.row * rows));
  const lane = gaps.indexOf(Math.min(...gaps));
  const { first = 0, row = 1 } = lanes[lane] ?? {};
  return { lane, row: Math.min(Math.max(Math.floor((y - first) / row), 0), rows - 1) };
}
