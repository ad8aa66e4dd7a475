import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gradientNorms, hasManyLosses, largestSingularValue, lastLossNorms, slopeBound } from '../../../src/engine/gradient/flow.ts';
import type { CellId, Example, Model } from '../../../src/engine/model.ts';
import { createNetwork } from '../../../src/engine/network.ts';
import { Numbers } from '../../../src/engine/explain/numbers.ts';
import { initialParameters } from '../../../src/engine/recipe/parameters.ts';
import { Pass } from '../../../src/engine/run/pass.ts';
import { createTrace, type Trace } from '../../../src/engine/run/trace.ts';

interface Golden {
  readonly config: Pick<Model, 'cell' | 'topology' | 'loss' | 'timeReduction' | 'inputSize' | 'hiddenSize' | 'outputSize'>;
  readonly params: Readonly<Record<string, { readonly data: readonly (number | readonly number[])[] }>>;
  readonly inputs: readonly (readonly number[])[];
  readonly targets: readonly (readonly number[])[];
  readonly expected: { readonly chains: { readonly forward: { readonly dL_dh: readonly (readonly number[])[] } } };
}

function golden(name: string): Golden {
  return JSON.parse(readFileSync(new URL(`../../golden/${name}.json`, import.meta.url), 'utf8')) as Golden;
}

const cells: readonly CellId[] = ['rnn_tanh', 'rnn_sigmoid', 'rnn_relu'];

const sizes: Model = {
  cell: 'rnn_tanh',
  topology: 'many-to-one',
  loss: 'bce',
  biases: 'one',
  timeReduction: 'sum',
  inputSize: 3,
  hiddenSize: 4,
  outputSize: 1,
};

function run(cell: CellId, T: number, part: Partial<Model> = {}, scale = 1): { trace: Trace; parameters: Float64Array } {
  const model: Model = { ...sizes, cell, ...part };
  const network = createNetwork(model);
  const parameters = initialParameters(network, { initialisation: { scheme: 'uniform', scale, seed: 1 }, baseInputSize: 3 });
  const readouts = model.topology === 'many-to-one' ? 1 : T;
  const trace = createTrace(network, {
    inputs: { kind: 'one-hot', indices: Int32Array.from({ length: T }, (_, t) => t % 3) },
    targets: new Float64Array(readouts),
  });
  const pass = new Pass(trace, parameters);
  pass.forward();
  pass.backward();
  return { trace, parameters };
}

describe('the norms of the gradient', () => {
  it('are those of the numbers, one a step and one for the initial state', () => {
    const { trace, parameters } = run('rnn_tanh', 6);
    const numbers = new Numbers(trace, parameters, 0.5);
    const norms = gradientNorms(trace);
    expect(norms).toHaveLength(7);
    norms.forEach((each, t) => expect(each).toBe(numbers.gradientNorm('h', t)));
  });

  it.each(['05a-vanishing-sigmoid-T30', '05c-vanishing-tanh-T30', '05d-exploding-relu-T30'])('agree with PyTorch: %s', (name) => {
    const { config, params, inputs, targets, expected } = golden(name);
    const network = createNetwork({ ...config, biases: 'two' });
    const trace = createTrace(network, {
      inputs: { kind: 'dense', values: Float64Array.from(inputs.flat()) },
      targets: Float64Array.from(targets.flat()),
    });
    const parameters = new Float64Array(network.program.parameterCount);
    for (const { offset, torch } of network.program.parameters) parameters.set([params[torch]!.data].flat(2), offset);
    const pass = new Pass(trace, parameters);
    pass.forward();
    pass.backward();
    const norms = gradientNorms(trace);
    expected.chains.forward.dL_dh.forEach((row, k) => {
      const wanted = Math.hypot(...row);
      expect(Math.abs(norms[k + 1]! / wanted - 1)).toBeLessThan(1e-8);
    });
  });

  it('stay right where squares would underflow', () => {
    const { trace } = run('rnn_sigmoid', 400, {}, 0.1);
    const norms = gradientNorms(trace);
    const smallest = norms.findLast((each) => each > 0 && each < 1e-200);
    expect(smallest).toBeGreaterThan(0);
  });

  it.each(cells)('are never above (σ_max γ)^(T−t) times the last one, with %s', (cell) => {
    for (const scale of [0.3, 1, 3]) {
      const { trace, parameters } = run(cell, 25, {}, scale);
      const norms = gradientNorms(trace);
      const shrink = largestSingularValue(trace.network, parameters) * slopeBound(cell);
      norms.forEach((each, t) => expect(each).toBeLessThanOrEqual(norms[25]! * shrink ** (25 - t) * (1 + 1e-12)));
    }
  });
});

describe('the gradient of the last loss alone', () => {
  it('is the whole gradient where there is one loss', () => {
    const { trace, parameters } = run('rnn_tanh', 8);
    expect(hasManyLosses(trace)).toBe(false);
    expect(lastLossNorms(trace, parameters)).toEqual(gradientNorms(trace));
  });

  it('keeps the bound where every step has a loss, and leaves the trace as it was', () => {
    const { trace, parameters } = run('rnn_tanh', 20, { topology: 'many-to-many-synced' }, 0.5);
    const before = trace.gradients.map((each) => each.slice());
    const alone = lastLossNorms(trace, parameters);
    const shrink = largestSingularValue(trace.network, parameters);
    expect(hasManyLosses(trace)).toBe(true);
    expect(alone[20]).toBe(gradientNorms(trace)[20]);
    alone.forEach((each, t) => expect(each).toBeLessThanOrEqual(alone[20]! * shrink ** (20 - t) * (1 + 1e-12)));
    expect(alone[1]).toBeLessThan(gradientNorms(trace)[1]! / 100);
    expect(trace.gradients).toEqual(before);
  });
});

describe('the norms of one sequence of a batch', () => {
  const network = createNetwork({ ...sizes, topology: 'many-to-many-synced' });
  const parameters = initialParameters(network, { initialisation: { scheme: 'uniform', scale: 1, seed: 2 }, baseInputSize: 3 });
  const examples = [3, 6, 4].map((T): Example => ({
    inputs: { kind: 'one-hot', indices: Int32Array.from({ length: T }, (_, t) => (t + T) % 3) }, targets: new Float64Array(T),
  }));
  const traceOf = (batch: Example | readonly Example[]): Trace => {
    const trace = createTrace(network, batch);
    const pass = new Pass(trace, parameters);
    pass.forward();
    pass.backward();
    return trace;
  };
  const batch = traceOf(examples);

  it('are those of it alone, over the number of sequences, and as many as it has steps', () => {
    examples.forEach((example, b) => {
      const alone = traceOf(example);
      const norms = gradientNorms(batch, b);
      expect(norms.length).toBe(alone.stepCount + 1);
      norms.forEach((each, t) => expect(each).toBeCloseTo(gradientNorms(alone)[t]! / 3, 14));
      lastLossNorms(batch, parameters, b).forEach((each, t) => expect(each).toBeCloseTo(lastLossNorms(alone, parameters)[t]!, 14));
    });
  });

  it('are refused in words where there is no such sequence', () => {
    expect(() => gradientNorms(batch, 3)).toThrow('The batch has 3 sequences, counted from 0, so there is no sequence 3.');
    expect(() => lastLossNorms(batch, parameters, -1)).toThrow('there is no sequence -1');
  });

  it('of the last loss begin at the last step also where both directions are read', () => {
    const { trace, parameters: own } = run('rnn_tanh', 5, { topology: 'many-to-many-synced', bidirectional: true });
    const norms = lastLossNorms(trace, own);
    expect(norms[5]).toBeGreaterThan(norms[4]!);
    expect(norms[1]).toBeGreaterThan(0);
  });
});

describe('the largest singular value', () => {
  it('scales with W_hh', () => {
    const one = run('rnn_tanh', 2, {}, 1);
    const three = run('rnn_tanh', 2, {}, 3);
    const sigma = largestSingularValue(one.trace.network, one.parameters);
    expect(largestSingularValue(three.trace.network, three.parameters)).toBeCloseTo(3 * sigma, 12);
  });
});

describe('the steepest slope', () => {
  it.each([
    ['rnn_tanh', Math.tanh],
    ['rnn_sigmoid', (z: number) => 1 / (1 + Math.exp(-z))],
    ['rnn_relu', (z: number) => Math.max(0, z)],
  ] as const)('of %s is reached and never passed', (cell, activation) => {
    const slopes = Array.from({ length: 2001 }, (_, k) => {
      const z = (k - 1000) / 100;
      return (activation(z + 1e-6) - activation(z - 1e-6)) / 2e-6;
    });
    expect(Math.max(...slopes)).toBeCloseTo(slopeBound(cell), 6);
  });
});
