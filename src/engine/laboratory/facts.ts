// What every answer says of its network: its size, how far its weights stretch, its loss, and what went wrong with its numbers.
import { cells } from '../cells/index.ts';
import type { Cell } from '../cells/cell.ts';
import { slopeBound } from '../gradient/flow.ts';
import { firstNonFiniteGradient } from '../gradient/overflow.ts';
import type { Network } from '../network.ts';
import { firstNonFinite } from '../run/pass.ts';
import { totalLossOf } from '../run/totalLoss.ts';
import type { Trace } from '../run/trace.ts';
import type { NetworkFacts, Overflow } from './questions.ts';
import { recurrentReach, type Reach } from './recurrent.ts';

/** A network that has read a sequence, forwards and backwards. */
interface Studied {
  readonly network: Network;
  readonly parameters: Float64Array;
  readonly trace: Trace;
  /** Where it is known already. */
  readonly reach?: Reach | undefined;
}

export function factsOf({ network, parameters, trace, reach = recurrentReach(network, parameters) }: Studied): NetworkFacts {
  const { model, program } = network;
  return {
    parameterCount: program.parameterCount,
    hiddenSize: model.hiddenSize,
    stretch: reach.stretch,
    radius: reach.radius,
    gamma: slopeBound(model.cell),
    loss: totalLossOf(trace),
    overflow: overflowOf(trace, parameters),
    deadUnits: deadUnits(trace),
  };
}

/** Symbols are those of a reference: `h`, `a_f`; `dh`, `dW_hh` on the way back. */
function overflowOf(trace: Trace, parameters: Float64Array): Overflow | null {
  const value = firstNonFinite(trace);
  if (value) return { where: 'forward', symbol: value.symbol, t: value.t };
  const gradient = firstNonFiniteGradient(trace, parameters);
  return gradient && { where: 'backward', ...gradient };
}

/** Units of the state that are 0 at every step t = 1 … T, of a cell with ReLU: no gradient goes through them. 0 for other cells. */
export function deadUnits({ network: { model, program }, values, stepCount }: Trace): number {
  const { activation }: Cell = cells[model.cell];
  if (activation !== 'ReLU') return 0;
  const state = program.states[0]!;
  const { size } = program.slots[state]!;
  let dead = 0;
  for (let i = 0; i < size; i++) {
    let t = 1;
    while (t <= stepCount && values[state]![t * size + i] === 0) t++;
    if (t > stepCount) dead++;
  }
  return dead;
}
