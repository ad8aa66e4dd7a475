// The largest eigenvalue of a symmetric matrix [n, n]: reflections to tridiagonal form, then QL steps with implicit shifts.
// Sources: A. Householder (1958); H. Bowdler, R. Martin, C. Reinsch and J. Wilkinson, "The QR and QL algorithms for symmetric matrices"
// (1968), EISPACK's tred1 and tql1.
import type { Vector } from './array.ts';
import { norm } from './linear.ts';

/** Steps that one eigenvalue may take: 2 are usual, so this only keeps an input from looping for ever. */
const MOST_STEPS = 60;

/**
 * The largest eigenvalue of a symmetric `a` [n, n], to about 1e-15 of the size of `a`, of which only the lower triangle is read and which is
 * used up. Its entries have to be finite and such that their squares neither vanish nor overflow. 0 if it has no entries.
 */
export function largestEigenvalue(a: Vector, n: number): number {
  if (n === 0) return 0;
  const memory = new Float64Array(4 * n);
  const [diagonal, beside, v, w] = [0, 1, 2, 3].map((k) => memory.subarray(k * n, (k + 1) * n)) as [Vector, Vector, Vector, Vector];
  toTridiagonal(a, n, diagonal, beside, v, w);
  converge(diagonal, beside);
  return diagonal.reduce((most, each) => Math.max(most, each), -Infinity);
}

/**
 * A − v wᵀ − w vᵀ for each column: what stands below the diagonal's neighbour becomes 0. `beside[i]` stands between i and i + 1. v and w
 * [n] are its memory.
 */
function toTridiagonal(a: Vector, n: number, diagonal: Vector, beside: Vector, v: Vector, w: Vector): void {
  for (let i = 0; i < n; i++) {
    diagonal[i] = a[i * n + i]!;
    if (i === n - 1) break;
    const first = a[(i + 1) * n + i]!;
    beside[i] = first;
    for (let k = i + 1; k < n; k++) v[k] = a[k * n + i]!;
    if (norm(v, i + 2, n) === 0) continue;
    const length = norm(v, i + 1, n);
    beside[i] = first < 0 ? length : -length;
    v[i + 1]! -= beside[i]!;
    const half = length * (length + Math.abs(first)); // vᵀv / 2
    // A v by the lower triangle: each entry beside the diagonal stands for its mirror image, too.
    for (let k = i + 1; k < n; k++) {
      const row = k * n;
      const vk = v[k]!;
      let sum = a[row + k]! * vk;
      for (let j = i + 1; j < k; j++) {
        sum += a[row + j]! * v[j]!;
        w[j]! += a[row + j]! * vk;
      }
      w[k] = sum;
    }
    let along = 0;
    for (let k = i + 1; k < n; k++) along += w[k]! * v[k]!;
    const share = along / (2 * half * half);
    for (let k = i + 1; k < n; k++) w[k] = w[k]! / half - share * v[k]!;
    for (let k = i + 1; k < n; k++) {
      const row = k * n;
      const [vk, wk] = [v[k]!, w[k]!];
      for (let j = i + 1; j <= k; j++) a[row + j]! -= vk * w[j]! + wk * v[j]!;
    }
  }
}

/** QL steps until nothing stands beside the diagonal that could still move the largest eigenvalue. */
function converge(d: Vector, e: Vector): void {
  const n = d.length;
  let size = 0;
  for (let i = 0; i < n; i++) size = Math.max(size, Math.abs(d[i]!) + Math.abs(e[i]!));
  const nothing = Number.EPSILON * size;
  for (let l = 0; l < n; l++) {
    for (let step = 0; step < MOST_STEPS; step++) {
      let m = l;
      while (m < n - 1 && Math.abs(e[m]!) > nothing) m++;
      if (m === l) break;
      stepOf(d, e, l, m);
    }
  }
}

/** One QL step on the block from l to m. */
function stepOf(d: Vector, e: Vector, l: number, m: number): void {
  const slope = (d[l + 1]! - d[l]!) / (2 * e[l]!);
  const root = Math.hypot(slope, 1);
  let g = d[m]! - d[l]! + e[l]! / (slope + (slope < 0 ? -root : root));
  let [sin, cos, p] = [1, 1, 0];
  for (let i = m - 1; i >= l; i--) {
    const f = sin * e[i]!;
    const b = cos * e[i]!;
    const r = Math.sqrt(f * f + g * g);
    e[i + 1] = r;
    if (r === 0) {
      d[i + 1]! -= p;
      e[m] = 0;
      return;
    }
    sin = f / r;
    cos = g / r;
    g = d[i + 1]! - p;
    const t = (d[i]! - g) * sin + 2 * cos * b;
    p = sin * t;
    d[i + 1] = g + p;
    g = cos * t - b;
  }
  d[l]! -= p;
  e[l] = g;
  e[m] = 0;
}
