import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stream } from '../../../src/engine/math/random.ts';

fc.configureGlobal({ seed: 1 }); // the same examples each time

const draws = (count: number, draw: () => number): number[] => Array.from({ length: count }, draw);
const mean = (list: number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;

describe('a random stream', () => {
  it('gives these very numbers, since links depend on them', () => {
    // From a second implementation, in Python, with its own logarithm.
    const uniform = stream(7, 'W_xh', 3);
    expect(draws(3, () => uniform.uniform(0, 1))).toEqual([
      0.10817410461123067, 0.0966927707781855, 0.4910837549132815,
    ]);
    const normal = stream(7, 'W_xh', 3);
    expect(draws(3, () => normal.normal())).toEqual([-0.02413610556368874, 1.0350415613193862, -0.5346544391088071]);
  });

  it('starts again with the same seed and path', () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.oneof(fc.string(), fc.integer())), (seed, path) => {
        const first = stream(seed, ...path);
        const second = stream(seed, ...path);
        expect(draws(5, () => first.normal())).toEqual(draws(5, () => second.normal()));
      }),
    );
  });

  it('differs for every name, however alike the names are', () => {
    const first = (seed: number, ...path: (string | number)[]): number => stream(seed, ...path).uniform(0, 1);
    const names = [
      first(1), first(2), first(-1), first(0.5), first(1, 'a'), first(1, 'b'), first(1, 'ab'), first(1, 'a', 'b'),
      first(1, 'b', 'a'), first(1, 1), first(1, '1'), first(1, ''), first(11), first(1, 1, 1), first(1, 'a,b'),
    ];
    for (let column = 0; column < 20000; column++) names.push(first(1, 'W_xh', column));
    expect(new Set(names).size).toBe(names.length);
  });

  it('is independent of its neighbours', () => {
    const n = 20000;
    const firsts = Array.from({ length: n + 1 }, (_, column) => stream(5, 'W_xh', column).normal());
    const here = firsts.slice(0, n);
    expect(Math.abs(mean(here))).toBeLessThan(4 / Math.sqrt(n));
    expect(Math.abs(mean(here.map((x, i) => x * firsts[i + 1]!)))).toBeLessThan(4 / Math.sqrt(n));
  });

  it('spreads uniform numbers evenly between its bounds', () => {
    const random = stream(3, 'uniform');
    const counts = Array.from({ length: 10 }, () => 0);
    for (let i = 0; i < 100000; i++) counts[Math.floor(random.uniform(0, 10))]! += 1;
    for (const count of counts) expect(Math.abs(count - 10000)).toBeLessThan(400);
  });

  it('never reaches the upper bound', () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ noNaN: true, min: -1e300, max: 1e300 }), (seed, low) => {
        const high = low + Math.max(Math.abs(low) * 2 ** -52, 5e-324);
        const random = stream(seed);
        for (let i = 0; i < 20; i++) {
          const x = random.uniform(low, high);
          expect(x >= low && x < high).toBe(true);
        }
      }),
    );
    expect(stream(1).uniform(2, 2)).toBe(2);
  });

  it('makes normal numbers of mean 0, variance 1, skew 0 and kurtosis 3', () => {
    const random = stream(3, 'normal');
    const list = draws(200000, () => random.normal());
    const moment = (power: number): number => mean(list.map((x) => x ** power));
    expect(moment(1)).toBeCloseTo(0, 1.7);
    expect(moment(2)).toBeCloseTo(1, 1.7);
    expect(Math.abs(moment(3))).toBeLessThan(0.04);
    expect(Math.abs(moment(4) - 3)).toBeLessThan(0.1);
    const beyond2 = list.filter((x) => Math.abs(x) > 2).length / list.length;
    expect(Math.abs(beyond2 - 0.0455)).toBeLessThan(0.002);
  });

  it('draws whole numbers below n, all of them', () => {
    const random = stream(3, 'integer');
    const seen = new Set(draws(200, () => random.integer(6)));
    expect(seen).toEqual(new Set([0, 1, 2, 3, 4, 5]));
    expect(random.integer(1)).toBe(0);
  });

  it('picks from a list', () => {
    const random = stream(3, 'pick');
    expect(['movie', 'was', 'good']).toContain(random.pick(['movie', 'was', 'good']));
    expect(random.pick([undefined])).toBeUndefined();
  });

  it('says what is wrong', () => {
    expect(() => stream(NaN)).toThrow('finite');
    expect(() => stream(1, 'W_xh', Infinity)).toThrow('Infinity');
    expect(() => stream(1).integer(0)).toThrow('n is 0');
    expect(() => stream(1).integer(2.5)).toThrow('n is 2.5');
    expect(() => stream(1).pick([])).toThrow('empty');
  });
});
