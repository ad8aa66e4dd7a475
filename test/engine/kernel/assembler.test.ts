import { describe, expect, it } from 'vitest';
import { ModuleWriter } from '../../../src/engine/kernel/assembler.ts';
import { createMemory, instantiate } from '../../../src/engine/kernel/host.ts';
import { f64, f64x2, i32, i64x2, plus, times, v128 } from '../../../src/engine/kernel/instructions.ts';
import { running } from './run.ts';

describe('a module', () => {
  it('adds numbers up in a loop', () => {
    const { exports } = running((module) =>
      module.function('sum', { n: 'i32' }, (f, { n }) => {
        const sum = f.local('f64');
        f.loop(0, n, 1, (i) => f.set(sum, f64.add(sum, f64.convert(i))));
        return sum;
      }),
    );
    expect(exports.sum!(101)).toBe(5050);
    expect(exports.sum!(0)).toBe(0);
    expect(exports.sum!(-3)).toBe(0);
  });

  it('calls its own functions, with arguments by name', () => {
    const { exports } = running((module) => {
      const minus = module.function('minus', { a: 'f64', b: 'f64' }, (_f, { a, b }) => f64.sub(a, b));
      module.function('swapped', { a: 'f64', b: 'f64' }, (_f, { a, b }) => minus({ b: a, a: b }));
    });
    expect(exports.minus!(5, 3)).toBe(2);
    expect(exports.swapped!(5, 3)).toBe(-2);
  });

  it('takes one way or the other', () => {
    const { exports } = running((module) =>
      module.function('sign', { x: 'f64' }, (f, { x }) => {
        const sign = f.let(f64.const(1));
        f.when(f64.lt(x, f64.const(0)), () => f.set(sign, f64.const(-1)), () => f.when(i32.eqz(f64.gt(x, f64.const(0))), () => f.set(sign, f64.const(0))));
        return sign;
      }),
    );
    expect([3, -3, 0].map((x) => exports.sign!(x))).toEqual([1, -1, 0]);
  });

  it('reads and writes two doubles at once, or one alone', () => {
    const { exports, doubles } = running((module) =>
      module.procedure('run', { at: 'i32' }, (f, { at }) => {
        const both = f.let(f64x2.mul(v128.load(at), f64x2.const(10)));
        f.run(v128.store(at, f64x2.add(both, v128.loadSplat(at, 8)), 16));
        f.run(v128.storeOne(at, v128.loadOne(at, 8), 32));
        f.run(v128.store(at, f64x2.firsts(both, v128.loadOne(at)), 48));
        f.run(v128.store(at, f64x2.seconds(both, v128.loadOne(at)), 64));
      }),
    );
    doubles.set([1, 2, 0, 0, 0, 99]);
    exports.run!(0);
    expect(Array.from(doubles.subarray(0, 10))).toEqual([1, 2, 12, 22, 2, 99, 10, 1, 20, 0]);
  });

  it('works on the patterns of doubles', () => {
    const { exports } = running((module) =>
      module.function('double', { x: 'f64' }, (_f, { x }) => f64x2.first(i64x2.add(f64x2.splat(x), i64x2.shl(i64x2.const(1n), 52)))),
    );
    expect(exports.double!(0.75)).toBe(1.5);
  });

  it('names each function once', () => {
    const module = new ModuleWriter();
    module.procedure('same', {}, () => {});
    expect(() => module.procedure('same', {}, () => {})).toThrow(/two functions named "same"/);
  });

  it('that is not valid is not run', () => {
    const memory = createMemory(1);
    expect(memory && instantiate(Uint8Array.from([0, 1, 2, 3]), memory)).toBeNull();
  });
});

describe('a loop whose bounds are known', () => {
  it('writes nothing for no turn, and no loop for one', () => {
    const bytesOf = (turns: number): number => {
      const module = new ModuleWriter();
      module.procedure('p', {}, (f) => f.loop(0, turns, 1, () => f.run(f64.store(i32.const(0), f64.const(1)))));
      return module.encode().length;
    };
    expect(bytesOf(0)).toBeLessThan(bytesOf(1));
    expect(bytesOf(1)).toBeLessThan(bytesOf(2));
    expect(bytesOf(2)).toBe(bytesOf(3));
  });
});

describe('counts', () => {
  it('that are known are worked out now', () => {
    const n = i32.const(5);
    expect(plus(2, 3)).toBe(5);
    expect(times(2, 3)).toBe(6);
    expect(plus(n, 0)).toBe(n);
    expect(plus(0, n)).toBe(n);
    expect(times(n, 1)).toBe(n);
    expect(times(1, n)).toBe(n);
    expect(times(n, 0)).toBe(0);
  });
});
