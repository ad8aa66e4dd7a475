// The numbers that every contestant starts from, by a generator so simple that C and Python have it too.

/** s ← 1664525 s + 1013904223 mod 2³², a number s / 2³² from 0 to 1. Numerical Recipes, chapter 7. */
function lcg(seed = 12345) {
  let s = seed;
  return () => {
    s = (Math.imul(s, 1664525) + 1013904223) >>> 0;
    return s / 2 ** 32;
  };
}

const gatesOf = { rnn: 1, lstm: 4, gru: 3 };

/**
 * Weights, inputs and targets, drawn in this order: Wx [G·H, V], Wh [G·H, H], b [G·H], Wy [Y, H], by [Y], inputs [B, T],
 * targets [B, T]; gates in PyTorch's order. All weights lie within ±1/√H, those of Wh within `gain` times that.
 * @param {import('./workloads.mjs').Workload} workload
 */
export function drawnFor({ cell, readout, V, H, Y, T, B, gain }) {
  const next = lcg();
  const rows = gatesOf[cell] * H;
  /** @param {number} count @param {number} scale */
  const weights = (count, scale) => Float64Array.from({ length: count }, () => (2 * next() - 1) * scale);
  /** @param {number} below */
  const indices = (below) => Array.from({ length: B }, () => Int32Array.from({ length: T }, () => Math.floor(next() * below)));
  const scale = 1 / Math.sqrt(H);
  return {
    Wx: weights(rows * V, scale),
    Wh: weights(rows * H, scale * gain),
    b: weights(rows, scale),
    Wy: weights(Y * H, scale),
    by: weights(Y, scale),
    inputs: indices(V),
    /** In step, one class a step; at the end, the one target is 1 for all. */
    targets: readout === 'each' ? indices(Y) : [],
  };
}
