// All eigenvalues and eigenvectors of a symmetric matrix [n, n], by Jacobi's rotations in cyclic order.
// Sources: C. Jacobi (1846); J. Demmel and K. Veselić, "Jacobi's method is more accurate than QR" (1992); G. Golub and C. Van Loan, §8.5.
import type { Vector } from './array.ts';
import { magnitude, requireShape } from './linear.ts';

/** Ordinary matrices need 5 to 10 sweeps over all pairs; the limit is there so that no input can loop for ever. */
const mostSweeps = 60;

interface Eigenvectors {
  /** [n], the largest first. */
  readonly values: Vector;
  /** [n, n]: row k is the eigenvector of value k, of length 1. */
  readonly vectors: Vector;
}

/**
 * Of `a` [n, n], of which the upper triangle alone is read; it is not changed. Exact to about 1e-15 of the largest value. Throws in words where a
 * length does not fit or an entry is not finite.
 */
export function symmetricEigenvectors(a: Vector, n: number): Eigenvectors {
  requireShape('The matrix', a, n, n);
  const size = magnitude(a);
  if (!Number.isFinite(size)) throw new Error(`The entries of a symmetric matrix have to be numbers, but one of them is ${size}.`);
  const m = new Float64Array(n * n);
  for (let i = 0; i < n; i++) for (let j = i; j < n; j++) m[i * n + j] = m[j * n + i] = a[i * n + j]!;
  const v = new Float64Array(n * n);
  for (let i = 0; i < n; i++) v[i * n + i] = 1;
  for (let sweep = 0, turned = true; turned && sweep < mostSweeps; sweep++) {
    turned = false;
    for (let p = 0; p < n - 1; p++) {
      for (let q = p + 1; q < n; q++) {
        if (Math.abs(m[p * n + q]!) <= Number.EPSILON * 0.01 * size) continue;
        turned = true;
        turn(m, v, n, p, q);
      }
    }
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => m[j * n + j]! - m[i * n + i]!);
  const vectors = new Float64Array(n * n);
  order.forEach((from, k) => vectors.set(v.subarray(from * n, (from + 1) * n), k * n));
  return { values: Float64Array.from(order, (i) => m[i * n + i]!), vectors };
}

/** Turns the plane of p and q so that m[p, q] becomes 0; the rows of `v` turn with it. */
function turn(m: Vector, v: Vector, n: number, p: number, q: number): void {
  const slope = (m[q * n + q]! - m[p * n + p]!) / (2 * m[p * n + q]!);
  const tan = (slope < 0 ? -1 : 1) / (Math.abs(slope) + Math.hypot(slope, 1));
  const cos = 1 / Math.hypot(tan, 1);
  const sin = tan * cos;
  for (let k = 0; k < n; k++) {
    const [x, y] = [m[k * n + p]!, m[k * n + q]!];
    m[k * n + p] = cos * x - sin * y;
    m[k * n + q] = sin * x + cos * y;
  }
  for (let k = 0; k < n; k++) {
    const [x, y] = [m[p * n + k]!, m[q * n + k]!];
    m[p * n + k] = cos * x - sin * y;
    m[q * n + k] = sin * x + cos * y;
    const [a, b] = [v[p * n + k]!, v[q * n + k]!];
    v[p * n + k] = cos * a - sin * b;
    v[q * n + k] = sin * a + cos * b;
  }
}
