// How the gradient flows back through time: ‖∂L/∂h_t‖ at every step, and how fast it can grow or has to shrink on the way.
// Bengio, Simard, Frasconi (1994); Pascanu, Mikolov, Bengio (2013), "On the difficulty of training recurrent neural
// networks": ‖∂L/∂h_k‖ ≤ (σ_max γ)^(T−k) ‖∂L/∂h_T‖, with σ_max of W_hh and γ the steepest slope of the activation.
import { cells } from '../cells/index.ts';
import { norm } from '../math/linear.ts';
import { spectralNorm } from '../math/singular.ts';
import type { CellId } from '../model.ts';
import type { Network } from '../network.ts';
import { lossAlone } from './paths.ts';
import { sequenceAt } from '../run/rows.ts';
import type { Trace } from '../run/trace.ts';

/**
 * ‖∂L/∂h_t‖ for t = 0 … T, of the first chain's state in sequence b: T+1 numbers, right also where their squares would underflow
 * or overflow. The trace has to have its backward pass behind it. With a loss at many steps it is the gradient of all of
 * them together; over a batch L is the whole batch's. Throws an `Error` in words where there is no such sequence.
 */
export function gradientNorms(trace: Trace, b = 0): Float64Array {
  const { program } = trace.network;
  const state = program.states[0]!;
  const { size, axis } = program.slots[state]!;
  const gradients = trace.gradients[state]!;
  const B = trace.sequences.length;
  return Float64Array.from({ length: sequenceAt(trace, b).lengths[axis] + 1 }, (_, t) => norm(gradients, (t * B + b) * size, (t * B + b + 1) * size));
}

/** Whether more than one step has a loss: then a state gets gradient from its own output too, not from the future alone. */
export function hasManyLosses(trace: Trace): boolean {
  return trace.steps.filter((step) => step.readout).length > 1;
}

/**
 * ‖∂L_T/∂h_t‖ for t = 0 … T, of the loss at the last row of sequence b alone: T+1 numbers. What is left of it at t has come all
 * the way through the recurrence. The trace has to have its forward pass behind it; it is not changed.
 */
export function lastLossNorms(trace: Trace, parameters: Float64Array, b = 0): Float64Array {
  return gradientNorms(lossAlone(trace, parameters, sequenceAt(trace, b).readoutRows.at(-1) ?? 0, b), b);
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
