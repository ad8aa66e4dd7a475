// Small linear algebra on row-major float64 matrices: norms that neither underflow nor overflow, products, an
// orthonormal basis. Vectors [n], matrices [rows, cols]. Norms after LAPACK's dnrm2 (J. Blue, 1978).
import type { Vector } from './array.ts';

/** Below this, squares may have lost digits to underflow; above its inverse, to overflow. */
const SAFE = 1e-280;

/**
 * ‖v‖₂ = √(Σ vᵢ²) of the entries from `start` up to, not including, `end`. Right for entries of any size, 1e-320 or
 * 1e300: where the squares would vanish or overflow they are taken of v divided by its largest magnitude.
 * NaN if an entry is NaN, otherwise ∞ if one is infinite; 0 of no entries.
 */
export function norm(v: Vector, start = 0, end: number = v.length): number {
  let sum = 0;
  for (let i = start; i < end; i++) {
    const x = v[i]!;
    sum += x * x;
  }
  if (sum > SAFE && sum < 1 / SAFE) return Math.sqrt(sum);

  const largest = magnitude(v, start, end);
  if (largest === 0 || !Number.isFinite(largest)) return largest;
  sum = 0;
  for (let i = start; i < end; i++) {
    const x = v[i]! / largest;
    sum += x * x;
  }
  return largest * Math.sqrt(sum);
}

/** ‖M‖_F, the root of the sum of all squared entries of a matrix; the same arithmetic as `norm`. */
export function frobenius(m: Vector): number {
  return norm(m);
}

/** max |vᵢ| of the entries from `start` up to, not including, `end`. NaN if one is NaN; 0 of no entries. */
export function magnitude(v: Vector, start = 0, end: number = v.length): number {
  let largest = 0;
  for (let i = start; i < end; i++) largest = Math.max(largest, Math.abs(v[i]!)); // Math.max hands NaN on
  return largest;
}

/** ‖a − b‖₂ of two vectors [n]. Throws if their lengths differ. */
export function distance(a: Vector, b: Vector): number {
  if (a.length !== b.length) {
    throw new Error(
      `The distance needs two vectors of the same length, but one has ${a.length} numbers and the other ${b.length}.`,
    );
  }
  return norm(a.map((x, i) => x - b[i]!));
}

/**
 * out = a · b for a [rows, inner] and b [inner, cols]; returns `out` [rows, cols], a new matrix unless one is given.
 * Throws if a length does not fit its shape, or if `out` is also a factor.
 */
export function matmul(
  a: Vector,
  b: Vector,
  rows: number,
  inner: number,
  cols: number,
  out: Vector = new Float64Array(rows * cols),
): Vector {
  requireShape('The left matrix', a, rows, inner);
  requireShape('The right matrix', b, inner, cols);
  requireShape('The product', out, rows, cols);
  if (out === a || out === b) throw new Error('The product needs memory of its own: it cannot replace one of its factors.');
  out.fill(0);
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < inner; k++) {
      const factor = a[i * inner + k]!;
      for (let j = 0; j < cols; j++) out[i * cols + j]! += factor * b[k * cols + j]!;
    }
  }
  return out;
}

/** mᵀ [cols, rows], a new matrix, for m [rows, cols]. Throws if the length does not fit the shape. */
export function transpose(m: Vector, rows: number, cols: number): Vector {
  requireShape('The matrix', m, rows, cols);
  const out = new Float64Array(m.length);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++) out[j * rows + i] = m[i * cols + j]!;
  }
  return out;
}

/** I [n, n], a new matrix. */
export function identity(n: number): Vector {
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++) out[i * n + i] = 1;
  return out;
}

/**
 * Makes the rows of m [rows, cols] perpendicular and of length 1, in place, by Gram–Schmidt: row i keeps its part that
 * is perpendicular to the rows above it. Done twice over each row, which is enough for full accuracy (L. Giraud et al.,
 * 2005). The same as Q of mᵀ = QR with a positive diagonal of R. Throws if the rows are not independent.
 */
export function orthonormaliseRows(m: Vector, rows: number, cols: number): void {
  requireShape('The matrix', m, rows, cols);
  for (let i = 0; i < rows; i++) {
    const row = m.subarray(i * cols, (i + 1) * cols);
    divide(row, norm(row));
    for (let pass = 0; pass < 2; pass++) {
      for (let k = 0; k < i; k++) {
        const other = m.subarray(k * cols, (k + 1) * cols);
        const shadow = dot(row, other);
        for (let j = 0; j < cols; j++) row[j]! -= shadow * other[j]!;
      }
      const left = norm(row);
      if (!(left > 1e-14 * cols)) {
        throw new Error(`Row ${i + 1} depends on the rows above it, so it has no direction of its own.`);
      }
      divide(row, left);
    }
  }
}

/** Throws, in a student's words, unless the matrix m has rows × cols entries. `what` begins the sentence. */
export function requireShape(what: string, m: Vector, rows: number, cols: number): void {
  if (m.length !== rows * cols) {
    throw new Error(
      `${what} should have ${rows} rows and ${cols} columns, so ${rows * cols} numbers, but it has ${m.length}.`,
    );
  }
}

function dot(a: Vector, b: Vector): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function divide(v: Vector, by: number): void {
  for (let i = 0; i < v.length; i++) v[i]! /= by;
}
