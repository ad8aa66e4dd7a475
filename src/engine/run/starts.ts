// The states that sequences begin with: those of every chain that is not handed one.
import type { Slot } from '../equation/program.ts';
import type { Model } from '../model.ts';
import type { Network } from '../network.ts';
import { topologyOf } from '../topology/index.ts';

/** In the order of the program: h, c; h.reverse, … The decoder has none of its own. */
export function startsOf(network: Network): readonly Slot[] {
  return network.program.slots.filter((slot) => isStart(network, slot));
}

/** Whether a slot is a state whose row 0 is given: its chain begins with one of its own. */
export const isStart = ({ model }: Network, { isState, chain }: Slot): boolean => isState && beginners(model).has(chain);

/** Positions of the chains that begin with a state of their own; the others go on from one that they are handed. */
function beginners(model: Model): ReadonlySet<number> {
  let found = known.get(model);
  if (!found) {
    // Which chain a first step goes on from is the same at every length.
    const steps = topologyOf(model).steps([1, 1]);
    found = new Set(steps.filter(({ chain, previousChain, previousRow }) => chain === previousChain && previousRow === 0).map(({ chain }) => chain));
    known.set(model, found);
  }
  return found;
}

const known = new WeakMap<Model, ReadonlySet<number>>();
