// The activations of the vanilla cells as curves to be drawn: value, slope, and where a unit counts as saturated.
import { logistic } from '../../../engine/math/logistic.ts';
import type { CellId } from '../../../engine/model.ts';

export interface Activation {
  /** "tanh", "σ", "ReLU", as it stands in a formula. */
  readonly letter: string;
  /** How its slope is written. */
  readonly slopeText: string;
  /** The range of its values; the largest is null where nothing holds it. */
  readonly least: number;
  readonly largest: number | null;
  readonly value: (a: number) => number;
  readonly slope: (a: number) => number;
}

/** φ of the cells whose step is one activation of one sum; the others have several, each behind a gate. */
export const activations: Readonly<Partial<Record<CellId, Activation>>> = {
  rnn_tanh: { letter: 'tanh', slopeText: '1 − tanh²(a)', least: -1, largest: 1, value: Math.tanh, slope: (a) => 1 - Math.tanh(a) ** 2 },
  rnn_sigmoid: { letter: 'σ', slopeText: 'σ(a)·(1 − σ(a))', least: 0, largest: 1, value: logistic, slope: (a) => logistic(a) * logistic(-a) },
  rnn_relu: { letter: 'ReLU', slopeText: '1 above 0, else 0', least: 0, largest: null, value: (a) => Math.max(a, 0), slope: (a) => (a > 0 ? 1 : 0) },
};

/** A unit is saturated where its slope is under this part of the steepest slope that the activation has. */
export const saturatedBelow = 0.1;

/** How many of these slopes are under a tenth of the steepest one. What is not a number is not counted. */
export function saturatedCount(slopes: Float64Array, gamma: number): number {
  let count = 0;
  for (const slope of slopes) if (slope < saturatedBelow * gamma) count += 1;
  return count;
}
