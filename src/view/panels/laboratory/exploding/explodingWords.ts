// What the experiment on exploding says in words: what runs away and where it ends, what one update does to the loss, what clipping changes and what not.
import type { AnswerOf } from '../../../../engine/laboratory/questions.ts';
import type { GradientClip } from '../../../../state/document.ts';
import { vanishedBelow } from '../../../layout/flowFate.ts';
import { degreesOf } from '../../../layout/laboratory/clipVector.ts';
import { formatNumber } from '../../../theme/format.ts';
import { formatRatio } from '../../gradient/flowWords.ts';
import { largestNumber } from '../../notices/overflowWords.ts';

type Explosion = AnswerOf<'explosion'>;

const count = (t: number): string => t.toLocaleString('en-US');

/** So many times as large is off a cliff. */
const cliff = 1000;

/** Below this factor over all steps nothing runs away. */
const runsAway = 100;

/** Within this factor over all steps, either way, a number keeps its size. */
const stays = 2;

/** Forwards and back: what grows, and where float64 ends. `lossAt`: the step of the loss. */
export function runawayWords(name: string, answer: Explosion, lossAt: number): string {
  const { facts, states, gradient, overflowAt } = answer;
  const dead = facts.deadUnits > 0 ? ` ${deadWords(facts.deadUnits, facts.hiddenSize)}` : '';
  if (facts.overflow) return `${name}: ${overflowWords(facts.overflow)}${dead}`;
  return `${name}: ${forwardWords(states, overflowAt)} ${backwardWords(gradient, lossAt)}${dead}${cliffWords(answer)}`;
}

function overflowWords({ where, symbol, t }: NonNullable<Explosion['facts']['overflow']>): string {
  if (where === 'backward') {
    return `forwards every number can be held, but on the way back the gradient passes ${largestNumber}, the largest number of float64, at step ${count(t)}. All earlier steps have no gradient any more.`;
  }
  if (symbol === 'L') {
    return `the state can still be held, but the loss, which grows as its square, passes ${largestNumber}, the largest number of float64. So it has no gradient that could be used.`;
  }
  return `at step ${count(t)} the state passes ${largestNumber}, the largest number of float64. From there on there is no state, no loss and no gradient: training is over.`;
}

/** Where no number is large, and one step along the gradient leads off a cliff all the same (Pascanu and others, 2013, figure 6). */
function cliffWords({ losses, after, norm }: Explosion): string {
  const before = losses[0] ?? NaN;
  const isCalm = norm < runsAway && before > 0;
  return isCalm && !(after <= cliff * before) ? ' And yet the loss stands at a cliff: one update, and it is a thousand times as large or worse.' : '';
}

function deadWords(dead: number, all: number): string {
  if (dead === all) return 'All units are switched off at every step: this ReLU network is dead, and nothing can be learnt from a gradient of 0.';
  return `${dead} of ${all} units ${dead === 1 ? 'is' : 'are'} 0 at every step: dead, as a ReLU can be.`;
}

/** Under the picture: how near the largest number is. */
export function largestWords({ facts, overflowAt, states }: Explosion, lossAt: number): string {
  if (facts.overflow) return 'An arrow at the upper edge: from there on the number is too large for float64.';
  if (overflowAt !== null) return `The largest number that float64 holds is ${largestNumber}. If the state went on growing as in its last steps, it would pass it at about step ${count(overflowAt)} (read on, not computed).`;
  return `The state goes ${count(states.length - 1)} steps forwards; the gradient goes back from the loss at step ${count(lossAt)}.`;
}

function forwardWords(states: Float64Array, overflowAt: number | null): string {
  const T = states.length - 1;
  const [first = 0, last = 0] = [states[1], states[T]];
  if (last === 0) return 'The state is 0: no unit is switched on.';
  const read = `at step ${count(T)} the state is ${formatNumber(last)} long`;
  return overflowAt !== null || last > runsAway * first ? `Forwards it grows: ${read}.` : `Forwards nothing runs away: ${read}.`;
}

function backwardWords(gradient: Float64Array, lossAt: number): string {
  const [near = 0, far = 0] = [gradient[lossAt], gradient[1]];
  if (near === 0) return 'The loss does not depend on the state: its gradient is exactly 0.';
  if (lossAt < 2) return 'The loss is at the first step: there is no way back.';
  if (far === 0) return 'On the way back nothing reaches the first step: its gradient is 0.';
  const grown = `${formatNumber(near)} at the loss, ${formatNumber(far)} at step 1`;
  if (far / near > runsAway) return `On the way back the gradient explodes: ${grown}, ${formatRatio(far, near)} times as much.`;
  if (far / near < 1 / runsAway) return `On the way back the gradient shrinks: ${grown}. It does not explode, it fades.`;
  const ratio = far / near;
  if (ratio > stays) return `On the way back the gradient grows to ${formatRatio(far, near)} times: ${grown}.`;
  if (ratio < 1 / stays) return `On the way back the gradient shrinks to ${formatRatio(far, near)} of it: ${grown}.`;
  return `On the way back the gradient keeps its size: ${grown}.`;
}

/** One SGD update at η, with the gradient as it is, and clipped. */
export function updateWords({ losses, after, clippedAfter, changedEntries, norm }: Explosion, learningRate: number): string {
  const before = losses[0] ?? NaN;
  if (!Number.isFinite(before)) return `The loss itself is ${lossText(before)}, so there is nothing that an update could start from.`;
  if (learningRate === 0) return 'With η = 0 no weight moves, and the loss stays.';
  if (norm === 0) return 'The gradient is exactly 0: no weight moves, and the loss stays.';
  const plain = `One update with η = ${rateText(learningRate)} takes the loss from ${formatNumber(before)} to ${lossText(after)}${judged(before, after)}.`;
  if (changedEntries === 0) return plain;
  return `${plain} With the clipped gradient it goes from ${formatNumber(before)} to ${lossText(clippedAfter)}${judged(before, clippedAfter)}.`;
}

/** A learning rate without zeros at its end. */
export const rateText = (rate: number): string => formatNumber(Number(rate.toPrecision(3)), 'full');

const lossText = (loss: number): string => (Number.isNaN(loss) ? 'no number any more (NaN)' : loss === Infinity ? 'more than float64 can hold' : formatNumber(loss));

function judged(before: number, after: number): string {
  if (!Number.isFinite(after)) return ': the network is destroyed';
  if (after > 10 * before) return ': one step has thrown the weights away';
  return after > before ? ': worse than before' : '';
}

/** What clipping does to the vector: its length, its direction. */
export function clippingWords({ norm, clippedNorm, cosine, changedEntries, facts }: Explosion, clipping: GradientClip | null): string {
  const length = `The gradient of all ${count(facts.parameterCount)} weights is ${formatNumber(norm)} long`;
  if (!Number.isFinite(norm)) {
    return 'The gradient has overflowed, so it has neither a length nor a direction. Clipping comes too late: what is no number stays none, and what was ∞ has lost its size.';
  }
  if (norm === 0) return 'The gradient is exactly 0: it has no direction, and there is nothing to clip.';
  if (!clipping) return `${length}. Nothing clips it.`;
  const limit = rateText(clipping.limit);
  if (changedEntries === 0) {
    return clipping.kind === 'norm' ? `${length}, less than the limit ${limit}: clipping changes nothing.` : `${length}, and none of its numbers is larger than the limit ${limit}: clipping changes nothing.`;
  }
  const angle = degreesOf(cosine);
  if (clipping.kind === 'norm') {
    return `${length}; clipped it is ${formatNumber(clippedNorm)}. Every number is multiplied by the same ${formatRatio(clippedNorm, norm)}, so the direction stays: ${degreesText(angle)}.`;
  }
  const cut = `${count(changedEntries)} of ${count(facts.parameterCount)} ${changedEntries === 1 ? 'number is' : 'numbers are'} cut to ±${limit}`;
  return `${length}; ${cut}, and it is ${formatNumber(clippedNorm)}. Large numbers are cut and small ones are not, so the direction turns by ${degreesText(angle)}.`;
}

/** "37°"; what rounding alone has made of 0 is 0. */
export function degreesText(angle: number): string {
  if (angle < 1e-4) return '0°';
  return angle < 1 ? `${formatNumber(angle, 2)}°` : `${formatNumber(angle, 2).replace(/\.?0+$/, '')}°`;
}

/** "Clipping cures vanishing", put right with numbers. */
export function earlyWords({ gradient, clippedFlow, changedEntries, norm, clippedNorm }: Explosion, clipping: GradientClip | null, lossAt: number): string {
  const [near = 0, far = 0] = [gradient[lossAt], gradient[1]];
  const [clippedNear = 0, clippedFar = 0] = [clippedFlow[lossAt], clippedFlow[1]];
  if (![near, far].every(Number.isFinite)) return 'The gradient has overflowed on the way back. Clipping cannot bring back what has been lost there.';
  if (near === 0 || lossAt < 2) return 'There is no way back on which something could vanish.';
  const before = `Without clipping step 1 gets ${formatRatio(far, near)} times the gradient of step ${count(lossAt)}`;
  if (!clipping || changedEntries === 0) return `${before}. Here clipping changes nothing at all.`;
  if (clipping.kind === 'value') {
    const sum = `${before}. Clipping by value cuts numbers of the sum over all steps, and does not know which step they came from; so the second line is only the first, made as short as that sum: ${formatRatio(clippedNorm, norm)} times`;
    return far / near < vanishedBelow ? `${sum}. What had vanished has added next to nothing to that sum, and cutting cannot add it.` : `${sum}. Cutting a sum brings nothing back from further away.`;
  }
  const same = `${before}; with it, ${formatRatio(clippedFar, clippedNear)} times. All steps are shortened alike`;
  if (far / near < vanishedBelow) return `${same}: what had vanished stays vanished. Clipping cures exploding, not vanishing.`;
  return `${same}: what is far back gets no larger share. Clipping shortens a step, it does not lengthen a memory.`;
}
