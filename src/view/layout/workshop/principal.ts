// The plane in which hidden states vary most: their first two principal components, found by a library. Pearson (1901); Hotelling (1933).
import { PCA } from 'ml-pca';
import type { Spread } from '../../../engine/math/spread.ts';
import type { Point } from '../directLabels.ts';

export interface PrincipalPlane {
  /** Part of all variance that each axis holds, 0 to 1. */
  readonly shares: readonly [number, number];
  /** [U] each: how much every unit counts along an axis. */
  readonly axes: readonly [Float64Array, Float64Array];
  /** Where the state at that place of `values` ([state · U + unit]) lies. */
  readonly project: (values: Float64Array, place: number) => Point;
}

/**
 * The plane of vectors that spread so. Each axis points to where the unit that counts most is larger, so that a picture is not mirrored from one
 * epoch to the next. Null where there are fewer than two, or one of them is no number.
 */
export function principalPlane({ count, means, covariance }: Spread): PrincipalPlane | null {
  const U = means.length;
  if (count < 2 || !covariance.every(Number.isFinite)) return null;
  // The library multiplies numbers of the matrix: very large or small ones would overflow or vanish. Axes and shares know no scale.
  const size = covariance.reduce((most, each) => Math.max(most, Math.abs(each)), 0) || 1;
  const rows = Array.from({ length: U }, (_, i) => Array.from(covariance.subarray(i * U, (i + 1) * U), (each) => each / size));
  const pca = new PCA(rows, { isCovarianceMatrix: true });
  const vectors = pca.getEigenvectors();
  const values = pca.getEigenvalues().map((value) => Math.max(0, value));
  const all = values.reduce((a, b) => a + b, 0);
  const order = values.map((_, k) => k).sort((a, b) => values[b]! - values[a]!);
  const axisOf = (which: 0 | 1): Float64Array => (order[which] === undefined ? new Float64Array(U) : turned(Float64Array.from(vectors.getColumn(order[which]))));
  const shareOf = (which: 0 | 1): number => (all > 0 && order[which] !== undefined ? values[order[which]]! / all : 0);
  const axes = [axisOf(0), axisOf(1)] as const;
  const along = (axis: Float64Array, state: Float64Array): number => axis.reduce((sum, weight, i) => sum + weight * (state[i]! - means[i]!), 0);
  return {
    shares: [shareOf(0), shareOf(1)],
    axes,
    project(states, place) {
      const state = states.subarray(place * U, (place + 1) * U);
      return { x: along(axes[0], state), y: along(axes[1], state) };
    },
  };
}

/** The same direction, with its largest entry above 0. */
function turned(axis: Float64Array): Float64Array {
  const largest = axis.reduce((a, b) => (Math.abs(b) > Math.abs(a) + 1e-12 ? b : a), 0);
  return largest < 0 ? axis.map((each) => -each) : axis;
}
