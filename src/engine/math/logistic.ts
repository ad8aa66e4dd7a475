// The logistic function and its integral, without overflow on either side.

/** 1 / (1 + e^−z), exact to rounding on both sides: e^z is never taken of a large number. */
export function logistic(z: number): number {
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const e = Math.exp(z);
  return e / (1 + e);
}

/** ln(1 + e^z), which stays a number where e^z does not. */
export const softplus = (z: number): number => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
