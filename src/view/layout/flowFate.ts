// What has become of a gradient on its way back, measured by the one nearest to the loss: its exponent, its fate in a word, the ink of its cell.

/**
 * Below this part of the last step's gradient a step's share has vanished: added to the last one's it is rounded away in
 * float32, whose numbers have 24 binary digits, as 1 + 2⁻²⁴ is 1.
 */
export const vanishedBelow = 2 ** -24;
/** Above this many times the last step's gradient it has exploded. */
export const explodedAbove = 1e3;

const [vanishedFrom, explodedFrom] = [Math.log10(vanishedBelow), Math.log10(explodedAbove)];

/** `relative`: parts of the last step's gradient. `absolute`: the norms themselves. */
export type Unit = 'relative' | 'absolute';

/** What has become of the gradient on its way to a step. */
export type Fate = 'left' | 'vanished' | 'zero' | 'exploded' | 'overflow';

/** log₁₀ of a norm, of what it is relative to where that is possible. −∞ for 0; +∞ for what float64 cannot hold. */
export function exponentsOf(norms: Float64Array, unit: Unit): Float64Array {
  const last = norms.at(-1)!;
  const reference = unit === 'relative' && last > 0 && Number.isFinite(last) ? Math.log10(last) : 0;
  return norms.map((norm) => (Number.isFinite(norm) ? Math.log10(norm) - reference : Infinity));
}

/** What has become of the gradient at step t, measured by the last step's. */
export function fateAt(norms: Float64Array, t: number): Fate {
  const norm = norms[t]!;
  const last = norms.at(-1)!;
  if (!Number.isFinite(norm)) return 'overflow';
  if (norm === 0) return 'zero';
  if (!Number.isFinite(last) || last === 0) return 'left';
  const ratio = Math.log10(norm) - Math.log10(last);
  if (ratio > explodedFrom) return 'exploded';
  return ratio < vanishedFrom ? 'vanished' : 'left';
}

/** How dark a step's cell is: full at the last step's gradient and above, none where it has vanished. */
export function inkAt(norms: Float64Array, t: number, fate = fateAt(norms, t)): number {
  if (fate === 'zero' || fate === 'vanished') return 0;
  if (fate === 'overflow' || fate === 'exploded') return 1;
  const last = norms.at(-1)!;
  if (last === 0 || !Number.isFinite(last)) return 1;
  const ratio = Math.log10(norms[t]!) - Math.log10(last);
  return Math.min(1, Math.max(0, 1 - ratio / vanishedFrom));
}

/** The steps that one cell of a strip stands for, and that of them with the largest norm. */
interface CellSteps {
  /** From 1. */
  readonly from: number;
  readonly to: number;
  readonly t: number;
}

/** Steps 1 … T in cells from the left, one a step where there are no more than `most`, else several in each. */
export function cellSteps(norms: Float64Array, most: number): CellSteps[] {
  const T = norms.length - 1;
  const count = Math.min(T, most);
  return Array.from({ length: count }, (_, k) => {
    const from = Math.floor((k * T) / count) + 1;
    const to = Math.floor(((k + 1) * T) / count);
    let t = from;
    for (let each = from + 1; each <= to; each++) if (norms[each]! > norms[t]!) t = each;
    return { from, to, t };
  });
}
