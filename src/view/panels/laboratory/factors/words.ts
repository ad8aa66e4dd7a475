// What "Why it shrinks" says in words: what a step multiplies by on average and who does it, how many units are saturated, and how far the bound is
// from the truth.
import type { AnswerOf } from '../../../../engine/laboratory/questions.ts';
import { saturatedCount } from '../../../layout/laboratory/activations.ts';
import { formatNumber } from '../../../theme/format.ts';
import { boundWords, zeroWords } from '../../gradient/flowWords.ts';
import { powerText } from '../powers.ts';

export type Factors = AnswerOf<'factors'>;

/** Geometric mean of the numbers of steps 1 … p: so many of them multiplied give the whole. 0 where one is 0; NaN where none is a number. */
export function typical(values: Float64Array, p: number): number {
  let [sum, count] = [0, 0];
  for (let t = 1; t <= p; t++) {
    const value = values[t] ?? NaN;
    if (Number.isNaN(value)) continue;
    sum += Math.log(value);
    count += 1;
  }
  return count === 0 ? NaN : Math.exp(sum / count);
}

/** The sentence above: what is left, and what one step does on average. */
export function summary(answer: Factors, p: number, letter: string | null): string {
  const { gradient, factor, slopePart, weightPart } = answer;
  const [first, last] = [gradient[0] ?? NaN, gradient[p] ?? NaN];
  if (last === 0) return 'At the step of the loss the gradient is exactly 0: there is nothing that could shrink.';
  if (!Number.isFinite(last)) return 'Already at the step of the loss the gradient is too large for float64.';
  if (first === 0) return `Before the first step nothing is left: the gradient is ${zeroWords(gradient, 0)}${factor.includes(0) && zeroWords(gradient, 0) === 'exactly 0' ? ', as one step multiplied it by 0' : ''}.`;
  if (!Number.isFinite(first)) return 'On its way back the gradient has become too large for float64.';
  const way = `${p} ${p === 1 ? 'step' : 'steps'} back, ${powerText(Math.log10(first) - Math.log10(last))} times the gradient is left`;
  const mean = typical(factor, p);
  if (letter === null || slopePart.length === 0) return `${way}: each step multiplied it by ${formatNumber(mean)} on average.`;
  return `${way}: each step multiplied it by ${formatNumber(mean)} on average, of which the slope of ${letter} did × ${formatNumber(typical(slopePart, p))} and the weights × ${formatNumber(typical(weightPart, p))}.`;
}

/** How many units stand where the activation hardly has a slope. */
export function saturationWords(answer: Factors, hiddenSize: number, isRelu: boolean): string {
  const { slopes, facts } = answer;
  if (slopes.length === 0) return '';
  const share = saturatedCount(slopes, facts.gamma) / slopes.length;
  const percent = share > 0 && share < 0.005 ? 'under 1 %' : share < 1 && share > 0.995 ? 'over 99 %' : `${Math.round(100 * share)} %`;
  const steps = slopes.length / hiddenSize;
  const all = `Of ${slopes.length.toLocaleString('en')} sums (${hiddenSize} ${hiddenSize === 1 ? 'unit' : 'units'} × ${steps} steps)`;
  if (!isRelu) return `${all} ${percent} are saturated: there the slope is under a tenth of its steepest.`;
  const dead = facts.deadUnits;
  const lost = dead === 0 ? '' : ` ${dead} ${dead === 1 ? 'unit is' : 'units are'} off at every step: dead for this sequence, nothing is learnt through ${dead === 1 ? 'it' : 'them'}.`;
  return `${all} ${percent} are switched off: there the slope is 0, and the gradient stops.${lost}`;
}

/** The bound beside the truth, from the step of the loss to the beginning. */
export function boundSentence(answer: Factors, p: number): string {
  const { facts, product, gradient } = answer;
  const bound = facts.stretch * facts.gamma;
  const { comparison, conclusion } = boundWords(bound, false);
  const allowed = p * Math.log10(bound);
  const truth = Math.log10(product[0] ?? NaN);
  const left = Math.log10(gradient[0] ?? NaN) - Math.log10(gradient[p] ?? NaN);
  const head = `σ_max·γ = ${comparison}, so ${conclusion}.`;
  if (!Number.isFinite(bound) || Number.isNaN(truth)) return head;
  const middle = `Over ${p} steps the bound allows ${powerText(allowed)}; the Jacobians multiplied out stretch by ${powerText(truth)}`;
  if (truth === -Infinity) return `${head} ${middle}: the bound does not see slopes that are 0.`;
  const gap = allowed - truth;
  const apart = gap < 0.05 ? 'the bound is exact' : `the bound is ${powerText(gap)} times too generous`;
  const why = gap < 0.05 ? '' : ', as W_hh stretches by σ_max in one direction alone and most units stand where the slope is below γ';
  const own = Number.isFinite(left) && truth - left > 0.1 ? ` This gradient keeps ${powerText(left)}: it does not point where they stretch most.` : '';
  return `${head} ${middle}: ${apart}${why}.${own}`;
}

/** The numbers of one step, for the pointer and the slider. `isWhole`: h is all that a step hands on, so that no more than its Jacobian can pass. */
export function stepWords(answer: Factors, t: number, p: number, isWhole = true): string {
  if (t > p) return `t = ${t}: after the step of the loss no gradient flows.`;
  const { factor, slopePart, weightPart, local } = answer;
  const [whole, slope, weight] = [factor[t] ?? NaN, slopePart[t] ?? NaN, weightPart[t] ?? NaN];
  if (Number.isNaN(whole)) return `t = ${t}: no gradient arrives here, so nothing is multiplied.`;
  const most = isWhole ? `at most ${formatNumber(local[t] ?? NaN)}` : `through h alone at most ${formatNumber(local[t] ?? NaN)}, the rest comes along c`;
  if (slopePart.length === 0) return `t = ${t}: × ${formatNumber(whole)} (${most}).`;
  if (whole === 0 && slope === 0) return `t = ${t}: the slope is 0 wherever gradient arrives, so × 0: it ends here.`;
  return `t = ${t}: slope × ${formatNumber(slope)}, weights × ${formatNumber(weight)}, together × ${formatNumber(whole)} (${most}).`;
}
