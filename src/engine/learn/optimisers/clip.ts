// Clipping: gradients [n] made smaller in place before an update. R. Pascanu, T. Mikolov and Y. Bengio, On the difficulty
// of training recurrent neural networks, 2013, algorithm 1; both as torch.nn.utils defines them.
import type { Vector } from '../../math/array.ts';
import { norm } from '../../math/linear.ts';
import { demand } from './settings.ts';

export interface Clipping {
  /** Largest global norm of the gradient. */
  readonly norm?: number | undefined;
  /** Largest size of each entry. */
  readonly value?: number | undefined;
}

const limits = { allows: (x: number): boolean => x >= 0, range: 'at least 0' };

/**
 * Shortens all gradients together so that their global norm is at most `limit`, never lengthens them:
 * g ← g · min(1, limit / (‖g‖ + 1e-6)), PyTorch's clip_grad_norm_. `length` is ‖g‖. The direction stays.
 *
 * Nothing that is not finite is hidden: with a norm of ∞ the factor is 0, so finite gradients become 0 and infinite ones
 * NaN (∞ · 0); with a norm of NaN all become NaN. A `limit` of ∞ leaves all as they are, unless the norm is ∞ or NaN.
 *
 * @throws Error if the limit is negative or NaN.
 */
export function clipByNorm(gradients: Vector, length: number, limit: number): void {
  demand('The limit of the norm', limit, limits);
  const factor = normFactor(length, limit);
  for (let i = 0; i < gradients.length; i++) gradients[i]! *= factor;
}

/** What clipping by norm multiplies a gradient of that length by: min(1, limit / (‖g‖ + 1e-6)). NaN is handed on. */
export const normFactor = (length: number, limit: number): number => Math.min(1, limit / (length + tiny));

/** Added to a length, so that nothing is divided by 0. */
export const tiny = 1e-6;

/** Makes all gradients smaller in place, by value first and then by norm. */
export function clip(gradients: Float64Array, { norm: limit, value }: Clipping): void {
  if (value !== undefined) clipByValue(gradients, value);
  if (limit !== undefined) clipByNorm(gradients, norm(gradients), limit);
}

/**
 * Brings each gradient by itself between −limit and +limit: PyTorch's clip_grad_value_. The direction may turn, as long
 * components are cut and short ones are not.
 *
 * NaN stays NaN. ∞ becomes the limit, by the definition, so a gradient that overflowed can no longer be told from a
 * large one: look at the norm before clipping.
 *
 * @throws Error if the limit is negative or NaN.
 */
export function clipByValue(gradients: Vector, limit: number): void {
  demand('The limit of each gradient', limit, limits);
  for (let i = 0; i < gradients.length; i++) gradients[i] = Math.max(-limit, Math.min(limit, gradients[i]!));
}
