// Rectangles as numbers, and what lies between two of them.

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

export const mix = (from: number, to: number, part: number): number => from + (to - from) * part;

/** Slow at both ends; 0 at 0 and 1 at 1, and it never turns back. */
export const ease = (part: number): number => {
  const p = clamp(part, 0, 1);
  return p * p * (3 - 2 * p);
};

/** The rectangle on its way from one to the other. */
export const between = (from: Rect, to: Rect, part: number): Rect => ({
  x: mix(from.x, to.x, part),
  y: mix(from.y, to.y, part),
  width: mix(from.width, to.width, part),
  height: mix(from.height, to.height, part),
});

export const right = (rect: Rect): number => rect.x + rect.width;
export const bottom = (rect: Rect): number => rect.y + rect.height;
export const centre = (rect: Rect): number => rect.x + rect.width / 2;
export const middle = (rect: Rect): number => rect.y + rect.height / 2;

/** Whether two rectangles share more than an edge. */
export const overlaps = (a: Rect, b: Rect): boolean =>
  a.x < right(b) && b.x < right(a) && a.y < bottom(b) && b.y < bottom(a);
