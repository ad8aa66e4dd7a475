import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { singularValues, spectralNorm } from '../../../src/engine/math/singular.ts';
import { largestEigenvalue } from '../../../src/engine/math/symmetric.ts';
import { stream } from '../../../src/engine/math/random.ts';

const sizes = fc.record({ rows: fc.integer({ min: 1, max: 12 }), cols: fc.integer({ min: 1, max: 12 }), seed: fc.nat(1e6), rank: fc.integer({ min: 1, max: 4 }), exponent: fc.integer({ min: -300, max: 290 }) });

/** A product of two thin matrices, with entries as small or large as asked. */
function matrix({ rows, cols, seed, rank, exponent }: { rows: number; cols: number; seed: number; rank: number; exponent: number }): Float64Array {
  const random = stream(seed, 'thin');
  const [a, b] = [rows * rank, cols * rank].map((n) => Float64Array.from({ length: n }, () => random.normal()));
  return Float64Array.from({ length: rows * cols }, (_, at) => {
    let sum = 0;
    for (let k = 0; k < rank; k++) sum += a![Math.floor(at / cols) * rank + k]! * b![(at % cols) * rank + k]!;
    return sum * 10 ** exponent;
  });
}

describe('the largest singular value by itself', () => {
  it('is the first of all of them, to the last digits, for any shape, rank and size of the entries', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        const m = matrix(size);
        const [first] = singularValues(m, size.rows, size.cols);
        expect(Math.abs(spectralNorm(m, size.rows, size.cols) - first!)).toBeLessThanOrEqual(2e-14 * first!);
      }),
      { seed: 6, numRuns: 400 },
    );
  });

  it('of a large matrix too', () => {
    const random = stream(2, 'large');
    const m = Float64Array.from({ length: 64 * 64 }, () => random.uniform(-1, 1));
    const [first] = singularValues(m, 64, 64);
    expect(Math.abs(spectralNorm(m, 64, 64) - first!)).toBeLessThanOrEqual(1e-13 * first!);
  });

  it('does not lose what stands far below the diagonal, small as it is', () => {
    // λ = 2 ± 1e-9·√2 and 2: a step that took 1e-9 for nothing would say 2.
    const found = largestEigenvalue(Float64Array.of(2, 0, 1e-9, 0, 2, 1e-9, 1e-9, 1e-9, 2), 3);
    expect((found - 2) / 1e-9).toBeCloseTo(Math.SQRT2, 5);
    expect(largestEigenvalue(Float64Array.of(-3, 0, 0, -5), 2)).toBe(-3);
  });

  it('is exact of a diagonal matrix, and not finite where an entry is not', () => {
    expect(spectralNorm(Float64Array.of(1, 0, 0, 1), 2, 2)).toBe(1);
    expect(spectralNorm(Float64Array.of(3, 0, 0, -7), 2, 2)).toBe(7);
    expect(spectralNorm(Float64Array.of(3, 0, Infinity, -7), 2, 2)).toBe(Infinity);
    expect(spectralNorm(Float64Array.of(3, NaN, Infinity, -7), 2, 2)).toBeNaN();
    expect(spectralNorm(new Float64Array(6), 2, 3)).toBe(0);
    expect(spectralNorm(new Float64Array(0), 0, 3)).toBe(0);
    expect(() => spectralNorm(new Float64Array(5), 2, 3)).toThrow('should have 2 rows and 3 columns');
  });
});
