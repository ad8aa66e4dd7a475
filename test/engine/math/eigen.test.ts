import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Vector } from '../../../src/engine/math/array.ts';
import { eigenvalues, spectralRadius } from '../../../src/engine/math/eigen.ts';
import { matmul, orthonormaliseRows, transpose } from '../../../src/engine/math/linear.ts';
import { stream } from '../../../src/engine/math/random.ts';
import { spectralNorm } from '../../../src/engine/math/singular.ts';

const runs = { seed: 4, numRuns: 100 };

const square = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 1e6 }))
  .map(([n, seed]) => ({ n, seed, m: randomMatrix(n, seed) }));

function randomMatrix(n: number, seed: number): Vector {
  const random = stream(seed, 'matrix', n);
  return Float64Array.from({ length: n * n }, () => random.normal());
}

function rotation(n: number, seed: number): Vector {
  const q = randomMatrix(n, seed);
  orthonormaliseRows(q, n, n);
  return q;
}

/** A matrix with these roots of its characteristic polynomial, each real or a pair re ± im i: blocks, turned by a rotation. */
function withRoots(roots: readonly (readonly [re: number, im: number])[], seed: number): { n: number; m: Vector } {
  const n = roots.reduce((count, [, im]) => count + (im === 0 ? 1 : 2), 0);
  const blocks = new Float64Array(n * n);
  let at = 0;
  for (const [re, im] of roots) {
    blocks[at * n + at] = re;
    if (im !== 0) {
      blocks[at * n + at + 1] = im;
      blocks[(at + 1) * n + at] = -im;
      blocks[(at + 1) * n + at + 1] = re;
      at++;
    }
    at++;
  }
  const q = rotation(n, seed);
  return { n, m: matmul(matmul(q, blocks, n, n, n), transpose(q, n, n), n, n, n) };
}

const expectNear = (found: number, wanted: number, relative = 1e-10): void => expect(Math.abs(found - wanted), `${found}, not ${wanted}`).toBeLessThanOrEqual(relative * Math.max(Math.abs(wanted), 1e-300));

describe('eigenvalues', () => {
  it('are the roots that the matrix was made of, real ones and pairs', () => {
    const root = fc.tuple(fc.double({ min: -3, max: 3, noNaN: true }), fc.constantFrom(0, 0.5, 1, 2));
    fc.assert(
      fc.property(fc.array(root, { minLength: 1, maxLength: 6 }), fc.nat(1e6), (roots, seed) => {
        const { n, m } = withRoots(roots, seed);
        const { re, im } = eigenvalues(m, n);
        const wanted = roots.flatMap(([a, b]) => (b === 0 ? [[a, 0]] : [[a, b], [a, -b]])) as [number, number][];
        const found = Array.from(re, (a, i): [number, number] => [a, im[i]!]);
        for (const [a, b] of wanted) {
          const nearest = found.reduce((best, each, i) => (Math.hypot(each[0] - a, each[1] - b) < Math.hypot(found[best]![0] - a, found[best]![1] - b) ? i : best), 0);
          const [taken] = found.splice(nearest, 1);
          expect(Math.hypot(taken![0] - a, taken![1] - b)).toBeLessThan(1e-11);
        }
      }),
      runs,
    );
  });

  it('add up to the trace, and their squares to the trace of the square', () => {
    fc.assert(
      fc.property(square, ({ n, m }) => {
        const { re, im } = eigenvalues(m, n);
        const trace = (a: Vector): number => Array.from({ length: n }, (_, i) => a[i * n + i]!).reduce((x, y) => x + y, 0);
        const size = n * spectralNorm(m, n, n);
        expect(Math.abs(re.reduce((a, b) => a + b, 0) - trace(m))).toBeLessThanOrEqual(1e-12 * size);
        expect(Math.abs(im.reduce((a, b) => a + b, 0))).toBeLessThanOrEqual(1e-12 * size);
        const squares = re.reduce((sum, a, i) => sum + a * a - im[i]! * im[i]!, 0);
        expect(Math.abs(squares - trace(matmul(m, m, n, n, n)))).toBeLessThanOrEqual(1e-11 * size * size);
      }),
      runs,
    );
  });

  it('of a companion matrix are the roots of its polynomial: x⁵ − 15x⁴ + 85x³ − 225x² + 274x − 120 has 1 … 5', () => {
    const companion = new Float64Array(25);
    [15, -85, 225, -274, 120].forEach((each, j) => (companion[j] = each));
    for (let i = 1; i < 5; i++) companion[i * 5 + i - 1] = 1;
    const { re, im } = eigenvalues(companion, 5);
    [...re].sort((a, b) => a - b).forEach((each, i) => expectNear(each, i + 1));
    expect([...im]).toEqual([0, 0, 0, 0, 0]);
  });

  it('of a shift in a circle are the roots of 1, which the usual shifts alone would not find', () => {
    for (const n of [3, 4, 7, 12]) {
      const shift = new Float64Array(n * n);
      for (let i = 0; i < n; i++) shift[i * n + ((i + 1) % n)] = 1;
      const { re, im } = eigenvalues(shift, n);
      re.forEach((each, i) => expectNear(Math.hypot(each, im[i]!), 1));
      const turns = Array.from(re, (a, i) => (Math.round((n * Math.atan2(im[i]!, a)) / (2 * Math.PI)) + n) % n);
      expect(new Set(turns).size).toBe(n);
    }
  });

  it('are NaN where an entry is not finite, and refused in words where there are not n × n', () => {
    expect(spectralRadius(Float64Array.of(1, Infinity, 0, 1), 2)).toBeNaN();
    expect(spectralRadius(Float64Array.of(1, NaN, 0, 1), 2)).toBeNaN();
    expect(() => eigenvalues(new Float64Array(5), 2)).toThrow('should have 2 rows and 2 columns');
  });
});

describe('the spectral radius', () => {
  it('of a rotation is 1', () => {
    for (const n of [1, 2, 3, 8, 32]) expectNear(spectralRadius(rotation(n, 5), n), 1, 1e-13);
  });

  it('of a triangular matrix is the largest magnitude on its diagonal', () => {
    fc.assert(
      fc.property(square, ({ n, m }) => {
        const upper = m.map((x, i) => (i % n >= Math.floor(i / n) ? x : 0));
        expectNear(spectralRadius(upper, n), Math.max(...Array.from({ length: n }, (_, i) => Math.abs(upper[i * n + i]!))));
      }),
      runs,
    );
  });

  it('grows with a factor, at any size of the entries, and stays where the matrix is seen along other axes', () => {
    fc.assert(
      fc.property(square, fc.constantFrom(1e-300, 1e-9, -3, 1e150, 1e290), ({ n, m, seed }, factor) => {
        const radius = spectralRadius(m, n);
        expectNear(spectralRadius(m.map((x) => x * factor), n) / Math.abs(factor), radius);
        const q = rotation(n, seed + 1);
        expectNear(spectralRadius(matmul(matmul(q, m, n, n, n), transpose(q, n, n), n, n, n), n), radius, 1e-9);
        expectNear(spectralRadius(transpose(m, n, n), n), radius, 1e-9);
      }),
      runs,
    );
  });

  it('is never above the largest singular value, and is what powers grow by in the long run', () => {
    fc.assert(
      fc.property(square, ({ n, m }) => {
        const radius = spectralRadius(m, n);
        expect(radius).toBeLessThanOrEqual(spectralNorm(m, n, n) * (1 + 1e-12));
        // Gelfand (1941): ρ = lim ‖M^N‖^(1/N), here with N = 2^40 by squaring, scaled back each time.
        let power: Vector = m.slice();
        let exponent = 0;
        for (let k = 0; k < 40; k++) {
          const size = spectralNorm(power, n, n);
          exponent += Math.log(size) / 2 ** k;
          power = power.map((x) => x / size);
          power = matmul(power, power, n, n, n);
        }
        expectNear(radius, Math.exp(exponent), 1e-8);
      }),
      runs,
    );
  });

  it('of zeros, and of a matrix that only moves numbers on until they are gone, is 0; of one number its magnitude', () => {
    expect(spectralRadius(new Float64Array(9), 3)).toBe(0);
    expect(spectralRadius(Float64Array.of(0, 1, 0, 0, 0, 1, 0, 0, 0), 3)).toBe(0);
    expect(spectralRadius(Float64Array.of(-3), 1)).toBe(3);
    expect(spectralRadius(new Float64Array(0), 0)).toBe(0);
  });
});
