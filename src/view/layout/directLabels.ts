// Where the names of lines stand: beside their line, over no other line and no other name. Pure numbers.
import { bisector } from 'd3-array';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface NamedLine {
  readonly id: string;
  readonly text: string;
  /** From left to right. */
  readonly points: readonly Point[];
}

export interface PlacedLabel extends Box {
  readonly id: string;
  readonly text: string;
}

/** Width of a text in the interface's face, a little more than it takes. */
export function textWidth(text: string, size: number): number {
  return [...text].length * size * 0.52 + 2;
}

/** Points of a line every few pixels, so that what lies under a label can be counted. */
export function sampled(all: readonly Point[], step = 4): Point[] {
  // Thousands of points lie closer together than that.
  const stride = Math.ceil(all.length / 500);
  const points = stride > 1 ? all.filter((_, k) => k % stride === 0) : all;
  return points.flatMap((point, k) => {
    const next = points[k + 1];
    if (!next) return [point];
    const parts = Math.max(1, Math.min(200, Math.ceil(Math.hypot(next.x - point.x, next.y - point.y) / step)));
    if (parts === 1) return point;
    return Array.from({ length: parts }, (_, part) => ({
      x: point.x + ((next.x - point.x) * part) / parts,
      y: point.y + ((next.y - point.y) * part) / parts,
    }));
  });
}

/** Whether a point lies in a box, or close to it. */
export const holds = (box: Box, { x, y }: Point): boolean =>
  x >= box.x - 2 && x <= box.x + box.width + 2 && y >= box.y - 1 && y <= box.y + box.height + 1;

const byX = bisector(({ x }: Point) => x);

/** How many of the points a box holds; they come from left to right. */
function countIn(box: Box, fromLeft: readonly Point[]): number {
  let count = 0;
  for (let k = byX.left(fromLeft, box.x - 2); k < fromLeft.length && fromLeft[k]!.x <= box.x + box.width + 2; k++) if (holds(box, fromLeft[k]!)) count += 1;
  return count;
}

/** How much of their area two boxes share. */
function shared(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

const isInside = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

/** Parts of the way along a line at which its name is tried, the favourites first. */
const parts = [0.03, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8];

/**
 * One place for each name, in their order, the first having the first choice. A line that lies outside of `box` has none.
 * `taken`: places that are filled already.
 */
export function placeLabels(lines: readonly NamedLine[], taken: readonly Box[], box: Box, size: number): PlacedLabel[] {
  const ink = lines.map(({ points }) => sampled(points).filter((point) => holds(box, point)));
  const fromLeft = ink.flat().sort((a, b) => a.x - b.x);
  const filled: Box[] = [...taken];
  const placed: PlacedLabel[] = [];
  lines.forEach(({ id, text }, index) => {
    const own = ink[index]!;
    if (own.length === 0) return;
    const width = textWidth(text, size);
    const height = size * 1.35;
    let best: { cost: number; at: Box } | null = null;
    for (const [order, part] of parts.entries()) {
      const anchor = own[Math.min(own.length - 1, Math.floor(part * own.length))]!;
      for (const x of [anchor.x + 4, anchor.x - width / 2, anchor.x - width - 4]) {
        for (const gap of [5, 12]) {
          for (const y of [anchor.y - height - gap, anchor.y + gap]) {
            // The way there alone costs more than a place that is known.
            if (best !== null && order + gap / 4 >= best.cost) continue;
            const at = { x, y, width, height };
            const covered = countIn(at, fromLeft);
            const overlap = filled.reduce((sum, each) => sum + shared(at, each), 0);
            const cost = order + gap / 4 + covered * 6 + overlap + (isInside(at, box) ? 0 : 10_000);
            if (best === null || cost < best.cost) best = { cost, at };
          }
        }
      }
    }
    if (best === null || best.cost >= 10_000) return;
    filled.push(best.at);
    placed.push({ id, text, ...best.at });
  });
  return placed;
}
