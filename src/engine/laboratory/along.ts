// Largest singular values of products of Jacobians along a way, with a pause after each product.
import type { Jacobians, StatePart } from '../gradient/jacobians.ts';

/**
 * ‖∂s_p/∂s_k‖₂ by k = 0 … T for one part s of the state, the other parts held fixed at k: 1 at p, NaN after it. ∞ or NaN where the product has
 * overflowed.
 */
export function* productNorms(jacobians: Jacobians, part: StatePart, p: number): Generator<void, Float64Array> {
  const norms = new Float64Array(jacobians.steps.length + 1).fill(NaN);
  for (const { k, matrix } of jacobians.products(p, 0, part)) {
    norms[k] = jacobians.stretch(matrix, part);
    yield;
  }
  return norms;
}

/** The part of the state that is read out: h. */
export const hiddenPart = (jacobians: Jacobians): StatePart => jacobians.partsOf(0)[0]!;
