import { describe, expect, it } from 'vitest';
import { fillBias, fillMatrix, type MatrixRole, type SchemeId, schemes } from '../../../src/engine/recipe/initialise.ts';
import type { Vector } from '../../../src/engine/math/array.ts';
import { identity, magnitude, matmul, transpose } from '../../../src/engine/math/linear.ts';
import type { BiasId, CellId } from '../../../src/engine/model.ts';
import { createNetwork, parameterOf } from '../../../src/engine/network.ts';
import { initialParameters } from '../../../src/engine/recipe/parameters.ts';

const ids = Object.keys(schemes) as SchemeId[];
const roles: readonly MatrixRole[] = ['input', 'recurrent', 'output'];

interface Options {
  readonly seed?: number;
  readonly name?: string;
  readonly fanIn?: number;
  readonly hiddenSize?: number;
}

function matrix(rows: number, cols: number, role: MatrixRole, scheme: SchemeId, options: Options = {}): Vector {
  const out = new Float64Array(rows * cols).fill(NaN);
  const { seed = 1, name = 'W', fanIn = cols, hiddenSize = role === 'output' ? cols : rows } = options;
  fillMatrix(out, rows, cols, role, scheme, hiddenSize, seed, name, fanIn);
  return out;
}

function bias(size: number, scheme: SchemeId, hiddenSize: number): Vector {
  const out = new Float64Array(size).fill(NaN);
  fillBias(out, scheme, hiddenSize, 1, 'b_h');
  return out;
}

/** How far qᵀq is from the identity. */
const tilt = (q: Vector, n: number): number =>
  magnitude(matmul(transpose(q, n, n), q, n, n, n).map((x, i) => x - identity(n)[i]!));

/** The bound that the entries come close to but do not pass. */
function expectBound(m: Vector, bound: number): void {
  expect(magnitude(m)).toBeLessThanOrEqual(bound);
  expect(magnitude(m)).toBeGreaterThan(0.97 * bound);
}

describe.each(ids)('the scheme %s', (scheme) => {
  it('is described', () => {
    expect(schemes[scheme].id).toBe(scheme);
    expect(schemes[scheme].words).toMatch(/^[A-Z].*\.$/);
    expect(schemes[scheme].source).not.toBe('');
  });

  it.each(roles)('fills every entry of an %s matrix, the same each time', (role) => {
    const m = matrix(6, 6, role, scheme);
    expect(m.every(Number.isFinite)).toBe(true);
    expect(matrix(6, 6, role, scheme)).toEqual(m);
  });

  it('gives other weights for another seed or another name', () => {
    for (const role of ['input', 'output'] as const) {
      const m = matrix(4, 5, role, scheme);
      expect(matrix(4, 5, role, scheme, { seed: 2 })).not.toEqual(m);
      expect(matrix(4, 5, role, scheme, { name: 'V' })).not.toEqual(m);
    }
  });

  it('leaves all other columns as they were when a word is added', () => {
    const [before, after] = [5, 7];
    const small = matrix(3, before, 'input', scheme, { fanIn: before });
    const large = matrix(3, after, 'input', scheme, { fanIn: before });
    for (let row = 0; row < 3; row++) {
      expect(large.slice(row * after, row * after + before)).toEqual(small.slice(row * before, (row + 1) * before));
    }
  });

  it('can fill a part of a larger buffer', () => {
    const buffer = new Float64Array(20).fill(9);
    fillMatrix(buffer.subarray(4, 13), 3, 3, 'recurrent', scheme, 3, 1, 'W');
    expect(buffer.subarray(4, 13)).toEqual(matrix(3, 3, 'recurrent', scheme));
    expect([buffer[3], buffer[13]]).toEqual([9, 9]);
  });
});

describe('uniform', () => {
  it('draws weights and biases between −1/√H and 1/√H', () => {
    for (const role of roles) expectBound(matrix(25, 25, role, 'uniform'), 1 / 5);
    expectBound(bias(500, 'uniform', 25), 1 / 5);
  });

  it('does not care how many words there are', () => {
    expect(matrix(3, 5, 'input', 'uniform', { fanIn: 5 })).toEqual(matrix(3, 5, 'input', 'uniform', { fanIn: 500 }));
  });
});

describe('xavier', () => {
  it('draws weights by the sizes on both sides', () => {
    expectBound(matrix(20, 40, 'input', 'xavier'), Math.sqrt(6 / 60));
    expectBound(matrix(20, 20, 'recurrent', 'xavier'), Math.sqrt(6 / 40));
    expectBound(matrix(30, 20, 'output', 'xavier'), Math.sqrt(6 / 50));
  });

  it('reckons with one gate, however many are stacked', () => {
    expectBound(matrix(80, 20, 'recurrent', 'xavier', { hiddenSize: 20 }), Math.sqrt(6 / 40));
  });

  it('keeps the scale of the base vocabulary', () => {
    expectBound(matrix(20, 60, 'input', 'xavier', { fanIn: 40 }), Math.sqrt(6 / 60));
  });
});

describe('orthogonal', () => {
  it.each([1, 2, 5, 16, 64])('makes W_hh of %d units a rotation', (n) => {
    expect(tilt(matrix(n, n, 'recurrent', 'orthogonal'), n)).toBeLessThan(1e-12);
  });

  it('makes rotations of all kinds, mirrored ones too', () => {
    const signs = new Set<number>();
    for (let seed = 0; seed < 20; seed++) signs.add(Math.sign(matrix(1, 1, 'recurrent', 'orthogonal', { seed })[0]!));
    expect(signs).toEqual(new Set([1, -1]));
  });

  it('gives each stacked gate a rotation of its own', () => {
    const stacked = matrix(12, 3, 'recurrent', 'orthogonal', { hiddenSize: 3 });
    const gates = [0, 1, 2, 3].map((gate) => stacked.slice(gate * 9, (gate + 1) * 9));
    for (const gate of gates) expect(tilt(gate, 3)).toBeLessThan(1e-12);
    expect(gates[1]).not.toEqual(gates[0]);
  });
});

describe('identity', () => {
  it('makes W_hh the identity', () => {
    expect(matrix(4, 4, 'recurrent', 'identity')).toEqual(identity(4));
  });

  it('makes each stacked gate the identity', () => {
    const stacked = matrix(6, 3, 'recurrent', 'identity', { hiddenSize: 3 });
    expect(stacked).toEqual(Float64Array.from([...identity(3), ...identity(3)]));
  });
});

describe('biases', () => {
  it.each(['xavier', 'orthogonal', 'identity'] as const)('start at zero with %s', (scheme) => {
    expect(bias(3, scheme, 3)).toEqual(new Float64Array(3));
  });
});

describe('a matrix of the wrong shape', () => {
  it('is refused in words', () => {
    expect(() => fillMatrix(new Float64Array(5), 2, 3, 'input', 'uniform', 2, 1, 'W_xh')).toThrow(
      'The matrix W_xh should have 2 rows and 3 columns, so 6 numbers, but it has 5.',
    );
    expect(() => matrix(5, 2, 'input', 'uniform', { hiddenSize: 2 })).toThrow('2 rows for each gate, but it has 5');
    expect(() => matrix(2, 3, 'recurrent', 'orthogonal')).toThrow('2 columns, but it has 3');
  });
});

describe('the bias of the forget gate', () => {
  const model = { topology: 'many-to-one', loss: 'bce', timeReduction: 'sum', inputSize: 3, hiddenSize: 4, outputSize: 1 } as const;
  const started = (cell: CellId, biases: BiasId, forgetBias?: number) => {
    const network = createNetwork({ ...model, cell, biases });
    const values = initialParameters(network, { initialisation: { scheme: 'uniform', scale: 1, seed: 4, forgetBias }, baseInputSize: 3 });
    return { network, values, of: (symbol: string) => [...values.subarray(parameterOf(network.program, symbol)!.offset).subarray(0, 4)] };
  };

  it('starts where it is asked to, as the sum of both where there are two', () => {
    expect(started('lstm', 'one', 1).of('b_f')).toEqual([1, 1, 1, 1]);
    expect([started('lstm', 'two', 1.5).of('b_if'), started('lstm', 'two', 1.5).of('b_hf')]).toEqual([[1.5, 1.5, 1.5, 1.5], [0, 0, 0, 0]]);
  });

  it('leaves every other number as it is, and all of them where it is not asked for or there is no such gate', () => {
    const [plain, high] = [started('lstm', 'one'), started('lstm', 'one', 1)];
    const { offset } = parameterOf(plain.network.program, 'b_f')!;
    expect(plain.of('b_f').some((each) => each !== 0)).toBe(true);
    const others = (values: Float64Array): number[] => [...values.subarray(0, offset), ...values.subarray(offset + 4)];
    expect(others(high.values)).toEqual(others(plain.values));
    expect([...started('gru', 'one', 1).values]).toEqual([...started('gru', 'one').values]);
  });

  it('a scale multiplies every recurrent matrix, each gate’s as well', () => {
    const network = createNetwork({ ...model, cell: 'lstm', biases: 'one' });
    const scaled = (scale: number) => initialParameters(network, { initialisation: { scheme: 'orthogonal', scale, seed: 4 }, baseInputSize: 3 });
    const [one, two] = [scaled(1), scaled(2)];
    for (const { role, offset, rows, columns } of network.program.parameters) {
      for (let i = offset; i < offset + rows * columns; i++) expect(two[i]).toBe(one[i]! * (role === 'recurrent' ? 2 : 1));
    }
  });
});
