// Heights of the rows of a cell's drawing: one below the other, or around states whose heights are given.
import { clamp, type Rect } from '../rect.ts';
import type { Extents } from './extents.ts';
import type { Metrics } from './metrics.ts';

/** Rows one below the other, with what is left shared out between them. */
export function spread(from: number, height: number, extents: readonly Extents[], rowGap: number): number[] {
  const needed = extents.reduce((total, { above, below }) => total + above + below + rowGap, 0);
  const spare = clamp((height - needed) / extents.length, 0, 26);
  let y = from + Math.max(0, height - needed - spare * extents.length) / 2;
  return extents.map(({ above, below }) => {
    const middle = y + spare / 2 + above;
    y = middle + below + rowGap + spare / 2;
    return middle;
  });
}

/** The same where the states' heights are given: the other rows all below one of them, or above the first; null where they do not fit. */
export function around(rect: Rect, extents: readonly Extents[], { top, bottom, rowGap }: Metrics, stateY: readonly number[]): number[] | null {
  const lanes = extents.slice(0, stateY.length);
  const others = extents.slice(stateY.length);
  const [head, foot] = [rect.y + top, rect.y + rect.height - bottom];
  const begins = (lane: number): number => (stateY[lane] ?? foot) - (lanes[lane]?.above ?? 0);
  const ends = (lane: number): number => (lane < 0 ? head : (stateY[lane] ?? 0) + (lanes[lane]?.below ?? 0) + rowGap);
  const isClear = lanes.every((_, lane) => begins(lane) >= ends(lane - 1) - 0.01) && ends(lanes.length - 1) - rowGap <= foot + 0.01;
  if (!isClear) return null;
  if (others.length === 0) return [...stateY];
  const needed = others.reduce((total, { above, below }) => total + above + below + rowGap, 0);
  for (let lane = lanes.length - 1; lane >= -1; lane--) {
    const [from, to] = [ends(lane), begins(lane + 1)];
    if (needed <= to - from + 0.01) return [...stateY, ...spread(from, to - from, others, rowGap)];
  }
  return null;
}
