// Lines between the operations of a cell: of the ways that a line can take with horizontal and vertical pieces alone, the one that runs
// through no sign, crosses few others, and is short.
import type { Rect } from '../rect.ts';
import type { Point } from './types.ts';

/** A line that is already there; lines of the same value may lie on each other. */
export interface Line {
  readonly source: string;
  readonly points: readonly Point[];
}

interface Piece {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly isLevel: boolean;
}

/** Without the points that change nothing. */
function tidy(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const [last, before] = [kept.at(-1), kept.at(-2)];
    if (last && same(last, point)) continue;
    if (last && before && ((near(before[0], last[0]) && near(last[0], point[0])) || (near(before[1], last[1]) && near(last[1], point[1])))) kept.pop();
    kept.push(point);
  }
  return kept;
}

const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.01;
const same = (a: Point, b: Point): boolean => near(a[0], b[0]) && near(a[1], b[1]);

const piecesOf = (points: readonly Point[]): Piece[] =>
  points.slice(1).map(([x, y], k) => {
    const [fromX, fromY] = points[k] as Point;
    return { x1: Math.min(x, fromX), x2: Math.max(x, fromX), y1: Math.min(y, fromY), y2: Math.max(y, fromY), isLevel: near(y, fromY) };
  });

const enters = ({ x1, x2, y1, y2 }: Piece, { x, y, width, height }: Rect): boolean => x2 > x && x1 < x + width && y2 > y && y1 < y + height;

const crosses = (a: Piece, b: Piece): boolean => {
  if (a.isLevel === b.isLevel) return false;
  const [level, upright] = a.isLevel ? [a, b] : [b, a];
  return upright.x1 > level.x1 && upright.x1 < level.x2 && level.y1 > upright.y1 && level.y1 < upright.y2;
};

/** Whether two pieces run beside each other so closely that they look like one. */
const runsAlong = (a: Piece, b: Piece, space: number): boolean =>
  a.isLevel === b.isLevel && (a.isLevel
    ? Math.abs(a.y1 - b.y1) < space && Math.min(a.x2, b.x2) - Math.max(a.x1, b.x1) > 1
    : Math.abs(a.x1 - b.x1) < space && Math.min(a.y2, b.y2) - Math.max(a.y1, b.y1) > 1);

interface Surroundings {
  /** What no line may run through. */
  readonly obstacles: readonly Rect[];
  readonly lines: readonly Line[];
  /** How far lines stay apart. */
  readonly space: number;
}

/** What running through a sign costs; a way that costs less than a part of it is clear. */
const collision = 500;
const beside = 150;

/** The way that costs least of the first group that has a clear one; of all, where none is. */
export function bestWay(groups: readonly (() => readonly (readonly Point[])[])[], source: string, surroundings: Surroundings): Point[] {
  const costOf = costIn(source, surroundings);
  let best: { points: Point[]; cost: number } | null = null;
  for (const ways of groups) {
    for (const way of ways()) {
      const points = tidy(way);
      const cost = costOf(points);
      if (best === null || cost < best.cost) best = { points, cost };
    }
    // Ways differ by crossings and lengths, which cost less.
    if (best !== null && best.cost < beside * 1.5) break;
  }
  return best?.points ?? [];
}

function costIn(source: string, { obstacles, lines, space }: Surroundings): (points: readonly Point[]) => number {
  const others = lines.flatMap((line) => piecesOf(line.points).map((piece) => ({ piece, isOwn: line.source === source })));
  const ends = lines.flatMap(({ source: from, points }) => (from === source ? [] : [points.at(-1) as Point]));
  return (points) => {
    let cost = points.length * 8;
    for (const piece of piecesOf(points)) {
      cost += (piece.x2 - piece.x1 + piece.y2 - piece.y1) * 0.1;
      for (const obstacle of obstacles) if (enters(piece, obstacle)) cost += collision;
      for (const { piece: other, isOwn } of others) {
        if (isOwn) cost -= runsAlong(piece, other, 0.02) ? 1 : 0;
        else cost += crosses(piece, other) ? 8 : runsAlong(piece, other, space) ? beside : 0;
      }
    }
    const end = points.at(-1) as Point;
    return ends.some((each) => same(each, end)) ? cost + 80 : cost;
  };
}

/** Where two lines that begin together part; null where they do not begin together. */
export function partingOf(a: readonly Point[], b: readonly Point[]): Point | null {
  const [startA, startB] = [a[0] as Point, b[0] as Point];
  if (!same(startA, startB)) return null;
  for (let k = 1; ; k++) {
    const [from, toA, toB] = [a[k - 1] as Point, a[k], b[k]];
    if (!toA || !toB) return from;
    if (same(toA, toB)) continue;
    const [stepA, stepB] = [towards(from, toA), towards(from, toB)];
    if (stepA.direction !== stepB.direction) return k === 1 ? null : from;
    return stepA.length < stepB.length ? toA : toB;
  }
}

function towards([x1, y1]: Point, [x2, y2]: Point): { direction: string; length: number } {
  const [dx, dy] = [x2 - x1, y2 - y1];
  return { direction: `${Math.sign(Math.round(dx * 100))} ${Math.sign(Math.round(dy * 100))}`, length: Math.hypot(dx, dy) };
}
