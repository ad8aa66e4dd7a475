// The straight road through the gates, ∏ f_t along the cell state or ∏ z_t along the GRU's state, beside the whole Jacobian of all ways.
// Hochreiter and Schmidhuber (1997), the constant error carousel; Gers, Schmidhuber and Cummins (2000), the forget gate on it.
import { Jacobians } from '../gradient/jacobians.ts';
import { norm } from '../math/linear.ts';
import type { Trace } from '../run/trace.ts';
import { hiddenPart, productNorms } from './along.ts';
import { factsOf } from './facts.ts';
import { preparing } from './prepare.ts';
import type { Answering, Questions } from './questions.ts';
import { keepingGate } from './recurrent.ts';

export const road: Answering<'road'> = function* ({ setup }) {
  const prepared = yield* preparing(setup);
  const facts = factsOf(prepared);
  return { facts, ...(yield* roadOf(prepared.trace, prepared.parameters, setup.sequence.lossAt)) };
};

/**
 * Of any trace of one sequence with its backward pass behind it; p is the step of the loss. Of a cell without such a gate `state`, `gate`, the
 * gates and the road are empty, and `whole` and `gradient` are those of h.
 */
export function* roadOf(trace: Trace, parameters: Float64Array, p: number): Generator<void, Omit<Questions['road']['answer'], 'facts'>> {
  const { program } = trace.network;
  const jacobians = new Jacobians(trace, parameters);
  const keeping = keepingGate(trace.network);
  const state = keeping?.stateSlot ?? program.states[0]!;
  const parts = jacobians.partsOf(0);
  const part = parts[program.states.indexOf(state)]!;
  const hidden = yield* productNorms(jacobians, hiddenPart(jacobians), p);
  const whole = part === parts[0] ? hidden.slice() : yield* productNorms(jacobians, part, p);
  const { size } = part;
  const gates = keeping ? trace.values[keeping.gateSlot]!.slice(size, (trace.stepCount + 1) * size) : new Float64Array(0);
  return {
    state: keeping?.state ?? '',
    gate: keeping?.gate ?? '',
    gates,
    ...roadsOf(gates, size, p),
    whole,
    hidden,
    gradient: Float64Array.from({ length: trace.stepCount + 1 }, (_, k) => norm(trace.gradients[state]!, k * size, (k + 1) * size)),
  };
}

/** Largest and mean of ∏_{t=k+1}^p gate_t over the units, by k = 0 … T; NaN after p. Empty without gates. */
function roadsOf(gates: Float64Array, size: number, p: number): { road: Float64Array; roadMean: Float64Array } {
  const length = gates.length === 0 ? 0 : gates.length / size + 1;
  const most = new Float64Array(length).fill(NaN);
  const mean = new Float64Array(length).fill(NaN);
  const along = new Float64Array(size).fill(1);
  for (let k = Math.min(p, length - 1); k >= 0; k--) {
    most[k] = along.reduce((a, b) => Math.max(a, b), 0);
    mean[k] = along.reduce((a, b) => a + b, 0) / size;
    if (k > 0) for (let i = 0; i < size; i++) along[i]! *= gates[(k - 1) * size + i]!;
  }
  return { road: most, roadMean: mean };
}
