// Lines with rounded corners, and the heads of their arrows, as the text of SVG paths.
import type { Point } from '../../layout/inside/types.ts';

const round = (value: number): number => Math.round(value * 100) / 100;
const text = ([x, y]: Point): string => `${round(x)},${round(y)}`;

/** From `from` towards `to`, so far. */
function towards([x1, y1]: Point, [x2, y2]: Point, length: number): Point {
  const whole = Math.hypot(x2 - x1, y2 - y1);
  return whole === 0 ? [x1, y1] : [x1 + ((x2 - x1) / whole) * length, y1 + ((y2 - y1) / whole) * length];
}

const distance = ([x1, y1]: Point, [x2, y2]: Point): number => Math.hypot(x2 - x1, y2 - y1);

/** A line through points, with corners of that radius. */
export function linePath(points: readonly Point[], radius: number): string {
  return points
    .map((point, k) => {
      const [before, after] = [points[k - 1], points[k + 1]];
      if (!before) return `M${text(point)}`;
      if (!after) return `L${text(point)}`;
      const r = Math.min(radius, distance(before, point) / 2, distance(point, after) / 2);
      return `L${text(towards(point, before, r))}Q${text(point)} ${text(towards(point, after, r))}`;
    })
    .join('');
}

/** An arrow's head whose tip is at a point, coming from another. */
export function headPath(tip: Point, from: Point, size: number): string {
  const [bx, by] = towards(tip, from, size);
  const [ux, uy] = [(tip[0] - bx) / (size || 1), (tip[1] - by) / (size || 1)];
  const half = size * 0.48;
  return `M${text(tip)}L${text([bx - uy * half, by + ux * half])}L${text([bx + uy * half, by - ux * half])}Z`;
}

/** The first so many pixels of a line left out, as where a vector stands on them. */
export function without(points: readonly Point[], length: number): Point[] {
  let left = length;
  for (let k = 1; k < points.length; k++) {
    const [from, to] = [points[k - 1] as Point, points[k] as Point];
    const piece = distance(from, to);
    if (piece > left) return [towards(from, to, left), ...points.slice(k)];
    left -= piece;
  }
  return [points.at(-1) as Point];
}
