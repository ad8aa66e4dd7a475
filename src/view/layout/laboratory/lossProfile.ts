// What a map of gradients says by distance: how much a loss feels of the state d steps before it, on average over all losses, and of one loss.
import { diagonalOf, medianOf, normAt, type LossMap } from './lossMap.ts';

/** ‖∂L_t/∂h_{t−d}‖ of one row by d = 0 … t−1. */
export function profileOf(map: LossMap, row: number): Float64Array {
  const t = map.at[row] ?? 0;
  return Float64Array.from({ length: t }, (_, d) => normAt(map, row, t - d));
}

/** Its mean over all losses that have a state d steps before them, by d = 0 … T−1. Overflow is ∞. */
export function averageByDistance(map: LossMap): Float64Array {
  const sums = new Float64Array(map.steps);
  const counts = new Float64Array(map.steps);
  for (let row = 0; row < map.at.length; row++) for (let d = 0; d < map.at[row]!; d++) counts[d]! += 1;
  for (let row = 0; row < map.at.length; row++) {
    // Each is divided first, as the sum of the largest numbers would overflow where their mean does not.
    for (let d = 0; d < map.at[row]!; d++) sums[d]! += normAt(map, row, map.at[row]! - d) / counts[d]!;
  }
  // Distances that no loss of the rows has: where rows are left out there is always one, the last.
  return sums.map((sum, d) => (counts[d]! === 0 ? NaN : Number.isNaN(sum) ? Infinity : sum));
}

/** What refutes "the whole gradient vanishes". */
export interface LossMapFindings {
  /** The middle one of ‖∂L_t/∂h_t‖; NaN where no loss feels its own step. */
  readonly diagonal: number;
  /** ‖∂L_T/∂h_1‖, the longest way there is. */
  readonly corner: number;
  /** T, and the step that the longest way leads back to. */
  readonly last: number;
  /** How many of the squares on and before the diagonal have vanished, measured by the diagonal's median: all of them together are 1. */
  readonly vanishedShare: number;
  /** The smallest distance t − k of one that has; ∞ where none has. */
  readonly nearestVanished: number;
  readonly isOverflown: boolean;
}

/** `vanishedBelow`: a part of the diagonal's median. */
export function findingsOf(map: LossMap, vanishedBelow: number): LossMapFindings {
  const diagonal = medianOf(diagonalOf(map));
  const row = map.at.length - 1;
  let [vanished, all, nearest, isOverflown] = [0, 0, Infinity, false];
  for (let r = 0; r <= row; r++) {
    for (let k = 1; k <= map.at[r]!; k++) {
      const norm = normAt(map, r, k);
      all += 1;
      if (!Number.isFinite(norm)) isOverflown = true;
      else if (norm / diagonal < vanishedBelow) {
        vanished += 1;
        nearest = Math.min(nearest, map.at[r]! - k);
      }
    }
  }
  return { diagonal, corner: normAt(map, row, 1), last: map.at[row] ?? 0, vanishedShare: all === 0 ? 0 : vanished / all, nearestVanished: nearest, isOverflown };
}
