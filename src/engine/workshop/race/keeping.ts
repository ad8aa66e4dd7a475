// How much of a race is kept, as far as there is memory for it.

/** Numbers that are kept of all paths, and of all gradients, at the most: 32 MB each. */
const mostKept = 4_000_000;

/** Whether the gradients of all weights are kept; otherwise those of the watched one alone. */
export const keepsAllGradients = (weights: number, lanes: number, updates: number): boolean => weights * lanes * updates <= mostKept;

/** The updates after which each path keeps a point: evenly spaced, the first and the last among them, as many as there is room for. */
export function keptUpdates(weights: number, lanes: number, updates: number): Int32Array {
  const most = Math.max(2, Math.floor(mostKept / (weights * lanes)));
  const stride = Math.max(1, Math.ceil(updates / (most - 1)));
  const kept = Array.from({ length: Math.ceil(updates / stride) }, (_, k) => k * stride);
  return Int32Array.from([...kept, updates]);
}
