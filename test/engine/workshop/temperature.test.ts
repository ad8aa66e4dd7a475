import { describe, expect, it } from 'vitest';
import { entropyOf, probabilitiesAt } from '../../../src/engine/workshop/temperature.ts';

describe('a softmax with a temperature', () => {
  const scores = Float64Array.of(0, Math.log(2), Math.log(5));

  it('is as learned at 1, and squares the ratios at a half', () => {
    for (const [temperature, parts] of [[1, [1, 2, 5]], [0.5, [1, 4, 25]]] as const) {
      const sum = parts.reduce((a: number, b) => a + b, 0);
      probabilitiesAt(scores, temperature).forEach((p, k) => expect(p * sum).toBeCloseTo(parts[k]!, 12));
    }
  });

  it('gives all to the largest score when it is cold, and as much to each when it is hot', () => {
    expect([...probabilitiesAt(scores, 1e-9)]).toEqual([0, 0, 1]);
    for (const p of probabilitiesAt(scores, 1e9)) expect(p).toBeCloseTo(1 / 3, 8);
  });

  it('does not overflow, whatever the scores', () => {
    expect([...probabilitiesAt(Float64Array.of(1e300, 0), 1)]).toEqual([1, 0]);
    expect([...probabilitiesAt(Float64Array.of(Infinity, 3), 1)]).toEqual([1, 0]);
  });

  it('says in words what a temperature is', () => {
    for (const wrong of [0, -1, NaN, Infinity]) expect(() => probabilitiesAt(scores, wrong)).toThrow('A temperature is a number above 0');
  });

  it('is as undecided as so many equal choices', () => {
    expect(entropyOf(Float64Array.of(0.25, 0.25, 0.25, 0.25))).toBe(2);
    expect(entropyOf(Float64Array.of(1, 0))).toBe(0);
  });
});
