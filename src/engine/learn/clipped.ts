// The gradient that an update goes by where it is clipped: each entry of it, and its length before and after.
import { norm } from '../math/linear.ts';
import { clipByNorm, clipByValue, normFactor, type Clipping } from './optimisers/clip.ts';

export interface ClippedGradient {
  readonly clipping: Clipping;
  /** ‖∂L/∂θ‖ over all parameters, as the way back left it. */
  readonly before: number;
  /** The same after entries were cut by value, and before all of it was made shorter. */
  readonly cut: number;
  /** The same in the end. */
  readonly after: number;
  /** What all entries were multiplied by; 1 where the gradient was not too long. */
  readonly factor: number;
  /** [n], in the layout of the gradient. */
  readonly values: Float64Array;
}

/** A copy of the gradient, clipped as `clip` does it. */
export function clippedGradient(gradient: Float64Array, clipping: Clipping): ClippedGradient {
  const values = gradient.slice();
  if (clipping.value !== undefined) clipByValue(values, clipping.value);
  const cut = norm(values);
  if (clipping.norm !== undefined) clipByNorm(values, cut, clipping.norm);
  return {
    clipping,
    values,
    before: norm(gradient),
    cut,
    after: norm(values),
    factor: clipping.norm === undefined ? 1 : normFactor(cut, clipping.norm),
  };
}
