// The three staves from top to bottom: outputs, states, inputs. They run through all columns, so they are worked out once.
import { clamp } from './rect.ts';

/** The rows of one stave: the box around them, where they begin, and how high each is. */
export interface Stave {
  readonly y: number;
  readonly height: number;
  readonly rows: number;
  /** Top of the first row. */
  readonly first: number;
  /** From one row to the next. */
  readonly row: number;
  /** Height of a cell: the row without the space between. */
  readonly cell: number;
}

export interface Staves {
  readonly outputs: Stave;
  readonly states: Stave;
  readonly inputs: Stave;
  /** Where the heading and the words stand: baselines. */
  readonly heading: number;
  readonly word: number;
  readonly time: number;
}

export interface StaveSizes {
  readonly height: number;
  readonly outputs: number;
  readonly units: number;
  readonly inputs: number;
}

/** Below this a row has no room for text. */
export const rowForText = 10;
/** Below this a cell has no room for its number. */
export const rowForNumbers = 12.5;

const spaceOf = (row: number): number => (row >= 12 ? 2.5 : row >= 5 ? 1 : 0);

/** Top of row k (0-based). */
export const rowY = (stave: Stave, k: number): number => stave.first + k * stave.row;

/** What each gets of `room`: what it wants, or its share of what is left by those who want less. */
export function share(wants: readonly number[], weights: readonly number[], room: number): number[] {
  const got = wants.map(() => 0);
  let open = wants.map((_, k) => k);
  let left = room;
  while (open.length > 0) {
    const weight = open.reduce((total, k) => total + weights[k]!, 0);
    const content = open.filter((k) => wants[k]! <= (left * weights[k]!) / weight);
    if (content.length === 0) {
      for (const k of open) got[k] = (left * weights[k]!) / weight;
      return got;
    }
    for (const k of content) {
      got[k] = wants[k]!;
      left -= wants[k]!;
    }
    open = open.filter((k) => !content.includes(k));
  }
  return got;
}

export function stavesOf({ height, outputs, units, inputs }: StaveSizes): Staves {
  const isLow = height < 430;
  const heading = isLow ? 22 : 30;
  const words = isLow ? 36 : 44;
  const leastGap = clamp(height * 0.066, 20, 40);
  const header = isLow ? 18 : 20;
  const footer = isLow ? 16 : 20;
  const pad = isLow ? 3 : 6;
  // What stands around the rows of each: outputs (header, footer), states (header), inputs.
  const around = [header + footer + pad, header + pad, 2 * pad];
  const least = [0, isLow ? 34 : 56, 0];
  const counts = [outputs, units, inputs];
  const room = height - heading - words - 2 * leastGap - around.reduce((a, b) => a + b, 0) - 6;
  const wants = counts.map((count, k) => Math.max(count * 24, least[k]!));
  const got = share(wants, counts.map((count) => Math.min(count, 8)), Math.max(room, 30));
  const spare = Math.max(0, room - got.reduce((a, b) => a + b, 0));
  // What is left widens the gaps, then the rows.
  const widest = 86 - leastGap;
  const gap = leastGap + Math.min(spare / 2, widest);
  const afterGaps = Math.max(0, spare - 2 * widest);
  const total = counts.reduce((a, b) => a + b, 0);
  const grow = Math.min(afterGaps / total, 7);
  const heights = got.map((each, k) => each + counts[k]! * grow);
  const over = Math.max(0, afterGaps - grow * total);

  let y = heading + over / 2;
  const place = (k: number, above: number, after: number): Stave => {
    const inner = heights[k]!;
    const row = Math.min(inner / counts[k]!, 31);
    const stave: Stave = {
      y,
      height: around[k]! + inner,
      rows: counts[k]!,
      first: y + above + (inner - row * counts[k]!) / 2,
      row,
      cell: Math.max(row - spaceOf(row), 0.1),
    };
    y += stave.height + after;
    return stave;
  };
  const outputStave = place(0, header, gap);
  const stateStave = place(1, header, gap);
  const inputStave = place(2, pad, 0);
  const word = y + (isLow ? 17 : 22);
  return {
    outputs: outputStave,
    states: stateStave,
    inputs: inputStave,
    heading: clamp(heading - 12, 12, 20),
    word,
    time: word + (isLow ? 14 : 17),
  };
}
