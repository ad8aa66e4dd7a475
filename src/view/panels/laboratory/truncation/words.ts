// What truncation costs, in words from computed numbers.
import type { AnswerOf } from '../../../../engine/laboratory/questions.ts';
import { formatNumber } from '../../../theme/format.ts';

export type Truncation = AnswerOf<'truncation'>;

/** How far the truncated gradient is from the whole one, at a window. */
interface Cost {
  readonly error: number;
  readonly angle: number;
}

export function costAt({ windows, errors, angles }: Truncation, window: number): Cost {
  const index = windows.indexOf(window);
  return { error: errors[index] ?? NaN, angle: angles[index] ?? NaN };
}

/** A part as per cent: "12 %", "0.3 %", "4·10⁻⁷ %". */
export function percent(part: number): string {
  const value = part * 100;
  if (value === 0) return 'exactly 0 %';
  if (value >= 10 && value < 1e5) return `${Math.round(value)} %`;
  return `${value >= 0.1 && value < 10 ? value.toFixed(1) : formatNumber(value)} %`;
}

function degrees(angle: number): string {
  if (angle === 0) return 'in exactly the same direction';
  const text = angle >= 10 ? `${Math.round(angle)}` : angle >= 0.1 ? angle.toFixed(1) : formatNumber(angle);
  return `${text}° away`;
}

const stepsOf = (count: number): string => (count === 1 ? '1 step' : `${count.toLocaleString('en-US')} steps`);

/** "With a window of 8 steps the gradient is 12 % off and points 7° away." */
export function costWords(answer: Truncation, window: number, T: number): string {
  const { error, angle } = costAt(answer, window);
  const overflow = answer.facts.overflow;
  if (window >= T) return `The window holds all ${stepsOf(T)}: nothing is cut, and the gradient is the whole one.`;
  const beginning = `With a window of ${stepsOf(window)}`;
  if (overflow) return `${beginning} there is nothing to compare: a number is too large for float64 at step ${overflow.t.toLocaleString('en-US')}.`;
  if (isZero(answer.full)) return `${beginning} there is nothing to compare: the whole gradient is exactly 0 already.`;
  if (Number.isNaN(error)) return `${beginning} there is nothing to compare: the whole gradient of the weights is 0 or not a number.`;
  if (!Number.isFinite(error)) return `${beginning} the gradient is too large for float64, so it cannot be compared.`;
  if (error === 0) return `${beginning} the gradient is exactly the whole one: beyond the scissors there was nothing left to lose.`;
  if (Number.isNaN(angle)) return `${beginning} the gradient is ${percent(error)} off: nothing of it is left, so it points nowhere.`;
  return `${beginning} the gradient is ${percent(error)} off and points ${degrees(angle)}.`;
}

const isZero = (norms: Float64Array): boolean => norms.every((norm) => norm === 0);

/** What the scissors do to the states: the misconception that they cut the memory as well. */
export function carriedWords({ states, cutStates, cuts }: Truncation, carried: boolean): string {
  if (cuts.length === 0) return 'Nothing is cut, forwards or backwards.';
  if (carried) return 'The forward arrows stay whole: the network still remembers what it has read. Only the learning is cut: the weights are told nothing of what they did before the window.';
  const [whole = NaN, reset = NaN] = [states.at(-1), cutStates.at(-1)];
  return `The state begins anew after each cut, so the forward pass is another one too: what stood before the window is forgotten, and at the last step the state’s length is ${formatNumber(reset)} instead of ${formatNumber(whole)}.`;
}

/** Where the gradient ends: the first step that it still reaches. */
export function reachWords({ full, cut }: Truncation, lossAt: number): string {
  const first = cut.findIndex((norm) => norm !== 0);
  if (isZero(full)) return 'The whole gradient is exactly 0 at every step: the units that lead to the loss are switched off or fully saturated.';
  if (first < 0) return 'No gradient reaches any step.';
  if (first === 0) return 'The gradient reaches every step, down to the initial state.';
  const lost = full[first - 1] ?? NaN;
  const before = `The gradient of the loss at step ${lossAt.toLocaleString('en-US')} reaches back to step ${first.toLocaleString('en-US')}; before it there is exactly 0`;
  if (lost === 0) return `${before}, as in the whole gradient, which has died out there by itself.`;
  if (!Number.isFinite(lost)) return `${before}. The whole gradient has overflowed there: it is too large for float64.`;
  return `${before}, where the whole gradient still has ${formatNumber(lost)}.`;
}
