import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exponential, logarithm, logarithmOfOneAnd, sigmoid, tanh } from '../../../src/engine/kernel/elementary.ts';
import { v128 } from '../../../src/engine/kernel/instructions.ts';
import { logistic } from '../../../src/engine/math/logistic.ts';
import { running } from './run.ts';

const emitters = { exponential, logarithm, logarithmOfOneAnd, sigmoid, tanh };
type Name = keyof typeof emitters;

const { exports, doubles } = running((module) => {
  for (const [name, emit] of Object.entries(emitters)) {
    module.procedure(name, { at: 'i32' }, (f, { at }) => f.run(v128.store(at, emit(f, v128.load(at)))));
  }
});

/** The function of two numbers at once. */
function both(name: Name, x: number, y: number): [number, number] {
  doubles.set([x, y]);
  exports[name]!(0);
  return [doubles[0]!, doubles[1]!];
}
const of = (name: Name, x: number): number => both(name, x, 0.5)[0];

/** The sixteen digits of a double are good to 1.1e-16; these functions to nine times that at worst. */
const CLOSE = 1e-15;
const isClose = (value: number, exact: number): boolean => Math.abs(value - exact) <= CLOSE * Math.abs(exact);

function expectClose(name: Name, exact: (x: number) => number, range: { min: number; max: number }): void {
  const number = fc.double({ ...range, noNaN: true });
  fc.assert(
    fc.property(number, number, (x, y) => {
      const [first, second] = both(name, x, y);
      return isClose(first, exact(x)) && isClose(second, exact(y));
    }),
    { seed: 1, numRuns: 2_000 },
  );
  // fast-check likes small and large numbers; these lie evenly.
  const even = Array.from({ length: 10_001 }, (_, i) => range.min + ((range.max - range.min) * i) / 10_000);
  expect(even.filter((x) => !isClose(of(name, x), exact(x)))).toEqual([]);
}

describe('the functions of two doubles at once', () => {
  it('are those of Math over their whole range, to 1e-15 of the value', () => {
    expectClose('exponential', Math.exp, { min: -708, max: 709.78 });
    expectClose('exponential', Math.exp, { min: -2, max: 2 });
    expectClose('tanh', Math.tanh, { min: -25, max: 25 });
    expectClose('tanh', Math.tanh, { min: -0.6, max: 0.6 });
    expectClose('sigmoid', logistic, { min: -708, max: 50 });
    expectClose('sigmoid', logistic, { min: -3, max: 3 });
    expectClose('logarithm', Math.log, { min: 1e-300, max: 1e300 });
    expectClose('logarithm', Math.log, { min: 1, max: 100 });
    expectClose('logarithmOfOneAnd', Math.log1p, { min: 0, max: 1 });
  });

  it('keep the digits of small numbers, down to the smallest', () => {
    for (const x of [1e-3, 1e-8, 1e-100, 2.3e-308, 5e-324]) {
      expect(isClose(of('tanh', x), Math.tanh(x)), `tanh ${x}`).toBe(true);
      expect(isClose(of('logarithmOfOneAnd', x), Math.log1p(x)), `ln(1 + ${x})`).toBe(true);
    }
    expect(of('tanh', -0)).toBe(-0);
    expect(of('tanh', 0)).toBe(0);
  });

  it('are odd where they should be, to the last bit', () => {
    fc.assert(fc.property(fc.double({ noNaN: true }), (x) => Object.is(of('tanh', -x), -of('tanh', x))), { seed: 1 });
  });

  it('end at their limits', () => {
    expect([-Infinity, -800, -709, 710, 800, Infinity].map((x) => of('exponential', x))).toEqual([0, 0, 0, Infinity, Infinity, Infinity]);
    expect([-Infinity, -800, -709, 40, 800, Infinity].map((x) => of('sigmoid', x))).toEqual([0, 0, 0, 1, 1, 1]);
    expect([-Infinity, -800, -20, 20, 800, Infinity].map((x) => of('tanh', x))).toEqual([-1, -1, -1, 1, 1, 1]);
    expect(of('exponential', 0)).toBe(1);
    expect(of('sigmoid', 0)).toBe(0.5);
    expect(of('logarithm', 1)).toBe(0);
    expect(of('logarithm', Infinity)).toBe(Infinity);
  });

  it('hand NaN on, and leave the neighbour as it is', () => {
    for (const name of ['exponential', 'sigmoid', 'tanh', 'logarithm', 'logarithmOfOneAnd'] as const) {
      const alone = both(name, 0.25, 0.25)[1];
      expect(both(name, NaN, 0.25), `${name}`).toEqual([NaN, alone]);
      expect(both(name, 0.25, NaN), `${name}`).toEqual([alone, NaN]);
    }
  });
});
