// Eigenvalues of a real square matrix [n, n]: Hessenberg form by Householder reflections, then QR steps with Francis' double shift.
// Sources: J. Francis, "The QR transformation" (1961, 1962); R. Martin, G. Peters and J. Wilkinson, "The QR algorithm for real Hessenberg
// matrices" (1970), EISPACK's hqr; G. Golub and C. Van Loan, Matrix Computations, 4th ed., §7.5.
import type { Vector } from './array.ts';
import { magnitude, norm, requireShape } from './linear.ts';

/** Steps that one eigenvalue may take: it needs 2 or 3, so this only keeps an input from looping for ever. */
const MOST_STEPS = 300;

interface Eigenvalues {
  /** n real parts and n imaginary parts; complex ones stand in pairs, a ± bi. In no particular order. */
  readonly re: Vector;
  readonly im: Vector;
}

/**
 * All n eigenvalues of m [n, n], which is not changed. As exact as those of a matrix that differs from m by about 1e-15 of its size, at any
 * scale of the entries: near 1e-300 or 1e300. All are NaN where an entry is not finite. Throws where m does not have n × n entries.
 */
export function eigenvalues(m: Vector, n: number): Eigenvalues {
  requireShape('The matrix', m, n, n);
  const found = { re: new Float64Array(n), im: new Float64Array(n) };
  const largest = magnitude(m);
  if (largest === 0) return found;
  if (!Number.isFinite(largest)) return { re: found.re.fill(NaN), im: found.im.fill(NaN) };
  // A power of two, so that scaling rounds nothing.
  const scale = 2 ** Math.floor(Math.log2(largest));
  const work = m.map((x) => x / scale);
  toHessenberg(work, n);
  deflate(work, n, found);
  for (let i = 0; i < n; i++) {
    found.re[i]! *= scale;
    found.im[i]! *= scale;
  }
  return found;
}

/** ρ(M), the largest magnitude of an eigenvalue of m [n, n]: how fast Mᵏ grows or shrinks with k in the long run. 0 if it has no entries. */
export function spectralRadius(m: Vector, n: number): number {
  const { re, im } = eigenvalues(m, n);
  return re.reduce((most, x, i) => Math.max(most, Math.hypot(x, im[i]!)), 0);
}

/** PᵀMP with zeros below the first subdiagonal, in place: column by column, a reflection turns what is below into one number. */
function toHessenberg(a: Vector, n: number): void {
  const v = new Float64Array(n);
  for (let m = 1; m < n - 1; m++) {
    for (let i = m; i < n; i++) v[i] = a[i * n + m - 1]!;
    const length = norm(v, m, n);
    if (length === 0) continue;
    v[m]! += v[m]! < 0 ? -length : length; // away from 0, so that no digits are lost
    const size = norm(v, m, n);
    for (let i = m; i < n; i++) v[i]! /= size;
    for (let j = m - 1; j < n; j++) {
      let along = 0;
      for (let i = m; i < n; i++) along += v[i]! * a[i * n + j]!;
      for (let i = m; i < n; i++) a[i * n + j]! -= 2 * along * v[i]!;
    }
    for (let i = 0; i < n; i++) {
      let along = 0;
      for (let j = m; j < n; j++) along += a[i * n + j]! * v[j]!;
      for (let j = m; j < n; j++) a[i * n + j]! -= 2 * along * v[j]!;
    }
    for (let i = m + 1; i < n; i++) a[i * n + m - 1] = 0;
  }
}

/** QR steps on the lowest block that has not come apart yet, until each is a number by itself or a pair. */
function deflate(a: Vector, n: number, { re, im }: Eigenvalues): void {
  let shifted = 0; // what the exceptional shifts took off the diagonal
  let steps = 0;
  for (let end = n - 1; end >= 0; ) {
    const start = blockStart(a, n, end);
    const x = a[end * n + end]!;
    if (start === end) {
      re[end] = x + shifted;
      end -= 1;
      steps = 0;
    } else if (start === end - 1) {
      pair(a, n, end, shifted, { re, im });
      end -= 2;
      steps = 0;
    } else {
      if (++steps > MOST_STEPS) throw new Error(`The eigenvalues of this matrix of ${n} × ${n} were not found in ${MOST_STEPS} steps.`);
      shifted += francis(a, n, start, end, steps % 10 === 0);
    }
  }
}

/** Where the lowest block begins: above it, the number below the diagonal is nothing beside its neighbours. */
function blockStart(a: Vector, n: number, end: number): number {
  for (let l = end; l > 0; l--) {
    const beside = Math.abs(a[(l - 1) * n + l - 1]!) + Math.abs(a[l * n + l]!) || magnitude(a);
    if (Math.abs(a[l * n + l - 1]!) <= Number.EPSILON * beside) {
      a[l * n + l - 1] = 0;
      return l;
    }
  }
  return 0;
}

/** The two eigenvalues of the 2 × 2 block that ends at `end`. */
function pair(a: Vector, n: number, end: number, shifted: number, { re, im }: Eigenvalues): void {
  const x = a[end * n + end]!;
  const p = (a[(end - 1) * n + end - 1]! - x) / 2;
  const w = a[end * n + end - 1]! * a[(end - 1) * n + end]!;
  const q = p * p + w;
  if (q >= 0) {
    const z = p + (p < 0 ? -Math.sqrt(q) : Math.sqrt(q));
    re[end - 1] = x + shifted + z;
    re[end] = z === 0 ? x + shifted : x + shifted - w / z;
  } else {
    re[end - 1] = re[end] = x + shifted + p;
    im[end - 1] = Math.sqrt(-q);
    im[end] = -Math.sqrt(-q);
  }
}

/**
 * One QR step with two shifts at once on the block from `start` to `end`, both being the eigenvalues of its lowest 2 × 2 block, so that complex
 * ones need no complex numbers. Now and then other shifts, for matrices that the usual ones turn in a circle. Returns what they took off.
 */
function francis(a: Vector, n: number, start: number, end: number, isExceptional: boolean): number {
  const at = (i: number, j: number): number => a[i * n + j]!;
  let x = at(end, end);
  let y = at(end - 1, end - 1);
  let w = at(end, end - 1) * at(end - 1, end);
  const off = isExceptional ? x : 0;
  if (isExceptional) {
    for (let i = 0; i <= end; i++) a[i * n + i]! -= off;
    const s = Math.abs(at(end, end - 1)) + Math.abs(at(end - 1, end - 2));
    x = y = 0.75 * s;
    w = -0.4375 * s * s;
  }
  // First column of (A − shift₁)(A − shift₂), as low down as two small subdiagonals allow.
  let p = 0, q = 0, r = 0;
  let m = end - 2;
  for (; m >= start; m--) {
    const z = at(m, m);
    p = ((x - z) * (y - z) - w) / at(m + 1, m) + at(m, m + 1);
    q = at(m + 1, m + 1) - z - (x - z) - (y - z);
    r = at(m + 2, m + 1);
    const s = Math.abs(p) + Math.abs(q) + Math.abs(r);
    p /= s;
    q /= s;
    r /= s;
    if (m === start) break;
    const left = Math.abs(at(m, m - 1)) * (Math.abs(q) + Math.abs(r));
    if (left <= Number.EPSILON * Math.abs(p) * (Math.abs(at(m - 1, m - 1)) + Math.abs(z) + Math.abs(at(m + 1, m + 1)))) break;
  }
  for (let i = m + 2; i <= end; i++) {
    a[i * n + i - 2] = 0;
    if (i > m + 2) a[i * n + i - 3] = 0;
  }
  // The bulge is chased down by reflections of three rows and columns.
  for (let k = m; k < end; k++) {
    const isLast = k === end - 1;
    let size = 1;
    if (k > m) {
      [p, q, r] = [at(k, k - 1), at(k + 1, k - 1), isLast ? 0 : at(k + 2, k - 1)];
      size = Math.abs(p) + Math.abs(q) + Math.abs(r);
      if (size === 0) continue;
      p /= size;
      q /= size;
      r /= size;
    }
    const s = (p < 0 ? -1 : 1) * Math.sqrt(p * p + q * q + r * r);
    if (k > m) a[k * n + k - 1] = -s * size;
    else if (start !== m) a[k * n + k - 1] = -at(k, k - 1);
    reflect(a, n, [start, end], k, isLast, [(p + s) / s, q / s, r / s, q / (p + s), r / (p + s)]);
  }
  return off;
}

/** Applies one reflection to rows k to k + 2 from the left, and to these columns from the right. */
function reflect(a: Vector, n: number, [start, end]: readonly [number, number], k: number, isLast: boolean, [x, y, z, q, r]: readonly [number, number, number, number, number]): void {
  for (let j = k; j <= end; j++) {
    const sum = a[k * n + j]! + q * a[(k + 1) * n + j]! + (isLast ? 0 : r * a[(k + 2) * n + j]!);
    a[k * n + j]! -= sum * x;
    a[(k + 1) * n + j]! -= sum * y;
    if (!isLast) a[(k + 2) * n + j]! -= sum * z;
  }
  for (let i = start; i <= Math.min(end, k + 3); i++) {
    const sum = x * a[i * n + k]! + y * a[i * n + k + 1]! + (isLast ? 0 : z * a[i * n + k + 2]!);
    a[i * n + k]! -= sum;
    a[i * n + k + 1]! -= sum * q;
    if (!isLast) a[i * n + k + 2]! -= sum * r;
  }
}
