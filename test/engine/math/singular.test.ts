import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Vector } from '../../../src/engine/math/array.ts';
import { frobenius, matmul, norm, orthonormaliseRows, transpose } from '../../../src/engine/math/linear.ts';
import { stream } from '../../../src/engine/math/random.ts';
import { singularValues, spectralNorm } from '../../../src/engine/math/singular.ts';

fc.configureGlobal({ seed: 1 }); // the same examples each time

const vector = (...numbers: number[]): Vector => Float64Array.from(numbers);

function diagonal(values: readonly number[]): Vector {
  const out = new Float64Array(values.length ** 2);
  values.forEach((x, i) => (out[i * values.length + i] = x));
  return out;
}

function rotation(n: number, name: string): Vector {
  const random = stream(1, name, n);
  const q = Float64Array.from({ length: n * n }, () => random.normal());
  orthonormaliseRows(q, n, n);
  return q;
}

/** A matrix with these singular values: U diag(s) Vᵀ. */
function withValues(values: readonly number[], name = ''): Vector {
  const n = values.length;
  return matmul(matmul(rotation(n, `U${name}`), diagonal(values), n, n, n), rotation(n, `V${name}`), n, n, n);
}

/** Each value to 1e-12 of itself. */
function expectValues(found: Vector, expected: readonly number[], relative = 1e-12): void {
  expect(found.length).toBe(expected.length);
  expected.forEach((s, i) => expect(Math.abs(found[i]! - s), `σ${i + 1}: ${found[i]}, not ${s}`).toBeLessThanOrEqual(relative * s));
}

describe('singular values', () => {
  it('of a diagonal matrix are its magnitudes, the largest first', () => {
    expect(singularValues(diagonal([2, -7, 0, 3]), 4, 4)).toEqual(vector(7, 3, 2, 0));
  });

  it('of [[1, 1], [0, 1]] are the golden ratio and its inverse', () => {
    const phi = (1 + Math.sqrt(5)) / 2;
    expectValues(singularValues(vector(1, 1, 0, 1), 2, 2), [phi, 1 / phi]);
  });

  it('of a single number is its magnitude', () => {
    expect(singularValues(vector(-1e-170), 1, 1)).toEqual(vector(1e-170));
  });

  it('of one row, or one column, is its length', () => {
    expectValues(singularValues(vector(3, 0, -4), 1, 3), [5]);
    expectValues(singularValues(vector(3, 0, -4), 3, 1), [5]);
    expectValues(singularValues(vector(3e-170, 4e-170), 1, 2), [5e-170]);
  });

  it.each([2, 3, 5, 16, 40])('of U diag(s) Vᵀ are s, for %d of them', (n) => {
    const s = Array.from({ length: n }, (_, i) => (n - i) / 3);
    expectValues(singularValues(withValues(s), n, n), s);
  });

  it.each([1e-300, 1e-170, 1e-100, 1e-27, 1e-8, 1, 1e60, 1e150, 1e300])('are as exact with all entries near %d', (size) => {
    const s = [4, 2, 1, 0.5].map((x) => x * size);
    expectValues(singularValues(withValues([4, 2, 1, 0.5]).map((x) => x * size), 4, 4), s);
  });

  it('are each exact down to 1e-100 where the rows are that small', () => {
    const s = [1, 1e-20, 1e-50, 1e-100];
    const graded = rotation(4, 'V').map((x, k) => x * s[Math.floor(k / 4)]!);
    expectValues(singularValues(graded, 4, 4), s);
  });

  it('are each exact even where products of entries underflow', () => {
    const s = [1, 1e-170, 1e-200, 1e-290];
    const graded = rotation(4, 'V').map((x, k) => x * s[Math.floor(k / 4)]!);
    expectValues(singularValues(graded, 4, 4), s);
    // Of rows that are far from perpendicular: |det| = σ₁σ₂.
    const slanted = singularValues(vector(3, 4, 4e-180, 4e-180), 2, 2);
    expect(slanted[0]).toBeCloseTo(5, 14);
    expect(slanted[1]! / 0.8e-180).toBeCloseTo(1, 12);
  });

  it('of equal size are all found', () => {
    expectValues(singularValues(rotation(12, 'U'), 12, 12), Array.from({ length: 12 }, () => 1));
  });

  it('end in zeros where the rank is less than full', () => {
    const u = vector(1, 2, 3);
    const v = vector(2, -1, 2);
    const outer = matmul(u, v, 3, 1, 3);
    const found = singularValues(outer, 3, 3);
    expect(found[0]! / (norm(u) * norm(v))).toBeCloseTo(1, 14);
    expect(found[1]).toBeLessThan(1e-15);
    expect(found[2]).toBeLessThan(1e-15);

    const threeOfSix = singularValues(withValues([3, 2, 1, 0, 0, 0]), 6, 6);
    expectValues(threeOfSix.subarray(0, 3), [3, 2, 1]);
    expect(threeOfSix[3]).toBeLessThan(1e-14);
  });

  it('of zeros are zeros, and of nothing none', () => {
    expect(singularValues(new Float64Array(6), 2, 3)).toEqual(vector(0, 0));
    expect(singularValues(vector(), 0, 3)).toEqual(vector());
    expect(spectralNorm(vector(), 0, 0)).toBe(0);
  });

  it('leave the matrix as it was', () => {
    const m = vector(1, 2, 3, 4);
    singularValues(m, 2, 2);
    expect(m).toEqual(vector(1, 2, 3, 4));
  });

  const shape = fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }), fc.nat());
  const example = shape.map(([rows, cols, seed]) => {
    const random = stream(seed, 'example');
    return { rows, cols, m: Float64Array.from({ length: rows * cols }, () => Math.round(3 * random.normal())) };
  });

  it('have squares that sum to the squared Frobenius norm', () => {
    fc.assert(
      fc.property(example, ({ rows, cols, m }) => {
        expect(Math.abs(norm(singularValues(m, rows, cols)) - frobenius(m))).toBeLessThanOrEqual(1e-13 * frobenius(m));
      }),
    );
  });

  it('are those of the transpose', () => {
    fc.assert(
      fc.property(example, ({ rows, cols, m }) => {
        const here = singularValues(m, rows, cols);
        const there = singularValues(transpose(m, rows, cols), cols, rows);
        here.forEach((s, i) => expect(Math.abs(s - there[i]!)).toBeLessThanOrEqual(1e-13 * here[0]!));
      }),
    );
  });

  it('stand in descending order, as many as the shorter side', () => {
    fc.assert(
      fc.property(example, ({ rows, cols, m }) => {
        const found = singularValues(m, rows, cols);
        expect(found.length).toBe(Math.min(rows, cols));
        expect(found.every((s, i) => s >= 0 && (i === 0 || s <= found[i - 1]!))).toBe(true);
      }),
    );
  });

  it('of what is not finite come back at once, and say so', () => {
    expect([...singularValues(vector(1, NaN, 2, Infinity), 2, 2)]).toEqual([NaN, NaN]);
    expect([...singularValues(vector(1, 3, 2, -Infinity), 2, 2)]).toEqual([Infinity, NaN]);
    expect(spectralNorm(vector(1, Infinity), 1, 2)).toBe(Infinity);
    expect(spectralNorm(vector(NaN), 1, 1)).toBeNaN();
  });

  it('need as many entries as the shape says', () => {
    expect(() => singularValues(vector(1, 2, 3), 2, 2)).toThrow('2 rows and 2 columns, so 4 numbers, but it has 3');
  });
});

describe('the spectral norm', () => {
  it('is the most that the matrix stretches a vector', () => {
    const m = withValues([1.5, 0.25, 0.1]);
    const random = stream(4, 'directions');
    for (let i = 0; i < 200; i++) {
      const x = Float64Array.from({ length: 3 }, () => random.normal());
      expect(norm(matmul(m, x, 3, 3, 1)) / norm(x)).toBeLessThanOrEqual(1.5 * (1 + 1e-14));
    }
    expect(spectralNorm(m, 3, 3)).toBeCloseTo(1.5, 14);
  });
});
