// A stretched bowl of two weights, θ = (x, y): f = ½ (x² + κ y²), ∇f = (x, κ y). Its bottom, 0 high, is at 0, 0.
import type { Landscape } from './landscape.ts';

/** Where every path begins: far off on the flat side, and a little way up the steep one. */
const bowlStart: readonly [x: number, y: number] = [-4, 1.2];

/** Of stretch κ. Throws an `Error` in words unless it is a number more than 0. */
export function bowl(stretch: number): Landscape {
  if (!(stretch > 0 && stretch < Infinity)) throw new Error(`How stretched the bowl is should be a number more than 0, but it is ${stretch}.`);
  return {
    start: Float64Array.from(bowlStart),
    measured: 1,
    rows: 1,
    next: () => undefined,
    gradient([x = NaN, y = NaN], out) {
      out[0] = x;
      out[1] = stretch * y;
      return atOnce(undefined);
    },
    loss: ([x = NaN, y = NaN]) => atOnce(0.5 * (x * x + stretch * y * y)),
  };
}

/** What needs no pause. */
function* atOnce<Result>(result: Result): Generator<void, Result> {
  yield;
  return result;
}
