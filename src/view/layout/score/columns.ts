// How wide the boxes of a column are, and where the columns of numbers inside a box stand.
import { clamp, mix, type Rect } from '../rect.ts';
import type { ColumnWidths } from './types.ts';

/** From this room on a column has numbers in boxes with space around them. */
const roomy = 92;
/** Room that a sign takes between two columns of numbers, and that no sign takes. */
const signRoom = 13;
const plainRoom = 5;

interface Widths {
  readonly room: number;
  /** 0 where a box holds values only, 1 where it holds their gradients beside them. */
  readonly pair: number;
  /** How many gates stand side by side in a box of the gates' stave. */
  readonly gates: number;
  /** Whether arrows pass beside the boxes, as where a second track lies between. */
  readonly isPassed: boolean;
}

export function columnWidths({ room, pair, gates, isPassed }: Widths): ColumnWidths {
  if (room < 14) return { outputs: room, state: room, gates: room, inputs: room, pad: 0, radius: 0 };
  const isRoomy = room >= roomy;
  const pad = isRoomy ? 7 : room >= 40 ? 4 : 1.5;
  const space = isRoomy ? 0 : clamp(room * (isPassed ? 0.26 : 0.14), 2, isPassed ? 14 : 8);
  const single = isRoomy ? clamp(room * 0.46, 58, 84) : room - space;
  const both = isRoomy ? clamp(room - (isPassed ? 26 : 14), isPassed ? 78 : 84, 136) : room - space;
  const state = mix(single, both, pair);
  return {
    outputs: isRoomy ? Math.max(state, clamp(room - 14, 84, 124)) : state,
    state,
    gates: isRoomy ? clamp(gates * mix(42, 78, pair) + 2 * pad, state, room - (isPassed ? 36 : 26)) : state,
    inputs: isRoomy ? clamp(room * 0.38, 44, 66) : room - space,
    pad,
    radius: isRoomy ? 10 : room >= 40 ? 6 : 2,
  };
}

/** A column of cells inside a box: its left edge and its width; the rows are the stave's. */
export interface Lane {
  readonly x: number;
  readonly width: number;
  /** Centre of the sign before it (+ or =), if there is one. */
  readonly sign: number;
}

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
export function workWidth(room: number, usual: number, pad: number, lanes: number, signs: number): number {
  if (lanes <= 1) return usual;
  const between = signs * signRoom + (lanes - 1 - signs) * plainRoom + 2 * pad;
  // Wide enough for the longest numbers where there is room, and for short ones at least.
  const wanted = Math.min(lanes * 50 + between, room + 16);
  return Math.max(usual, wanted, lanes * 38 + between);
}
