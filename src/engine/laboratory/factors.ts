// Why the gradient shrinks: each step's factor with its parts φ′(a_t) and W_hh, beside the product of Jacobians that they make.
import { gradientNorms } from '../gradient/flow.ts';
import { Jacobians } from '../gradient/jacobians.ts';
import { activationSlopes } from '../gradient/slopes.ts';
import { singularValues } from '../math/singular.ts';
import type { Network } from '../network.ts';
import type { Trace } from '../run/trace.ts';
import { hiddenPart, productNorms } from './along.ts';
import { factsOf } from './facts.ts';
import { factorParts } from './parts.ts';
import { preparing } from './prepare.ts';
import type { Answering, Questions } from './questions.ts';

export const factors: Answering<'factors'> = function* ({ setup }) {
  const prepared = yield* preparing(setup);
  const facts = factsOf(prepared);
  return { facts, ...(yield* factorsOf(prepared.trace, prepared.parameters, setup.sequence.lossAt)) };
};

/** Of any trace of one sequence that has the backward pass of the loss at step p alone behind it. */
export function* factorsOf(trace: Trace, parameters: Float64Array, p: number): Generator<void, Omit<Questions['factors']['answer'], 'facts'>> {
  const jacobians = new Jacobians(trace, parameters);
  const part = hiddenPart(jacobians);
  const gradient = gradientNorms(trace);
  const local = new Float64Array(gradient.length).fill(NaN);
  for (let t = 1; t < local.length; t++) {
    local[t] = jacobians.stretch(jacobians.local(t - 1, part), part);
    yield;
  }
  const activation = activationSlopes(trace);
  const weights = recurrentWeights(trace.network, parameters);
  return {
    preactivations: activation?.preactivations ?? new Float64Array(0),
    slopes: activation?.slopes ?? new Float64Array(0),
    singularValues: weights ? singularValues(weights, part.size, part.size) : new Float64Array(0),
    local,
    factor: gradient.map((_, t) => (t >= 1 && t <= p ? gradient[t - 1]! / gradient[t]! : NaN)),
    ...factorParts(trace, p),
    product: yield* productNorms(jacobians, part, p),
    gradient,
  };
}

/** W_hh [H,H] of a cell that has just one recurrent matrix; null for cells with gates. */
export function recurrentWeights({ program }: Network, parameters: Float64Array): Float64Array | null {
  const [only, another] = program.parameters.filter(({ role }) => role === 'recurrent');
  return only && !another ? parameters.slice(only.offset, only.offset + only.rows * only.columns) : null;
}
