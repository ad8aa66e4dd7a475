import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Vector } from '../../../src/engine/math/array.ts';
import {
  distance,
  frobenius,
  identity,
  magnitude,
  matmul,
  norm,
  orthonormaliseRows,
  transpose,
} from '../../../src/engine/math/linear.ts';
import { stream } from '../../../src/engine/math/random.ts';

fc.configureGlobal({ seed: 1 }); // the same examples each time

const vector = (...numbers: number[]): Vector => Float64Array.from(numbers);
const matrix = (rows: number, cols: number): fc.Arbitrary<Vector> =>
  fc.array(fc.integer({ min: -9, max: 9 }), { minLength: rows * cols, maxLength: rows * cols }).map((list) => vector(...list));

describe('a vector', () => {
  it('can be replaced by a view on another', () => {
    let h: Vector = new Float64Array(4);
    h = h.subarray(1, 3);
    expect(h.length).toBe(2);
  });
});

describe('the norm', () => {
  it('of (3, 4) is 5', () => {
    expect(norm(vector(3, 4))).toBe(5);
    expect(frobenius(vector(1, 1, 1, 1))).toBe(2);
  });

  it.each([1e-323, 1e-300, 1e-170, 1e-160, 1e-140, 1, 1e140, 1e200, 1e307])('is right for entries near %d', (size) => {
    const computed = norm(vector(3 * size, -4 * size));
    const ulp = 5e-324;
    expect(Math.abs(computed - 5 * size)).toBeLessThanOrEqual(5 * size * 1e-15 + ulp);
  });

  it('is right for large and tiny entries side by side', () => {
    expect(norm(vector(1e-170, 3e200, 4e200, 1))).toBeCloseTo(5e200, -190);
    expect(norm(vector(1e-200, 1))).toBe(1);
  });

  it('scales with the vector', () => {
    const entries = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(entries, fc.integer({ min: -900, max: 900 }), (list, power) => {
        const v = vector(...list.map((x) => Math.round(x * 1e6)));
        const scaled = norm(v.map((x) => x * 2 ** power)) / 2 ** power;
        expect(Math.abs(scaled - norm(v))).toBeLessThanOrEqual(1e-14 * norm(v));
      }),
    );
  });

  it('of a stretch of a longer vector counts that stretch alone', () => {
    expect(norm(vector(9, 3, 4, 9), 1, 3)).toBe(5);
    expect(magnitude(vector(9, 3, -4, 9), 1, 3)).toBe(4);
  });

  it('is 0 of nothing and of zeros', () => {
    expect(norm(vector())).toBe(0);
    expect(norm(vector(0, -0))).toBe(0);
  });

  it('hands on what is not a number', () => {
    expect(norm(vector(1, -Infinity))).toBe(Infinity);
    expect(norm(vector(1, NaN, 2))).toBeNaN();
    expect(norm(vector(Infinity, NaN))).toBeNaN();
  });
});

describe('the distance', () => {
  it('is the norm of the difference, at any scale', () => {
    expect(distance(vector(1, 2), vector(4, 6))).toBe(5);
    expect(distance(vector(1e-200, 0), vector(0, 1e-200)) / 1e-200).toBeCloseTo(Math.SQRT2, 14);
  });

  it('needs vectors of one length', () => {
    expect(() => distance(vector(1), vector(1, 2))).toThrow('one has 1 numbers and the other 2');
  });
});

describe('the product of matrices', () => {
  it('multiplies rows by columns', () => {
    expect(matmul(vector(1, 2, 3, 4, 5, 6), vector(1, 0, 0, 1, 1, 1), 2, 3, 2)).toEqual(vector(4, 5, 10, 11));
  });

  it('writes into the memory it is given', () => {
    const out = vector(9, 9, 9, 9);
    expect(matmul(identity(2), vector(1, 2, 3, 4), 2, 2, 2, out)).toBe(out);
    expect(out).toEqual(vector(1, 2, 3, 4));
  });

  it('obeys (AB)ᵀ = BᵀAᵀ', () => {
    fc.assert(
      fc.property(matrix(2, 3), matrix(3, 4), (a, b) => {
        const left = transpose(matmul(a, b, 2, 3, 4), 2, 4);
        const right = matmul(transpose(b, 3, 4), transpose(a, 2, 3), 4, 3, 2);
        expect(left.every((x, i) => x === right[i])).toBe(true);
      }),
    );
  });

  it('does not hide a NaN behind a zero', () => {
    expect(matmul(vector(0), vector(NaN), 1, 1, 1)[0]).toBeNaN();
  });

  it('says which shape does not fit', () => {
    expect(() => matmul(vector(1, 2), vector(1), 1, 1, 1)).toThrow('The left matrix should have 1 rows and 1 columns');
    const a = identity(2);
    expect(() => matmul(a, identity(2), 2, 2, 2, a)).toThrow('memory of its own');
  });
});

describe('orthonormal rows', () => {
  it.each([1, 2, 5, 40])('are perpendicular and of length 1, for %d of them', (n) => {
    const random = stream(2, n);
    const q = Float64Array.from({ length: n * n }, () => random.normal());
    orthonormaliseRows(q, n, n);
    const product = matmul(q, transpose(q, n, n), n, n, n);
    expect(magnitude(product.map((x, i) => x - identity(n)[i]!))).toBeLessThan(1e-14);
  });

  it('stay perpendicular for rows that are nearly the same', () => {
    const q = vector(1, 1, 1, 1, 1 + 1e-9, 1, 1, 1, 1 + 1e-9);
    orthonormaliseRows(q, 3, 3);
    const product = matmul(q, transpose(q, 3, 3), 3, 3, 3);
    expect(magnitude(product.map((x, i) => x - identity(3)[i]!))).toBeLessThan(1e-14);
  });

  it('cannot be made of rows that depend on each other', () => {
    expect(() => orthonormaliseRows(vector(1, 2, 2, 4), 2, 2)).toThrow('Row 2 depends');
    expect(() => orthonormaliseRows(vector(0, 0, 1, 0), 2, 2)).toThrow('Row 1 depends');
  });
});
