// One time step as boxes over one axis: output, state, input; and the columns of cells inside a box.
import type { Pitch } from './pitch.ts';
import { clamp, mix, type Rect } from './rect.ts';
import type { Stave } from './staves.ts';

/** Widths of the boxes of a column. */
export interface ColumnWidths {
  readonly output: number;
  readonly state: number;
  readonly input: number;
  /** Space between the border of a box and its cells. */
  readonly pad: number;
  readonly radius: number;
}

/**
 * The widths of a column that has so much room. `pair` is 0 where a box holds values only, and 1 where it holds their
 * gradients beside them.
 */
export function columnWidths(room: number, pair: number): ColumnWidths {
  if (room < 14) return { output: room, state: room, input: room, pad: 0, radius: 0 };
  const pad = room >= 92 ? 7 : room >= 40 ? 4 : 1.5;
  const space = room >= 92 ? 0 : clamp(room * 0.14, 2, 8);
  const single = room >= 92 ? clamp(room * 0.46, 58, 84) : room - space;
  const both = room >= 92 ? clamp(room - 14, 84, 136) : room - space;
  const state = mix(single, both, pair);
  return {
    output: room >= 92 ? Math.max(state, clamp(room - 14, 84, 124)) : state,
    state,
    input: room >= 92 ? clamp(room * 0.38, 44, 66) : room - space,
    pad,
    radius: room >= 92 ? 10 : room >= 40 ? 6 : 2,
  };
}

export const boxOf = (stave: Stave, centre: number, width: number): Rect => ({
  x: centre - width / 2,
  y: stave.y,
  width,
  height: stave.height,
});

/** A column of cells inside a box: its left edge and its width; the rows are the stave's. */
export interface Lane {
  readonly x: number;
  readonly width: number;
  /** Centre of the sign before it (+ or =), if there is one. */
  readonly sign: number;
}

/** Room that a sign takes between two columns of cells. */
const signRoom = 13;
const plainRoom = 5;

/** The lanes of a box, evenly wide, with room for the signs that stand before them. */
export function lanesOf(box: Pick<Rect, 'x' | 'width'>, pad: number, signs: readonly boolean[]): Lane[] {
  const gaps = signs.map((sign, k): number => (k === 0 ? 0 : sign ? signRoom : pad < 4 ? 1 : plainRoom));
  const taken = gaps.reduce((a, b) => a + b, 0);
  const width = Math.max((box.width - 2 * pad - taken) / signs.length, 0.5);
  let x = box.x + pad;
  return gaps.map((gap) => {
    x += gap;
    const lane = { x, width, sign: x - gap / 2 };
    x += width;
    return lane;
  });
}

/** The box while an operation is worked in it: wide enough for its lanes to be read, over the edges of its neighbours if need be. */
export function workWidth(room: number, widths: ColumnWidths, lanes: number, signs: number): number {
  if (lanes <= 1) return widths.state;
  const around = signs * signRoom + (lanes - 1 - signs) * plainRoom + 2 * widths.pad;
  // Wide enough for the longest numbers where there is room, and for short ones at least.
  const wanted = Math.min(lanes * 50 + around, room + 16);
  return Math.max(widths.state, wanted, lanes * 38 + around);
}

/** Centre of column t before any folding, from the left edge of the first one. */
export function offsetOf(t: number, current: number, { pitch, lens }: Pitch): number {
  if (t < current) return (t - 0.5) * pitch;
  if (t === current) return (t - 1) * pitch + lens / 2;
  return (t - 1.5) * pitch + lens;
}

/** Which column stands at that distance from the left edge of the first one; not clamped to 1…T. */
export function columnAt(offset: number, current: number, { pitch, lens }: Pitch): number {
  const start = (current - 1) * pitch;
  if (offset < start) return Math.floor(offset / pitch) + 1;
  if (offset < start + lens) return current;
  return current + 1 + Math.floor((offset - start - lens) / pitch);
}
