// The order in which an epoch reads its rows.
import { stream } from '../math/random.ts';

/** Positions 0 … count − 1 for an epoch, from 1: shuffled by the seed and the epoch alone (R. Fisher and F. Yates, 1938); as written where the seed is null. */
export function orderOf(count: number, epoch: number, seed: number | null): number[] {
  const order = Array.from({ length: count }, (_, k) => k);
  if (seed === null) return order;
  const random = stream(seed, 'order', epoch);
  for (let k = count - 1; k > 0; k--) {
    const other = random.integer(k + 1);
    [order[k], order[other]] = [order[other]!, order[k]!];
  }
  return order;
}

/** At most `most` of the positions 0 … count − 1, rising: all of them, or a sample drawn by the seed. */
export function sampleOf(count: number, most: number, seed: number): number[] {
  if (count <= most) return Array.from({ length: count }, (_, k) => k);
  return orderOf(count, 0, seed)
    .slice(0, most)
    .sort((a, b) => a - b);
}
