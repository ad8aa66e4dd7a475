// A grid of losses as a picture: levels, the squares of each shade, and the lines along which the loss has one level (W. Lorensen and
// H. Cline's marching squares, 1987, in two dimensions). Places are in grid units: column and row, from 0.
import type { Slice } from '../../../../engine/workshop/race/job.ts';

/** A grid [rows][columns] of those points that are there. */
export interface Grid {
  readonly side: number;
  readonly losses: Float64Array;
}

/** The points of a slice that are there so far. */
export function gridOf({ losses, stride }: Slice): Grid {
  const points = Math.sqrt(losses.length);
  const side = (points - 1) / stride + 1;
  if (stride === 1) return { side, losses };
  return { side, losses: Float64Array.from({ length: side * side }, (_, at) => losses[Math.floor(at / side) * stride * points + (at % side) * stride]!) };
}

const levelCount = 12;

/**
 * Rising, between the lowest loss and one that 95 of 100 points lie under, closer at the bottom: of a bowl the lines are the same distance apart.
 * None where all are the same.
 */
export function levelsOf({ losses }: Grid): number[] {
  const sorted = losses.filter(Number.isFinite).sort();
  const low = sorted[0];
  const most = sorted.at(-1);
  if (low === undefined || most === undefined || most === low) return [];
  const usual = sorted[Math.floor((sorted.length - 1) * 0.95)]!;
  const high = usual > low ? usual : most;
  return Array.from({ length: levelCount }, (_, k) => low + (high - low) * ((k + 1) / levelCount) ** 2);
}

/** By shade, 0 for the lowest: an SVG path of the squares around the points above that many levels; the last is above all. */
export function shades({ side, losses }: Grid, levels: readonly number[], place: (column: number, row: number) => readonly [x: number, y: number]): string[] {
  const paths = Array.from({ length: levels.length + 1 }, () => '');
  const within = (k: number): number => Math.min(side - 1, Math.max(0, k));
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const loss = losses[row * side + column]!;
      const shade = levels.findIndex((level) => loss <= level);
      const [x, y] = place(within(column - 0.5), within(row - 0.5));
      const [right, top] = place(within(column + 0.5), within(row + 0.5));
      paths[shade < 0 ? levels.length : shade] += `M${written(x)},${written(y)}H${written(right)}V${written(top)}H${written(x)}Z`;
    }
  }
  return paths;
}

const written = (value: number): string => String(Math.round(value * 100) / 100);

/** Pairs of neighbouring corners of a cell, one for each of its four sides: below, right, above, left. */
const sides = [[0, 1], [1, 2], [3, 2], [0, 3]] as const;
/** By which of the four corners (below left, below right, above right, above left) lie above the level, as bits: pairs of sides that a line joins. */
const joined: readonly (readonly (readonly [number, number])[])[] = [
  [], [[3, 0]], [[0, 1]], [[3, 1]], [[1, 2]], [[3, 0], [1, 2]], [[0, 2]], [[3, 2]],
  [[2, 3]], [[0, 2]], [[0, 1], [2, 3]], [[1, 2]], [[1, 3]], [[0, 1]], [[0, 3]], [],
];

/** The SVG path of the lines at one level. */
export function contour({ side, losses }: Grid, level: number, place: (column: number, row: number) => readonly [x: number, y: number]): string {
  let path = '';
  for (let row = 0; row < side - 1; row++) {
    for (let column = 0; column < side - 1; column++) {
      const corners = [[column, row], [column + 1, row], [column + 1, row + 1], [column, row + 1]] as const;
      const values = corners.map(([x, y]) => losses[y * side + x]!);
      if (!values.every(Number.isFinite)) continue;
      const kind = values.reduce((bits, value, k) => (value > level ? bits | (1 << k) : bits), 0);
      const crossing = (which: number): string => {
        const [from, to] = sides[which]!;
        const part = (level - values[from]!) / (values[to]! - values[from]!);
        const [x, y] = place(corners[from][0] + part * (corners[to][0] - corners[from][0]), corners[from][1] + part * (corners[to][1] - corners[from][1]));
        return `${written(x)},${written(y)}`;
      };
      for (const [from, to] of joined[kind]!) path += `M${crossing(from)}L${crossing(to)}`;
    }
  }
  return path;
}
