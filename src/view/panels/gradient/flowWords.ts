// What the gradient plot says in words: what is left at the first word, what the bound means, where numbers end.
import type { StepName } from '../../../engine/tasks/task.ts';
import { explodedAbove, fateAt, vanishedBelow, type Fate } from '../../layout/flowFate.ts';
import { formatNumber } from '../../theme/format.ts';

export const bandWords = {
  vanished: 'vanished — smaller than an update you could see in float32',
  exploded: 'exploded — one update would throw the weights away',
} as const;

/** Why the bands begin where they do. */
export const bandReasons = {
  vanished: `Vanished: less than 2⁻²⁴ ≈ ${formatNumber(vanishedBelow)} of the gradient nearest to the loss. Added to it in float32, whose numbers have about 7 digits, it is rounded away: 1 + 2⁻²⁴ = 1.`,
  exploded: `Exploded: more than ${formatNumber(explodedAbove, 2).replace('.00', '')} times the gradient nearest to the loss, or too large to hold. The update is η times the gradient, so a step made for that one would be a thousand times too long for the weights.`,
} as const;

/** The ends of a way through time: the step nearest to the loss, and the one farthest from it. */
export interface Ends {
  /** "last word", "decoder’s last word". */
  readonly near: string;
  readonly far: string;
}

/** The sentence above the plot: what is left at the far end. */
export function summary(norms: Float64Array, step: StepName, { near, far }: Ends): string {
  const T = norms.length - 1;
  const last = norms[T] ?? 0;
  if (T === 1) return `With one ${step} there is no way back through time.`;
  if (!Number.isFinite(last)) return `Already at the ${near} the gradient is too large for float64.`;
  if (last === 0) return `The loss does not depend on the state at the ${near}: its gradient is exactly 0.`;
  return `At the ${far} ${fateSentences[fateAt(norms, 1)](formatRatio(norms[1] ?? 0, last), near, zeroWords(norms, 1))}`;
}

const fateSentences: Readonly<Record<Fate, (ratio: string, near: string, zero: string) => string>> = {
  left: (ratio, near) => `${ratio} times the ${near}’s gradient is left.`,
  vanished: (ratio, near) => `only ${ratio} times the ${near}’s gradient is left: it has vanished.`,
  zero: (_, __, zero) => `the gradient is ${zero}: nothing is learnt from it.`,
  exploded: (ratio, near) => `the gradient is ${ratio} times the ${near}’s: it has exploded.`,
  overflow: () => 'the gradient is too large for float64: it has exploded.',
};

/** A part of the last step's gradient, without dividing numbers that a division would lose. */
export function formatRatio(norm: number, last: number): string {
  const ratio = norm / last;
  return ratio >= 0.001 && ratio < 0.1 ? formatNumber(Number(ratio.toPrecision(2)), 'full') : formatNumber(ratio);
}

/** σ_max·γ with as many digits as it takes to tell it from 1. */
export function boundNumber(factor: number): string {
  for (const digits of [2, 3, 4] as const) {
    const text = formatNumber(factor, digits);
    if (factor === 1 || Number(text.replace('−', '-')) !== 1) return text;
  }
  return formatNumber(factor, 'full');
}

/** What the bound implies: the comparison, then the conclusion. */
export function boundWords(factor: number, hasManyLosses: boolean): { readonly comparison: string; readonly conclusion: string } {
  const what = hasManyLosses ? 'what is left of one loss alone' : 'the gradient';
  if (!Number.isFinite(factor)) return { comparison: 'is not a finite number', conclusion: 'no bound can be told' };
  if (factor < 1) return { comparison: `${boundNumber(factor)} < 1`, conclusion: `${what} must vanish` };
  if (factor === 1) return { comparison: '1 = 1', conclusion: `${what} cannot explode` };
  return { comparison: `${boundNumber(factor)} > 1`, conclusion: `${what} may explode, it need not` };
}

/** A gradient of 0: one that became too small to hold, or one that a switched-off ReLU has cut. */
export function zeroWords(norms: Float64Array, t: number): string {
  const before = norms.subarray(t).find((norm) => norm > 0) ?? 0;
  return before > 0 && before < 1e-290 ? 'too small for float64' : 'exactly 0';
}

/** Where the line leaves the axis, in words; `time`: what step `to` of the way is called. */
export function gapWords(kind: 'zero' | 'overflow', to: number, norms: Float64Array, time = `t = ${to}`): string {
  return `${kind === 'overflow' ? 'too large for float64' : zeroWords(norms, to)} from ${time} back`;
}
