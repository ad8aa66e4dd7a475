// The two directions in which the paths of a race move most: principal components of all points' differences from the common start, which so lies
// in every plane along them. Points [points, P]; of more than a few weights and points, those of the smaller side's matrix are taken.
import { distance, norm } from '../../math/linear.ts';
import { symmetricEigenvectors } from '../../math/symmetricVectors.ts';
import type { Lane, PrincipalDirections } from './job.ts';

/** Rows of the matrix whose eigenvectors are found, at the most; and points that it is made of where it is that of the weights. */
const mostRows = 128;
const mostPoints = 1200;
/** A path that gets so many times as far as the middle one is left out: the directions would be its own. */
const tooFar = 6;

/** Null where there are fewer than two weights, or nothing has moved. */
export function principalDirections(start: Float64Array, lanes: readonly Lane[], points: number): PrincipalDirections | null {
  const count = start.length;
  if (count < 2) return null;
  const differences = lanes.map(({ path }) => differencesOf(start, path, points));
  const reach = differences.map((each) => each.reduce((most, one) => Math.max(most, norm(one)), 0));
  const middle = [...reach].sort((a, b) => a - b)[Math.floor((reach.length - 1) / 2)] ?? 0;
  const stays = reach.map((each) => middle === 0 || each <= tooFar * middle);
  const all = differences.filter((_, k) => stays[k]).flat();
  const found = directionsOf(spread(all, count <= mostRows ? mostPoints : mostRows), count);
  if (found === null) return null;
  const held = differences.map((each) => each.reduce((sum, one) => sum + dot(one, found.u) ** 2 + dot(one, found.v) ** 2, 0));
  const moved = differences.map((each) => each.reduce((sum, one) => sum + dot(one, one), 0));
  const sumOf = (of: readonly number[]): number => of.reduce((sum, each, k) => (stays[k] ? sum + each : sum), 0);
  return {
    ...found,
    share: Math.min(1, sumOf(held) / sumOf(moved)),
    shares: held.map((each, k) => (moved[k] === 0 ? NaN : Math.min(1, each / moved[k]!))),
    leftOut: lanes.flatMap(({ optimiser }, k) => (stays[k] ? [] : [optimiser])),
  };
}

/** θ − start of every point that is there, but for the start itself. */
function differencesOf(start: Float64Array, path: Float64Array, points: number): Float64Array[] {
  const count = start.length;
  const found: Float64Array[] = [];
  for (let k = 1; k < points; k++) {
    const point = path.subarray(k * count, (k + 1) * count);
    if (Number.isFinite(distance(point, start))) found.push(point.map((each, i) => each - start[i]!));
  }
  return found;
}

/** At most so many of them, evenly spread. */
function spread(all: readonly Float64Array[], most: number): readonly Float64Array[] {
  if (all.length <= most) return all;
  return Array.from({ length: most }, (_, k) => all[Math.floor(((k + 0.5) * all.length) / most)]!);
}

/** The two eigenvectors of Σ d dᵀ with the largest values, by the matrix of the weights or by that of the points, whichever is smaller. */
function directionsOf(points: readonly Float64Array[], count: number): { readonly u: Float64Array; readonly v: Float64Array } | null {
  // Divided by the largest, so that no square overflows or vanishes.
  const largest = points.reduce((most, one) => Math.max(most, norm(one)), 0);
  if (largest === 0) return null;
  const scaled = points.map((one) => one.map((each) => each / largest));
  const byWeights = count <= scaled.length;
  const n = byWeights ? count : scaled.length;
  const { vectors } = symmetricEigenvectors(byWeights ? ofWeights(scaled, n) : ofPoints(scaled), n);
  const direction = (k: number): Float64Array => {
    const vector = vectors.subarray(k * n, (k + 1) * n);
    if (byWeights) return vector.slice();
    const sum = new Float64Array(count);
    vector.forEach((part, p) => scaled[p]!.forEach((each, i) => (sum[i]! += part * each)));
    return sum;
  };
  const u = ofLengthOne(direction(0), []);
  // A movement along one line has no second direction of its own: any at right angles will do.
  const second = n > 1 ? ofLengthOne(direction(1), [u ?? new Float64Array(count)]) : null;
  if (u === null) return null;
  return { u: forwards(u, points), v: forwards(second ?? besides(u), points) };
}

/** Σ d dᵀ [P, P], its upper triangle. */
function ofWeights(points: readonly Float64Array[], n: number): Float64Array {
  const matrix = new Float64Array(n * n);
  for (const one of points) {
    for (let i = 0; i < n; i++) for (let j = i; j < n; j++) matrix[i * n + j]! += one[i]! * one[j]!;
  }
  return matrix;
}

/** dᵀ d′ of every pair, its upper triangle: it has the same largest eigenvalues. */
function ofPoints(points: readonly Float64Array[]): Float64Array {
  const n = points.length;
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) for (let j = i; j < n; j++) matrix[i * n + j] = dot(points[i]!, points[j]!);
  return matrix;
}

/** What is left of it beside the others, of length 1; null where that is nothing. */
function ofLengthOne(vector: Float64Array, others: readonly Float64Array[]): Float64Array | null {
  const before = norm(vector);
  const rest = vector.slice();
  for (let pass = 0; pass < 2; pass++) {
    for (const other of others) {
      const along = dot(rest, other);
      for (let i = 0; i < rest.length; i++) rest[i]! -= along * other[i]!;
    }
  }
  const length = norm(rest);
  return length > 1e-10 * before && length > 1e-12 ? rest.map((each) => each / length) : null;
}

/** A direction at right angles to `u`: along the weight that it uses least. */
function besides(u: Float64Array): Float64Array {
  const least = u.reduce((best, each, i) => (Math.abs(each) < Math.abs(u[best]!) ? i : best), 0);
  const axis = new Float64Array(u.length);
  axis[least] = 1;
  return ofLengthOne(axis, [u])!;
}

/** Turned so that the paths go along it rather than against it: a picture does not flip when a number changes a little. */
function forwards(direction: Float64Array, points: readonly Float64Array[]): Float64Array {
  const along = points.reduce((sum, one) => sum + dot(one, direction), 0);
  return along < 0 ? direction.map((each) => -each) : direction;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
