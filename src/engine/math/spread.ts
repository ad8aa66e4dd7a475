// Mean and covariance of many vectors: how they spread, and along which units together.

export interface Spread {
  /** Vectors that were counted. */
  readonly count: number;
  /** [U] */
  readonly means: Float64Array;
  /** [U, U], symmetric: Σ (a − mean)(b − mean) / (count − 1); zeros where there are fewer than two. */
  readonly covariance: Float64Array;
}

/** Vectors between two pauses. */
const stretch = 8;

/** Of all vectors in several arrays, [vector · U + unit] each. What is not a finite number makes the result not finite. */
export function* spreadOf(arrays: readonly Float64Array[], U: number): Generator<null, Spread> {
  const means = new Float64Array(U);
  const covariance = new Float64Array(U * U);
  const count = arrays.reduce((sum, array) => sum + array.length / U, 0);
  for (const array of arrays) for (let i = 0; i < array.length; i++) means[i % U]! += array[i]! / count;
  const off = new Float64Array(U);
  let done = 0;
  for (const array of arrays) {
    for (let k = 0; k < array.length; k += U) {
      for (let i = 0; i < U; i++) off[i] = array[k + i]! - means[i]!;
      for (let i = 0; i < U; i++) for (let j = 0; j <= i; j++) covariance[i * U + j]! += off[i]! * off[j]!;
      done += 1;
      if (done % stretch === 0) yield null;
    }
  }
  for (let i = 0; i < U; i++) {
    for (let j = 0; j <= i; j++) {
      const value = count > 1 ? covariance[i * U + j]! / (count - 1) : 0;
      covariance[i * U + j] = value;
      covariance[j * U + i] = value;
    }
  }
  return { count, means, covariance };
}
