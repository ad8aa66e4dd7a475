// The map of words as numbers: where each point stands, and names beside as many of them as have room, over no other name and no other point.
import { textWidth, type Box, type Point } from '../../directLabels.ts';
import { percent } from '../states/planePlot.ts';
import type { WordPlane } from './plane.ts';

export interface MapWord {
  readonly word: number;
  readonly name: string;
  /** Its kind; null: none. */
  readonly group: number | null;
}

export interface MapMark extends MapWord, Point {
  /** Where its name begins, and its base line; null: there is no room for it. */
  readonly label: Point | null;
}

export interface WordMapGeometry {
  readonly box: Box;
  readonly marks: readonly MapMark[];
  readonly axes: { readonly across: string; readonly up: string };
}

interface Size {
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
}

/**
 * @param words in the order of the plane's points; the first ones have their names placed first.
 * @param first places of words whose names come before all others: those that are pointed at.
 */
export function wordMap(plane: WordPlane, words: readonly MapWord[], first: readonly number[], { width, height, textSize }: Size): WordMapGeometry {
  const box: Box = { x: textSize * 1.6, y: textSize * 0.6, width: Math.max(30, width - textSize * 2.2), height: Math.max(30, height - textSize * 2.6) };
  const xs = plane.points.map(({ x }) => x);
  const ys = plane.points.map(({ y }) => y);
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  // Names need room at the sides. One scale for both, so that distances are what they are.
  const [padX, padY] = [Math.min(box.width * 0.14, textSize * 4), textSize * 1.4];
  const scale = Math.min((box.width - 2 * padX) / Math.max(x1 - x0, 1e-9), (box.height - 2 * padY) / Math.max(y1 - y0, 1e-9));
  const at = ({ x, y }: Point): Point => ({
    x: box.x + box.width / 2 + (x - (x0 + x1) / 2) * scale,
    y: box.y + box.height / 2 - (y - (y0 + y1) / 2) * scale,
  });
  const points = plane.points.map(at);
  const across = `component 1 · ${percent(plane.shares[0])} of the variance`;
  const labels = placeNames(points, words.map(({ name }) => name), first, box, textSize);
  return {
    box,
    marks: words.map((word, k) => ({ ...word, ...points[k]!, label: labels[k] ?? null })),
    axes: { across: textWidth(across, textSize) * wide <= box.width ? across : `component 1 · ${percent(plane.shares[0])}`, up: `component 2 · ${percent(plane.shares[1])}` },
  };
}

/** Letters may be wider than they are on the average. */
const wide = 1.1;

/** Pixels from the middle of a point to its name, and half the side of the square that a point fills. */
const gap = 7;
const half = 4.5;

/** Where a name is tried, the favourites first: how far it reaches left of the point as a part of its width, and down. */
const tries = [
  { left: 0, across: gap, down: 0.35 },
  { left: 1, across: -gap, down: 0.35 },
  { left: 0.5, across: 0, down: -0.75 },
  { left: 0.5, across: 0, down: 1.35 },
  { left: 0, across: gap, down: -0.35 },
  { left: 0, across: gap, down: 1.05 },
  { left: 1, across: -gap, down: -0.35 },
  { left: 1, across: -gap, down: 1.05 },
] as const;

/** By place: where a name begins and its base line; undefined where it would cover something. */
function placeNames(points: readonly Point[], names: readonly string[], first: readonly number[], box: Box, textSize: number): (Point | undefined)[] {
  const taken: Box[] = points.map(({ x, y }) => ({ x: x - half, y: y - half, width: 2 * half, height: 2 * half }));
  const placed: (Point | undefined)[] = points.map(() => undefined);
  const isFree = (each: Box): boolean =>
    each.x >= box.x && each.x + each.width <= box.x + box.width && each.y >= box.y && each.y + each.height <= box.y + box.height && taken.every((other) => !overlap(each, other));
  for (const place of new Set([...first, ...points.keys()])) {
    const { x, y } = points[place]!;
    const width = textWidth(names[place] ?? '', textSize);
    for (const { left, across, down } of tries) {
      const label = { x: x + across - left * width, y: y + down * textSize };
      const area = { x: label.x, y: label.y - textSize * 0.85, width, height: textSize * 1.1 };
      if (!isFree(area)) continue;
      taken.push(area);
      placed[place] = label;
      break;
    }
  }
  return placed;
}

const overlap = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const ways = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] } as const;

/** The mark nearest to a point among those that lie in a direction of it; null: none does. */
export function markTowards(marks: readonly MapMark[], from: MapMark, direction: 'left' | 'right' | 'up' | 'down'): MapMark | null {
  const along = ways[direction];
  let best: { mark: MapMark; cost: number } | null = null;
  for (const mark of marks) {
    const [dx, dy] = [mark.x - from.x, mark.y - from.y];
    const ahead = dx * along[0] + dy * along[1];
    const aside = Math.abs(dx * along[1]) + Math.abs(dy * along[0]);
    if (mark.word === from.word || ahead <= 0 || aside > 2 * ahead) continue;
    const cost = ahead + 2 * aside;
    if (!best || cost < best.cost) best = { mark, cost };
  }
  return best?.mark ?? null;
}
