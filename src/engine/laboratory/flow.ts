// The gradient over time: ‖∂L/∂h_k‖, ‖∂h_p/∂h_k‖₂, ‖∂L/∂x_k‖ or each step's share in ∂L/∂W_hh, by k = 0 … T.
import { gradientNorms } from '../gradient/flow.ts';
import { Jacobians } from '../gradient/jacobians.ts';
import { recurrentTermNorms } from '../gradient/termNorms.ts';
import { magnitude, norm } from '../math/linear.ts';
import type { Trace } from '../run/trace.ts';
import { hiddenPart, productNorms } from './along.ts';
import { factsOf } from './facts.ts';
import { preparing } from './prepare.ts';
import type { Answering, Quantity } from './questions.ts';

export const flow: Answering<'flow'> = function* ({ setup, quantity }) {
  const prepared = yield* preparing(setup);
  const norms = yield* quantities[quantity](prepared.trace, prepared.parameters, setup.sequence.lossAt);
  return { facts: factsOf(prepared), norms };
};

/** Each for any trace of one sequence with its backward pass behind it; p is the step of the loss. */
export const quantities: Readonly<Record<Quantity, (trace: Trace, parameters: Float64Array, p: number) => Generator<void, Float64Array>>> = {
  *state(trace) {
    yield;
    return gradientNorms(trace);
  },
  *jacobian(trace, parameters, p) {
    const jacobians = new Jacobians(trace, parameters);
    const norms = yield* productNorms(jacobians, hiddenPart(jacobians), p);
    return norms.fill(0, p + 1); // a state after p does not move h_p
  },
  *input(trace) {
    yield;
    return inputNorms(trace);
  },
  *share(trace) {
    yield;
    return sharesOf(recurrentTermNorms(trace));
  },
};

/** ‖∂L/∂x_k‖ of dense inputs, by k = 1 … T; NaN at 0. */
function inputNorms({ network: { program }, gradients, stepCount }: Trace): Float64Array {
  const input = program.chains[0]!.input;
  const { size } = program.slots[input]!;
  return Float64Array.from({ length: stepCount + 1 }, (_, k) => (k === 0 ? NaN : norm(gradients[input]!, k * size, (k + 1) * size)));
}

/** Each of their sum, also where that would overflow; all 0 where nothing is added anywhere. Index 0 stays as it is. */
function sharesOf(norms: Float64Array): Float64Array {
  const largest = magnitude(norms, 1);
  if (largest === 0) return norms;
  const whole = norms.subarray(1).reduce((sum, each) => sum + each / largest, 0);
  return norms.map((each) => each / largest / whole);
}
