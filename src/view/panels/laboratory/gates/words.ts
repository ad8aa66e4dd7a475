// What "The road through the gates" says in words: how open the gates stand, what that leaves over the way, and what all ways together leave.
import { gateSummary, type Road } from '../../../layout/laboratory/gateRoad.ts';
import { formatNumber } from '../../../theme/format.ts';
import { writtenPower } from '../powers.ts';

/** Two digits, or as many as it takes to tell a gate from 1. */
export function gateNumber(value: number): string {
  for (const digits of [2, 3, 4] as const) if (value === 1 || Number(value.toFixed(digits)) !== 1) return formatNumber(value, digits);
  return formatNumber(value, 'full');
}

const stepsOf = (count: number): string => `${count} ${count === 1 ? 'step' : 'steps'}`;

/** How open the gate stands, and what is left of the memory over p steps, along the road alone and through all ways. */
export function roadWords(road: Road, hiddenSize: number, p: number): string {
  const { gate, state, whole } = road;
  if (gate === '') return `It has no gate and so no road: every step back goes through W_hh and a slope. Of h, ${formatNumber(road.hidden[0] ?? NaN)} is left over ${stepsOf(p)}.`;
  const { mean, least, largest } = gateSummary(road.gates, hiddenSize, p);
  if (Number.isNaN(mean)) return `Some values of the gate ${gate} are not numbers: the network has overflowed.`;
  // One number, written once and the same: with as many digits as its power takes to come out.
  const { base, text } = writtenPower(mean, p);
  const head = `${gate} stands at ${base} on average (${gateNumber(least)} to ${gateNumber(largest)}), so over ${stepsOf(p)} ${text} of ${state} would be left along the road alone.`;
  const widest = `The unit with the widest road keeps ${formatNumber(road.road[0] ?? NaN)}`;
  return `${head} ${widest}; all ways together (the whole Jacobian ∂${state}/∂${state}) stretch by ${formatNumber(whole[0] ?? NaN)}.${verdict(road)}`;
}

/** Whether the road or what goes round it carries the gradient. */
function verdict({ road, whole }: Road): string {
  const [alone, all] = [road[0] ?? NaN, whole[0] ?? NaN];
  if (!(alone > 0) || !(all > 0)) return '';
  const ratio = all / alone;
  if (ratio < 2) return ratio < 0.5 ? ' What goes round through the gates works against the road.' : ' So most of it takes the road.';
  return ratio < 100 ? ' So the way round through the gates adds to the road.' : ' So most of it comes round through the gates, not along the road.';
}

/** The numbers at a state k. */
export function placeWords(road: Road, hiddenSize: number, p: number, k: number): string {
  if (k > p) return `k = ${k}: after the step of the loss no gradient flows.`;
  const all = `all ways ${formatNumber(road.whole[k] ?? NaN)}`;
  if (road.gate === '') return `k = ${k}: ${all}.`;
  const own = k === 0 || k > p ? '' : ` Gate ${road.gate} of step ${k} stands at ${gateNumber(meanAt(road.gates, hiddenSize, k))} on average.`;
  return `k = ${k}, ${stepsOf(p - k)} back: road ${formatNumber(road.road[k] ?? NaN)} (mean unit ${formatNumber(road.roadMean[k] ?? NaN)}), ${all}.${own}`;
}

function meanAt(gates: Float64Array, hiddenSize: number, t: number): number {
  const own = gates.subarray((t - 1) * hiddenSize, t * hiddenSize);
  return own.reduce((sum, value) => sum + value, 0) / own.length;
}
