// Where a logarithmic slider can stand: round numbers, about evenly far apart on a logarithmic scale, both ends among them.

interface Stops {
  readonly low: number;
  readonly high: number;
  /** From one stop to the next, where the rounding is finer: 1.02 is 2 %. */
  readonly ratio: number;
  /** Decimals that are kept. */
  readonly decimals: number;
}

/** Rising, each once. 1 is among them if it lies between the ends. */
export function logStops({ low, high, ratio, decimals }: Stops): readonly number[] {
  const rounded = (value: number): number => Number(value.toFixed(decimals));
  const stops = [low];
  // Counted from 1, so that it is one of them.
  for (let power = Math.ceil(Math.log(low) / Math.log(ratio)); ratio ** power < high; power++) {
    const stop = rounded(ratio ** power);
    if (stop > (stops.at(-1) ?? low) && stop < high) stops.push(stop);
  }
  return [...stops, high];
}

/** The place of the stop that is nearest to a value, from 0. */
export function nearestStop(stops: readonly number[], value: number): number {
  let best = 0;
  stops.forEach((stop, place) => {
    if (Math.abs(stop - value) < Math.abs((stops[best] ?? 0) - value)) best = place;
  });
  return best;
}
