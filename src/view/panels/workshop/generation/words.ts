// What the generation room says of numbers that were computed.
import { formatNumber } from '../../../theme/format.ts';
import type { Forecast } from './forecast.ts';

/** "3.2 °C"; without a unit the number alone. */
const inUnit = (value: number, unit: string): string => (unit === '' ? formatNumber(value) : `${formatNumber(value)}\u00a0${unit}`);

/** Root of the mean of squares. */
const rootMean = (errors: readonly number[]): number => Math.sqrt(errors.reduce((sum, each) => sum + each ** 2, 0) / errors.length);

/** Of the row in view: how far off both are over the same steps. */
export function forecastWords({ given, truth, oneStep, free }: Pick<Forecast, 'given' | 'truth' | 'oneStep' | 'free'>, unit: string): string {
  const after = truth.slice(given);
  const off = (said: readonly number[]): number => rootMean(after.map((value, k) => value - (said[k] ?? NaN)));
  const forced = off(oneStep.slice(given - 1));
  return `The first ${given} values are given. After them, given each value before it, it is off by ${inUnit(forced, unit)} (root of the mean square); reading what it said itself, by ${inUnit(off(free), unit)}, over the same ${after.length} steps.`;
}

/** Over all rows: how the error grows, and from where on saying the last value again would do better. */
export function errorWords({ errors: { free, oneStep, same }, rowCount }: Pick<Forecast, 'errors' | 'rowCount'>, unit: string, isKept: boolean): string {
  const last = free.length - 1;
  const worse = free.findIndex((error, k) => error > (same[k] ?? Infinity));
  const against = worse < 0 ? 'It is better than saying the last value again at every one of these steps.' : `From ${worse + 1} ${worse === 0 ? 'step' : 'steps'} ahead on there are steps at which saying the last value again would be better.`;
  return `Over ${rowCount} ${rowCount === 1 ? 'series' : 'series'} ${isKept ? 'that were not learned from' : 'of the data'}: 1 step ahead it is off by ${inUnit(free[0] ?? NaN, unit)}, ${last + 1} steps ahead by ${inUnit(free[last] ?? NaN, unit)}, where with the truth given it would be ${inUnit(oneStep[last] ?? NaN, unit)}. ${against}`;
}
