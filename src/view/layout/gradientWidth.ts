// How thick the arrow of a gradient is: by the logarithm of its length, so that a vanishing one still shows how far it is.

const hairline = 0.75;
const thickest = 7;
/** From the thickest arrow down to a hairline the gradient shrinks to this part of the largest. */
const thinnestPart = 1e-6;

/** Without d3-scale, which would be 10 kB more before the first screen. */
function widthOf(part: number): number {
  const place = 1 - Math.log10(part) / Math.log10(thinnestPart);
  return hairline + (thickest - hairline) * Math.min(1, Math.max(0, place));
}

/** Width of an arrow for a gradient of that norm, where `largest` is drawn thickest. Never 0: what is there is drawn. */
export function gradientWidth(norm: number, largest: number): number {
  if (!Number.isFinite(norm)) return Number.isNaN(norm) ? hairline : thickest;
  if (!(norm > 0) || !(largest > 0)) return hairline;
  return widthOf(norm / largest);
}
