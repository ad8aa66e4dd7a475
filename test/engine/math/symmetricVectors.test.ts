import { describe, expect, it } from 'vitest';
import { largestEigenvalue } from '../../../src/engine/math/symmetric.ts';
import { symmetricEigenvectors } from '../../../src/engine/math/symmetricVectors.ts';
import { matmul, transpose } from '../../../src/engine/math/linear.ts';
import { stream } from '../../../src/engine/math/random.ts';

describe('eigenvectors of a symmetric matrix', () => {
  it('of [2 1; 1 2] are the diagonals, with 3 and 1', () => {
    const { values, vectors } = symmetricEigenvectors(Float64Array.of(2, 1, 1, 2), 2);
    expect(values[0]).toBeCloseTo(3, 14);
    expect(values[1]).toBeCloseTo(1, 14);
    expect(Math.abs(vectors[0]!)).toBeCloseTo(Math.SQRT1_2, 14);
    expect(vectors[0]).toBeCloseTo(vectors[1]!, 14);
  });

  it.each([1, 2, 5, 40])('make up the matrix again, stand at right angles, and fall in value: n = %i', (n) => {
    const random = stream(2, 'symmetric', n);
    const half = Float64Array.from({ length: n * n }, () => random.normal());
    const a = half.map((each, at) => each + half[(at % n) * n + Math.floor(at / n)]!);
    const before = a.slice();
    const { values, vectors } = symmetricEigenvectors(a, n);
    expect(a).toEqual(before);
    const across = transpose(vectors, n, n);
    const turned = matmul(vectors, across, n, n, n);
    turned.forEach((each, at) => expect(each).toBeCloseTo(at % (n + 1) === 0 ? 1 : 0, 12));
    const scaled = vectors.map((each, at) => each * values[Math.floor(at / n)]!);
    matmul(across, scaled, n, n, n).forEach((each, at) => expect(each).toBeCloseTo(a[at]!, 11));
    for (let k = 1; k < n; k++) expect(values[k]).toBeLessThanOrEqual(values[k - 1]!);
    expect(values[0]).toBeCloseTo(largestEigenvalue(a.slice(), n), 11);
  });

  it('says in words what it cannot take apart', () => {
    expect(() => symmetricEigenvectors(Float64Array.of(1, 2), 2)).toThrow('should have 2 rows and 2 columns');
    expect(() => symmetricEigenvectors(Float64Array.of(Infinity), 1)).toThrow('have to be numbers, but one of them is Infinity');
  });
});
