// The size that takes the full colour of a picture.

/** The largest finite size among the numbers; 0 where there are none. */
export function largestOf(all: readonly Float64Array[]): number {
  let most = 0;
  for (const values of all) for (const value of values) if (Math.abs(value) > most && Number.isFinite(value)) most = Math.abs(value);
  return most;
}
