// Truncated BPTT of one loss: where the way back is cut, which windows are tried, and the run that begins anew at each cut.
// R. Williams and J. Peng, 1990: from a loss, the gradient goes back through at most so many steps.
import type { Trace } from '../run/trace.ts';

/**
 * Steps t after which the way back is cut, rising, for windows of that many steps out of T. The windows are counted from the loss at step p, so
 * that one of them ends there and the gradient goes through a whole window. (Counted from the first step, as a training that
 * cuts a long text does it, the same loss may lie anywhere in its window, in the worst case at its first step.)
 */
export function cutsOf(T: number, p: number, window: number): Int32Array {
  if (!Number.isInteger(window) || window < 1) throw new Error(`A window is a whole number of steps from 1, but it is ${window}.`);
  if (window >= T) return new Int32Array(0);
  const first = p % window || window;
  return Int32Array.from({ length: Math.max(0, Math.ceil((T - first) / window)) }, (_, n) => first + n * window);
}

/** Windows from 1 to T, rising, at most `most` of them and about evenly on a log scale; `window` and T are among them. */
export function triedWindows(T: number, window: number, most: number): Int32Array {
  const asked = Math.min(window, T);
  if (T <= most) return Int32Array.from({ length: T }, (_, k) => k + 1);
  const spread = Math.max(most - 1, 1);
  const tried = new Set([asked, T]);
  for (let n = 0; n < spread && tried.size < most; n++) tried.add(Math.round(T ** (n / spread)));
  return Int32Array.from(tried).sort();
}

/** The same trace, whose state begins again at the initial state after each cut. Its numbers are shared. */
export function withResets(trace: Trace, cuts: Int32Array): Trace {
  const isAnew = new Set(cuts);
  const sequences = trace.sequences.map((sequence) => ({
    ...sequence,
    steps: sequence.steps.map((step) => (isAnew.has(step.previousRow) ? { ...step, previousRow: 0 } : step)),
  }));
  return { ...trace, sequences, steps: sequences[0]?.steps ?? trace.steps };
}
