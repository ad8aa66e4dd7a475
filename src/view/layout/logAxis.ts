// A logarithmic axis in powers of ten: which decades it shows, where its ticks stand, and positions along it.
import { scaleLinear, type ScaleLinear } from 'd3-scale';

/** Exponents of ten at the axis's two ends. */
export interface Decades {
  readonly low: number;
  readonly high: number;
}

/** The ends that an axis may have: few, so that it stands still while the numbers move a little. float64 ends at 10^±324. */
const lows = [-3, -6, -9, -12, -15, -18, -24, -30, -36, -48, -72, -96, -144, -192, -250, -330];
const highs = [1, 3, 6, 9, 12, 18, 24, 36, 48, 72, 96, 144, 192, 250, 312];

/** The smallest axis that holds all these exponents with a little room, 0, and all of `atLeast`. What is not finite is left out. */
export function decadesAround(exponents: Iterable<number>, atLeast: Decades | null = null): Decades {
  let low = atLeast?.low ?? 0;
  let high = atLeast?.high ?? 0;
  for (const each of exponents) {
    if (!Number.isFinite(each)) continue;
    low = Math.min(low, each - 0.15);
    high = Math.max(high, each + 0.15);
  }
  return {
    low: lows.find((each) => each <= low) ?? lows.at(-1)!,
    high: highs.find((each) => each >= high) ?? highs.at(-1)!,
  };
}

/** At most `most` exponents of ten for ticks, the same distance apart, 0 among them. */
export function decadeTicks({ low, high }: Decades, most = 7): number[] {
  const step = [1, 2, 3, 6, 12, 24, 48, 96].find((each) => Math.floor(high / each) - Math.ceil(low / each) < most) ?? 192;
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, k) => (first + k) * step);
}

/**
 * The scale from exponents to places on an axis whose low end is at `bottom` and whose high end is at `top`. It is linear in
 * the exponents, since the numbers themselves may lie beyond what float64 can hold.
 */
export function decadeScale({ low, high }: Decades, top: number, bottom: number): ScaleLinear<number, number> {
  return scaleLinear([low, high], [bottom, top]);
}
