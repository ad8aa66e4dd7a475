// One weight on its way with one optimiser: what it was given and what became of it, update by update. Optimisers move each weight by itself, so
// one of a single weight goes the same way to the last bit.
import { optimisers } from '../../learn/optimisers.ts';
import type { HyperparameterId } from '../../learn/optimisers/hyperparameters.ts';
import type { RaceEntry, RaceResult } from './job.ts';

export interface WeightStory extends RaceEntry {
  readonly hyperparameters: Readonly<Partial<Record<HyperparameterId, number>>>;
  /** [done + 1], the start at 0. */
  readonly values: Float64Array;
  /** [done + 1]: ∂L/∂θ that the update went by, clipped; NaN at 0. */
  readonly gradients: Float64Array;
  /** By state of the optimiser, [done + 1]: what it remembers after the update. */
  readonly states: readonly { readonly symbol: string; readonly values: Float64Array }[];
  /** [done + 1]: what the update's direction was multiplied with, by `effectiveRate`; NaN at 0 and as long as every gradient was exactly 0. */
  readonly rates: Float64Array;
}

/** Null where the race has not kept the gradients of that weight. */
export function weightStory({ start, lanes, watched }: RaceResult, lane: number, weight: number): WeightStory | null {
  const entry = lanes[lane];
  if (!entry || !(weight < start.length) || (watched !== null && watched !== weight)) return null;
  const { optimiser: id, learningRate, done } = entry;
  const stride = watched === null ? start.length : 1;
  const from = watched === null ? weight : 0;
  const optimiser = optimisers[id].make({ learningRate }, 1);
  const parameter = start.slice(weight, weight + 1);
  const given = new Float64Array(1);
  const values = new Float64Array(done + 1);
  const gradients = new Float64Array(done + 1).fill(NaN);
  const rates = new Float64Array(done + 1).fill(NaN);
  const states = optimiser.state.map(({ symbol, values: now }) => ({ symbol, values: new Float64Array(done + 1), now }));
  values[0] = parameter[0]!;
  let hasMoved = false;
  for (let update = 1; update <= done; update++) {
    given[0] = gradients[update] = entry.gradients[(update - 1) * stride + from]!;
    hasMoved ||= given[0] !== 0;
    optimiser.step(parameter, given);
    values[update] = parameter[0]!;
    for (const state of states) state.values[update] = state.now[0]!;
    if (hasMoved) rates[update] = optimiser.effectiveRate(0);
  }
  return { optimiser: id, learningRate, hyperparameters: optimiser.hyperparameters, values, gradients, rates, states: states.map(({ symbol, values: all }) => ({ symbol, values: all })) };
}
