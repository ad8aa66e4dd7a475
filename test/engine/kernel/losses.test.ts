import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operationOf } from '../../../src/engine/equation/operations.ts';
import { stored, type Place } from '../../../src/engine/equation/operation.ts';
import { f64x2, i32 } from '../../../src/engine/kernel/instructions.ts';
import { losses } from '../../../src/engine/kernel/losses.ts';
import { running } from './run.ts';

type Name = 'mse' | 'bce' | 'cross_entropy';

/** Loss and slopes of the kernel's row of the table, and of the table of operations. */
function both(name: Name, y: readonly number[], target: readonly number[], weight: number): { kernel: number[]; table: number[] } {
  const Y = y.length;
  const { exports, doubles } = running((module) => {
    module.function('loss', { weight: 'f64' }, (f, { weight: w }) =>
      losses[name]!(f, {
        y: f.let(i32.const(0)), slopes: f.let(i32.const(1024)), target: f.let(i32.const(2048)), weight: f.let(f64x2.splat(w)), Y,
      }));
  });
  doubles.set(y);
  doubles.set(target, 256);
  doubles[128 + Y] = 77;
  const loss = exports.loss!(weight);
  expect(doubles[128 + Y]).toBe(77);

  const place = (values: readonly number[]): Place => ({
    values: Float64Array.from(values), at: 0, gradients: new Float64Array(values.length), gradientAt: 0, rows: values.length, columns: 1, hot: stored,
  });
  const [scores, p, out] = [place(y), place(y), place([0])];
  if (name !== 'mse') operationOf(name === 'bce' ? 'sigmoid' : 'softmax').forward(p, [scores]);
  operationOf(name).forward(out, [scores, p, place(target)]);
  out.gradients[0] = weight;
  operationOf(name).backward(out, [scores, p, place(target)]);
  return { kernel: [loss, ...doubles.subarray(128, 128 + Y)], table: [out.values[0]!, ...scores.gradients] };
}

function expectSame(name: Name, y: readonly number[], target: readonly number[]): void {
  const { kernel, table } = both(name, y, target, 0.25);
  const scale = Math.max(1, Math.abs(table[0]!));
  kernel.forEach((value, i) => expect(Math.abs(value - table[i]!)).toBeLessThanOrEqual(1e-14 * scale));
}

const scores = fc.array(fc.double({ min: -900, max: 900, noNaN: true }), { minLength: 1, maxLength: 7 });

describe("the kernel's losses", () => {
  it('are those of the table of operations, with their slopes', () => {
    fc.assert(fc.property(scores, fc.nat(), (y, c) => expectSame('cross_entropy', y, [c % y.length])), { seed: 1, numRuns: 60 });
    fc.assert(fc.property(scores, fc.nat(127), (y, bits) => expectSame('bce', y, y.map((_, k) => (bits >> k) & 1))), { seed: 1, numRuns: 60 });
    fc.assert(fc.property(scores, (y) => expectSame('mse', y, y.map((z) => z / 2 - 1))), { seed: 1, numRuns: 60 });
  });

  it('keep the digits of a small loss', () => {
    const [loss] = both('bce', [40], [1], 1).kernel;
    expect(loss! / Math.log1p(Math.exp(-40))).toBeCloseTo(1, 14);
  });

  it('have no z · t where the target is 0', () => {
    expect(both('bce', [-Infinity], [0], 1).kernel).toEqual([0, 0]);
  });

  it('hand NaN on', () => {
    for (const name of ['mse', 'bce', 'cross_entropy'] as const) expect(both(name, [0, NaN, 1], [1, 1, 1], 1).kernel[0]).toBeNaN();
  });
});

