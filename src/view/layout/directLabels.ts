// Where the names of lines stand: beside their line, over no other line and no other name, and on it where there is no room beside it. Pure numbers.
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
  /** Pixels of the text, where it is not set as plain letters. */
  readonly width?: number | undefined;
  /** From left to right. */
  readonly points: readonly Point[];
}

/** A thin line from the edge of a name to a place of its line. */
export interface Leader {
  readonly from: Point;
  readonly to: Point;
}

export interface PlacedLabel extends Box {
  readonly id: string;
  readonly text: string;
  /** Where another line lies nearer to the name, a thin line leads from it to this place of its own. */
  readonly leader?: Leader | undefined;
  /** A piece of its line before the name, where it stands in a key and not beside the line. */
  readonly sample?: { readonly from: Point; readonly to: Point } | undefined;
}

/** Width of a text in the interface's face, a little more than it takes. */
export function textWidth(text: string, size: number): number {
  return [...text].length * size * 0.52 + 2;
}

/** Width of a text whose indices are set small and low, without their underscores: ‖∂L_t‖. */
export function loweredWidth(text: string, size: number): number {
  const plain = text.replaceAll(lowered, '');
  const small = [...text.matchAll(lowered)].map(([, index = '']) => index).join('');
  // Small letters are three quarters as large.
  return textWidth(plain, size) + [...small].length * size * 0.75 * 0.52;
}

const lowered = /_([A-Za-z]+)/g;

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
export function shared(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

export const isInside = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

/** The height of a line at an x, between its points; null where it has none. */
export function heightAt(points: readonly Point[], x: number): number | null {
  const k = byX.left(points, x);
  const [before, after] = [points[k - 1], points[k]];
  if (!after) return null;
  if (!before) return after.x === x ? after.y : null;
  return before.y + ((after.y - before.y) * (x - before.x)) / (after.x - before.x);
}

/** Places along a name at which the lines above and below it are looked at, as parts of its width. */
const looks = [0.1, 0.3, 0.5, 0.7, 0.9];

/** Pixels by which one of two distances has to be larger for the eye to tell them apart. */
const nearlySame = 3;

/** How much a name seems to belong to another line: 1 where one lies nearer all along it, less where one lies as near as its own. */
function mistaken(at: Box, own: readonly Point[], others: readonly (readonly Point[])[]): number {
  const away = (y: number): number => Math.max(at.y - y, y - at.y - at.height, 0);
  let sum = 0;
  for (const part of looks) {
    const x = at.x + part * at.width;
    const y = heightAt(own, x);
    // A name that reaches past its line belongs to the line's end.
    const end = x < own[0]!.x ? own[0]! : own.at(-1)!;
    const distance = y === null ? Math.hypot(end.x - x, away(end.y)) : away(y);
    let nearest = Infinity;
    for (const other of others) {
      const height = heightAt(other, x);
      if (height !== null) nearest = Math.min(nearest, away(height));
    }
    if (nearest < distance - nearlySame) sum += 1;
    else if (nearest <= distance + nearlySame) sum += 0.25;
  }
  return sum / looks.length;
}

/** What it costs a name to stand beside another line all along; a point of a line under it costs 6. */
const mistakenCost = 60;

/** From this on a name seems to belong to another line, and is led to its own. */
const isMistaken = 0.4;

/** From a name to its own line, straight up or down where the line passes there, else to its nearer end. */
function leaderOf(at: Box, own: readonly Point[]): PlacedLabel['leader'] {
  const x = Math.min(Math.max(at.x + at.width / 2, own[0]!.x), own.at(-1)!.x);
  const to = { x, y: heightAt(own, x) ?? own[0]!.y };
  return { from: { x: Math.min(Math.max(x, at.x), at.x + at.width), y: to.y > at.y ? at.y + at.height : at.y }, to };
}

/** What it costs a name to lie on its own line, where there is no room beside it. */
const onLineCost = 30;

/** What it costs to touch another name at all; then by how much they share. */
const touchCost = 30;

/** Parts of the way along a line at which its name is tried, the favourites first. */
const parts = [0.03, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8];

/**
 * One place for each name, in their order, the first having the first choice. A line that lies outside of `box` has none.
 * `taken`: places that are filled already. `isStrict`: a name that would lie on a line or touch another name has none either. `unnamed`: lines without a name,
 * which others keep off.
 */
export function placeLabels(lines: readonly NamedLine[], taken: readonly Box[], box: Box, size: number, isStrict = false, unnamed: readonly string[] = []): PlacedLabel[] {
  const ink = lines.map(({ points }) => sampled(points).filter((point) => holds(box, point)));
  const fromLeft = ink.flat().sort((a, b) => a.x - b.x);
  const filled: Box[] = [...taken];
  const placed: PlacedLabel[] = [];
  lines.forEach(({ id, text, width = textWidth(text, size) }, index) => {
    const own = ink[index]!;
    if (own.length === 0 || unnamed.includes(id)) return;
    const others = ink.filter((_, k) => k !== index);
    const height = size * 1.35;
    const best: { cost: number; at: Box | null } = { cost: Infinity, at: null };
    // At either end a name stands as far in as it has to.
    const within = (x: number): number => Math.min(Math.max(x, box.x), Math.max(box.x, box.x + box.width - width));
    const tryAt = (at: Box, way: number, free: number): void => {
      // The way there alone costs more than a place that is known.
      if (way >= best.cost) return;
      const overlap = filled.reduce((sum, each) => sum + shared(at, each), 0);
      const count = countIn(at, fromLeft);
      if (isStrict && (count > 0 || overlap > 0)) return;
      const cost = way + (count - free) * 6 + overlap + (overlap > 0 ? touchCost : 0) + (isInside(at, box) ? 0 : 10_000);
      if (cost >= best.cost) return;
      const whole = cost + mistakenCost * mistaken(at, own, others);
      if (whole >= best.cost) return;
      best.cost = whole;
      best.at = at;
    };
    for (const [order, part] of parts.entries()) {
      const anchor = own[Math.min(own.length - 1, Math.floor(part * own.length))]!;
      for (const x of [anchor.x + 4, anchor.x - width / 2, anchor.x - width - 4]) {
        for (const gap of [5, 12]) {
          for (const y of [anchor.y - height - gap, anchor.y + gap]) {
            tryAt({ x: within(x), y, width, height }, order + gap / 4, 0);
          }
        }
      }
      const on = { x: within(anchor.x - width / 2), y: anchor.y - height / 2, width, height };
      tryAt(on, order + onLineCost, countIn(on, own));
    }
    if (best.at === null || best.cost >= 10_000) return;
    filled.push(best.at);
    placed.push({ id, text, ...best.at, ...(mistaken(best.at, own, others) >= isMistaken && { leader: leaderOf(best.at, own) }) });
  });
  return placed;
}
