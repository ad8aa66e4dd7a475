// How much each step's use of the recurrent weights adds to their gradient: ‖term_k‖_F of ∂L/∂W_hh = Σ_k term_k, without making the terms. A
// term is g vᵀ, with g = ∂L/∂(W v) and v what is multiplied, so that ‖g vᵀ‖_F = ‖g‖ ‖v‖.
import { norm } from '../math/linear.ts';
import type { Trace } from '../run/trace.ts';

/**
 * ‖term_k‖_F for k = 1 … T of sequence 0, over all recurrent matrices of the first chain together, as they are stacked in one W_hh: T+1
 * numbers, NaN at 0. The trace has to have its backward pass behind it.
 */
export function recurrentTermNorms(trace: Trace): Float64Array {
  const { slots, instructions, parameters } = trace.network.program;
  const B = trace.sequences.length;
  const uses = instructions.flatMap(({ operation, out, args: [matrix, vector], chain }) => {
    const isUse = operation === 'multiply' && chain === 0 && matrix?.kind === 'parameter' && parameters[matrix.index]?.role === 'recurrent';
    return isUse && vector?.kind === 'slot' ? [{ out, vector }] : [];
  });
  const steps = trace.steps.filter(({ chain }) => chain === 0);
  const norms = new Float64Array(steps.length + 1).fill(NaN);
  const lengthOf = (numbers: readonly Float64Array[], slot: number, row: number): number => {
    const { size } = slots[slot]!;
    return norm(numbers[slot]!, row * B * size, (row * B + 1) * size);
  };
  const each = new Float64Array(uses.length);
  for (const { row, previousRow } of steps) {
    uses.forEach(({ out, vector }, i) => {
      each[i] = lengthOf(trace.gradients, out, row) * lengthOf(trace.values, vector.index, vector.time === 'previous' ? previousRow : row);
    });
    norms[row] = norm(each);
  }
  return norms;
}
