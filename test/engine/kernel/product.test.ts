import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { product } from '../../../src/engine/kernel/product.ts';
import { stream } from '../../../src/engine/math/random.ts';
import { running } from './run.ts';

interface Case {
  readonly M: number;
  readonly N: number;
  readonly K: number;
  readonly isTransposed: boolean;
  readonly into: 'set' | 'add';
  /** Doubles between the rows of B and C. */
  readonly gap: number;
  /** Whether M and K are known only when the program runs. */
  readonly isLate: boolean;
}

/** C from the kernel and from three loops, with all that stands between and around its rows. */
function both({ M, N, K, isTransposed, into, gap, isLate }: Case): { kernel: number[]; loops: number[] } {
  const [sizeA, sizeB, sizeC] = [M * K, (K - 1) * (N + gap) + N, (M - 1) * (N + gap) + N];
  const a = isTransposed ? { row: 1, column: M } : { row: K, column: 1 };
  const { exports, doubles, end } = running(
    (module) =>
      module.procedure('product', { A: 'i32', B: 'i32', C: 'i32', m: 'i32', k: 'i32' }, (f, { A, B, C, m, k }) =>
        product(f, { M: isLate ? m : M, N, K: isLate ? k : K, a: { at: A, ...a }, b: { at: B, row: N + gap }, c: { at: C, row: N + gap }, into }),
      ),
    (sizeA + sizeB + sizeC) * 8,
  );
  const random = stream(1, 'product', M, N, K);
  for (let i = 0; i < doubles.length; i++) doubles[i] = random.normal();
  // The three stand at the very end of the memory, B last: reading one number too many would trap.
  const [C, A, B] = [end / 8 - sizeA - sizeB - sizeC, end / 8 - sizeA - sizeB, end / 8 - sizeB];
  const loops = [...doubles];
  for (let m = 0; m < M; m++) {
    for (let n = 0; n < N; n++) {
      let sum = into === 'add' ? loops[C + m * (N + gap) + n]! : 0;
      for (let k = 0; k < K; k++) sum += loops[A + m * a.row + k * a.column]! * loops[B + k * (N + gap) + n]!;
      loops[C + m * (N + gap) + n] = sum;
    }
  }
  exports.product!(A * 8, B * 8, C * 8, M, K);
  return { kernel: [...doubles], loops };
}

const size = fc.integer({ min: 1, max: 33 });

describe('the product of two matrices', () => {
  it('is that of three loops to the last bit, and nothing beside it is touched', () => {
    fc.assert(
      fc.property(
        fc.record<Case>({
          M: size, N: size, K: fc.oneof(size, fc.integer({ min: 60, max: 200 })), gap: fc.nat(3),
          isTransposed: fc.boolean(), into: fc.constantFrom('set', 'add'), isLate: fc.boolean(),
        }),
        (each) => {
          const { kernel, loops } = both(each);
          return kernel.every((value, i) => value === loops[i]);
        },
      ),
      { seed: 1, numRuns: 150 },
    );
  });

  it('is so at the sizes of networks too', () => {
    for (const [M, N, K] of [[1, 64, 64], [50, 27, 64], [27, 64, 50], [1, 512, 128], [16, 128, 512], [64, 1, 128], [1, 1, 1], [64, 65, 128]] as const) {
      const { kernel, loops } = both({ M, N, K, gap: 0, isTransposed: M > 16, into: 'set', isLate: K === 50 });
      expect(kernel, `${M} × ${N} × ${K}`).toEqual(loops);
    }
  });

  it('of no rows leaves everything as it is', () => {
    const { exports, doubles } = running((module) =>
      module.procedure('product', { m: 'i32' }, (f, { m }) =>
        product(f, { M: m, N: 2, K: 2, a: { at: m, row: 2, column: 1 }, b: { at: m, row: 2 }, c: { at: m, row: 2 }, into: 'set' }),
      ),
    );
    doubles.fill(7);
    exports.product!(0);
    expect(doubles.every((value) => value === 7)).toBe(true);
  });
});
