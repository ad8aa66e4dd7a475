// Singular values of a matrix M [rows, cols]: σ₁ ≥ σ₂ ≥ … ≥ 0, as many as its shorter side, by one-sided Jacobi
// rotations. Source: M. Hestenes (1958); J. Demmel and K. Veselić, "Jacobi's method is more accurate than QR" (1992).
import type { Vector } from './array.ts';
import { magnitude, norm, requireShape, transpose } from './linear.ts';
import { largestEigenvalue } from './symmetric.ts';

/** Ordinary matrices need 5 to 10 sweeps over all pairs; the limit is there so that no input can loop for ever. */
const MOST_SWEEPS = 60;

/**
 * All singular values of m [rows, cols], the largest first: a new Vector of length min(rows, cols). m is not changed.
 *
 * Exact to about 1e-14 of the largest at any scale: entries may all be near 1e-300, or 1e300. Where it is only the rows
 * that differ in size (or the columns, if there are fewer), small values are as exact as large ones. If an entry is NaN all
 * values are NaN; if one is infinite the largest is ∞ and the others, which cannot be known, NaN.
 *
 * @throws Error if m does not have rows × cols entries.
 */
export function singularValues(m: Vector, rows: number, cols: number): Vector {
  requireShape('The matrix', m, rows, cols);
  const count = Math.min(rows, cols);
  const values = new Float64Array(count);
  const largest = magnitude(m);
  if (!Number.isFinite(largest)) {
    values.fill(NaN);
    if (largest === Infinity) values[0] = Infinity;
    return values;
  }
  if (largest === 0) return values;

  // A power of two, so that scaling rounds nothing.
  const scale = 2 ** Math.floor(Math.log2(largest));
  // `count` vectors, each contiguous: the rows, or, when they are fewer, the columns.
  const work = rows <= cols ? m.slice() : transpose(m, rows, cols);
  for (let i = 0; i < work.length; i++) work[i]! /= scale;

  makePerpendicular(work, count, Math.max(rows, cols), values);
  for (let i = 0; i < count; i++) values[i]! *= scale;
  return values.sort().reverse();
}

/** Memory of the norm that is computed: along a way there are hundreds in a row, and as many arrays would keep the garbage collector at work. */
let room = new Float64Array(0);

/**
 * ‖M‖₂ of m [rows, cols], its largest singular value: the most that M can stretch a vector. 0 if it has no entries, NaN or ∞ if one of them is.
 * √λ_max of MMᵀ, which is as exact as all of them by `singularValues`, about 1e-15, and found in a tenth of the time; of the smaller ones
 * the squares would lose half the digits.
 */
export function spectralNorm(m: Vector, rows: number, cols: number): number {
  requireShape('The matrix', m, rows, cols);
  const largest = magnitude(m);
  if (largest === 0 || !Number.isFinite(largest)) return largest;
  const scale = 2 ** Math.floor(Math.log2(largest));
  const count = Math.min(rows, cols);
  const size = Math.max(rows, cols);
  if (room.length < count * (size + count)) room = new Float64Array(count * (size + count));
  const work = room.subarray(0, count * size);
  work.set(rows <= cols ? m : transpose(m, rows, cols));
  for (let i = 0; i < work.length; i++) work[i]! /= scale;
  const gram = room.subarray(count * size, count * (size + count));
  for (let p = 0; p < count; p++) {
    for (let q = 0; q <= p; q++) {
      let sum = 0;
      for (let i = 0; i < size; i++) sum += work[p * size + i]! * work[q * size + i]!;
      gram[p * count + q] = sum;
    }
  }
  return Math.sqrt(largestEigenvalue(gram, count)) * scale;
}

/**
 * Turns each pair of vectors in the plane they span until all are perpendicular; their lengths are then the singular
 * values. Work: `count` vectors of `size` numbers, one after the other, changed in place; `lengths` receives the result.
 */
function makePerpendicular(work: Vector, count: number, size: number, lengths: Vector): void {
  const close = Number.EPSILON * Math.sqrt(size); // a cosine this small is rounding
  for (let p = 0; p < count; p++) lengths[p] = norm(work, p * size, (p + 1) * size);

  for (let sweep = 0, turned = true; turned && sweep < MOST_SWEEPS; sweep++) {
    turned = false;
    for (let p = 0; p < count - 1; p++) {
      for (let q = p + 1; q < count; q++) {
        const cos = cosine(work, p * size, q * size, size, lengths[p]!, lengths[q]!);
        if (Math.abs(cos) <= close) continue;
        turned = true;
        turn(work, p * size, q * size, size, tangent(lengths[p]!, lengths[q]!, cos));
        lengths[p] = norm(work, p * size, (p + 1) * size);
        lengths[q] = norm(work, q * size, (q + 1) * size);
      }
    }
  }
}

/** The cosine of the angle between two vectors of the given lengths; 0 if one of them is 0. */
function cosine(work: Vector, p: number, q: number, size: number, lengthP: number, lengthQ: number): number {
  if (lengthP === 0 || lengthQ === 0) return 0;
  let sum = 0;
  if (lengthP * lengthQ > 1e-280) {
    for (let i = 0; i < size; i++) sum += work[p + i]! * work[q + i]!;
    return sum / lengthP / lengthQ;
  }
  // The products would underflow: divide first, which is slower.
  for (let i = 0; i < size; i++) sum += (work[p + i]! / lengthP) * (work[q + i]! / lengthQ);
  return sum;
}

/** The tangent of the smaller of the two angles that make a pair perpendicular. */
function tangent(lengthP: number, lengthQ: number, cos: number): number {
  const zeta = (lengthQ / lengthP - lengthP / lengthQ) / (2 * cos);
  if (Math.abs(zeta) > 1e8) return 0.5 / zeta; // zeta² + 1 = zeta², and might overflow
  return (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
}

function turn(work: Vector, p: number, q: number, size: number, tan: number): void {
  const cos = 1 / Math.sqrt(1 + tan * tan);
  const sin = cos * tan;
  for (let i = 0; i < size; i++) {
    const x = work[p + i]!;
    const y = work[q + i]!;
    work[p + i] = cos * x - sin * y;
    work[q + i] = sin * x + cos * y;
  }
}
