import { describe, expect, test } from 'vitest';
import { logStops, nearestStop } from '../../../src/view/layout/stops.ts';

describe('the stops of a logarithmic slider', () => {
  const stops = logStops({ low: 0.05, high: 3, ratio: 1.01, decimals: 2 });

  test('rise from end to end, each once, with 1 among them', () => {
    expect(stops[0]).toBe(0.05);
    expect(stops.at(-1)).toBe(3);
    expect(stops).toContain(1);
    expect(stops.every((stop, k) => k === 0 || stop > stops[k - 1]!)).toBe(true);
  });

  test('are whole numbers where no decimals are kept, without gaps at the low end', () => {
    const steps = logStops({ low: 2, high: 1000, ratio: 1.03, decimals: 0 });
    expect(steps.slice(0, 9)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(steps.at(-1)).toBe(1000);
  });

  test('the nearest one is found for any value', () => {
    expect(stops[nearestStop(stops, 0.951)]).toBe(0.95);
    expect(stops[nearestStop(stops, 99)]).toBe(3);
    expect(stops[nearestStop(stops, 0)]).toBe(0.05);
  });
});
