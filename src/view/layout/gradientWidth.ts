// How thick the arrow of a gradient is: by the logarithm of its length, so that a vanishing one still shows how far it is.
import { clamp } from './rect.ts';

const hairline = 0.75;
const thickest = 7;
/** So many powers of ten lie between the two. */
const decades = 6;

/** Width of an arrow for a gradient of that norm, where `largest` is drawn thickest. Never 0: what is there is drawn. */
export function gradientWidth(norm: number, largest: number): number {
  if (!Number.isFinite(norm)) return Number.isNaN(norm) ? hairline : thickest;
  if (!(norm > 0) || !(largest > 0)) return hairline;
  return hairline + (thickest - hairline) * clamp(1 + Math.log10(norm / largest) / decades, 0, 1);
}
