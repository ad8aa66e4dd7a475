// How the gradient flows back through time: ‖∂L/∂h_t‖ at every step, and how fast it can grow or has to shrink on the way.
// Bengio, Simard, Frasconi (1994); Pascanu, Mikolov, Bengio (2013), "On the difficulty of training recurrent neural
// networks": ‖∂L/∂h_k‖ ≤ (σ_max γ)^(T−k) ‖∂L/∂h_T‖, with σ_max of W_hh and γ the steepest slope of the activation.
import { cells } from '../cells/index.ts';
import { norm } from '../math/linear.ts';
import { spectralNorm } from '../math/singular.ts';
import type { CellId } from '../model.ts';
import type { Network } from '../network.ts';
import { Pass } from '../run/pass.ts';
import type { Trace } from '../run/trace.ts';

/**
 * ‖∂L/∂h_t‖ for t = 0 … T: T+1 numbers, right also where their squares would underflow or overflow. The trace has to have
 * its backward pass behind it. With a loss at many steps it is the gradient of all of them together.
 */
export function gradientNorms(trace: Trace): Float64Array {
  const state = trace.network.program.states[0]!;
  const { size } = trace.network.program.slots[state]!;
  const gradients = trace.gradients[state]!;
  return Float64Array.from({ length: trace.stepCount + 1 }, (_, t) => norm(gradients, t * size, (t + 1) * size));
}

/** Whether more than one step has a loss: then a state gets gradient from its own output too, not from the future alone. */
export function hasManyLosses(trace: Trace): boolean {
  return trace.steps.filter((step) => step.readout).length > 1;
}

/**
 * ‖∂L_T/∂h_t‖ for t = 0 … T, of the last step's loss alone: T+1 numbers. What is left of it at t has come all the way
 * through the recurrence. The trace has to have its forward pass behind it; it is not changed.
 */
export function lastLossNorms(trace: Trace, parameters: Float64Array): Float64Array {
  const last = trace.steps.length - 1;
  const alone: Trace = {
    ...trace,
    sequences: trace.sequences.map((sequence) => ({
      ...sequence,
      lossWeight: 1,
      readoutRows: sequence.readoutRows.slice(-1),
      steps: sequence.steps.map((step, k) => (k === last ? step : { ...step, readout: null })),
    })),
    gradients: trace.gradients.map((each) => new Float64Array(each.length)),
    parameterGradients: new Float64Array(trace.parameterGradients.length),
  };
  new Pass(alone, parameters).backward();
  return gradientNorms(alone);
}

/** σ_max of W_hh: the most that it can stretch a vector, forwards or backwards. */
export function largestSingularValue(network: Network, parameters: Float64Array): number {
  const recurrent = network.program.parameters.find((each) => each.role === 'recurrent');
  if (!recurrent) throw new Error('This network has no recurrent weights, so they have no largest singular value.');
  const { offset, rows, columns } = recurrent;
  return spectralNorm(parameters.subarray(offset, offset + rows * columns), rows, columns);
}

/** γ, the steepest slope that the cell's activation has anywhere: tanh′(0) = 1, σ′(0) = ¼, ReLU′ = 1. */
export function slopeBound(cell: CellId): number {
  return cells[cell].steepestSlope;
}
