import { describe, expect, it } from 'vitest';
import { spreadOf, type Spread } from '../../../src/engine/math/spread.ts';

function whole(arrays: readonly Float64Array[], U: number): Spread {
  const steps = spreadOf(arrays, U);
  let next = steps.next();
  while (next.done !== true) next = steps.next();
  return next.value;
}

describe('mean and covariance', () => {
  it('are those of all vectors, however they are cut into arrays', () => {
    // (1, 2), (3, 6), (5, 1): means 3 and 3, deviations (−2, −1), (0, 3), (2, −2).
    const one = whole([Float64Array.of(1, 2, 3, 6, 5, 1)], 2);
    expect(one.count).toBe(3);
    one.means.forEach((mean) => expect(mean).toBeCloseTo(3, 12));
    [8 / 2, -2 / 2, -2 / 2, 14 / 2].forEach((each, i) => expect(one.covariance[i]).toBeCloseTo(each, 12));
    expect(whole([Float64Array.of(1, 2), Float64Array.of(3, 6, 5, 1)], 2)).toEqual(one);
  });

  it('do not spread where there is one vector', () => {
    expect([...whole([Float64Array.of(4, 5)], 2).covariance]).toEqual([0, 0, 0, 0]);
  });

  it('are not finite where a number is not', () => {
    expect(whole([Float64Array.of(1, 2, NaN, 3)], 2).covariance.every(Number.isFinite)).toBe(false);
  });
});
