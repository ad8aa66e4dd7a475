import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { freeRun, generate } from '../../../src/engine/run/generate.ts';
import type { Example, Model } from '../../../src/engine/model.ts';
import { createNetwork, slotIndex } from '../../../src/engine/network.ts';
import { stream } from '../../../src/engine/math/random.ts';

const model: Model = {
  cell: 'rnn_tanh', topology: 'one-to-many', loss: 'cross_entropy', biases: 'one', timeReduction: 'sum',
  inputSize: 4, hiddenSize: 3, outputSize: 4,
};

function randomParameters(of: Model, seed = 1): Float64Array {
  const random = stream(seed, 'generate');
  return Float64Array.from({ length: createNetwork(of).program.parameterCount }, () => random.uniform(-2, 2));
}

interface Golden {
  readonly params: Readonly<Record<string, { readonly data: readonly (number | readonly number[])[] }>>;
  readonly inputs: readonly (readonly number[])[];
  readonly targets: readonly number[];
  readonly h0: { readonly forward: readonly number[] };
  readonly expected: { readonly freeRunning: { readonly argmax: readonly number[]; readonly logits: readonly (readonly number[])[] } };
}

describe('free running', () => {
  it('makes the words and scores that PyTorch makes', () => {
    const golden = JSON.parse(readFileSync(new URL('../../golden/07b-one-to-many-teacher-forced.json', import.meta.url), 'utf8')) as Golden;
    const outputSize = golden.params['fc.bias']!.data.length;
    const network = createNetwork({ ...model, biases: 'two', inputSize: golden.inputs[0]!.length, hiddenSize: golden.h0.forward.length, outputSize });
    const parameters = new Float64Array(network.program.parameterCount);
    for (const { torch, offset } of network.program.parameters) parameters.set(golden.params[torch]!.data.flat(), offset);
    const example: Example = {
      inputs: { kind: 'dense', values: Float64Array.from(golden.inputs.flat()) },
      targets: Float64Array.from(golden.targets),
    };
    const { trace, choices } = freeRun(network, parameters, example, { initialStates: { h: golden.h0.forward } });
    expect([...choices]).toEqual(golden.expected.freeRunning.argmax);
    const logits = trace.values[slotIndex(network.program, 'y')]!.subarray(outputSize);
    golden.expected.freeRunning.logits.flat().forEach((each, i) => expect(logits[i]).toBeCloseTo(each, 12));
  });

  it('feeds back one-hot indices as it feeds back their vectors, and leaves the example as it was', () => {
    const network = createNetwork(model);
    const parameters = randomParameters(model);
    const indices = Int32Array.of(2, -1, -1, -1, -1);
    const values = new Float64Array(20);
    values[2] = 1;
    const targets = new Float64Array(5);
    const hot = freeRun(network, parameters, { inputs: { kind: 'one-hot', indices }, targets });
    const dense = freeRun(network, parameters, { inputs: { kind: 'dense', values }, targets });
    expect([...hot.choices]).toEqual([...dense.choices]);
    expect(hot.pass.totalLoss()).toBe(dense.pass.totalLoss());
    expect([...indices]).toEqual([2, -1, -1, -1, -1]);
    expect(values.filter((value) => value !== 0)).toHaveLength(1);
    // What was fed back is what was chosen.
    const fed = hot.trace.example.inputs;
    expect(fed.kind === 'one-hot' && [...fed.indices.subarray(1)]).toEqual([...hot.choices.subarray(0, 4)]);
  });

  it('sends the output itself back where numbers are put out', () => {
    const forecast: Model = { ...model, loss: 'mse', inputSize: 1, outputSize: 1 };
    const network = createNetwork(forecast);
    const { trace, choices } = freeRun(network, randomParameters(forecast), { inputs: { kind: 'dense', values: Float64Array.of(0.3, 0, 0, 0) }, targets: new Float64Array(4) });
    const [x, y] = ['x', 'y'].map((symbol) => trace.values[slotIndex(network.program, symbol)]!) as [Float64Array, Float64Array];
    expect([...x.subarray(2)]).toEqual([...y.subarray(1, 4)]);
    expect(choices).toHaveLength(0);
  });

  it('continues a prompt, and stops after the word that ends it', () => {
    const network = createNetwork({ ...model, topology: 'many-to-many-synced' });
    const parameters = randomParameters(model);
    const whole = generate(network, parameters, Int32Array.of(1, 3), 6);
    expect(whole).toHaveLength(6);
    const stopped = generate(network, parameters, Int32Array.of(1, 3), 6, { until: whole[1] });
    expect([...stopped]).toEqual([...whole.subarray(0, whole.indexOf(whole[1]!) + 1)]);
  });

  it('samples by the seed: the same again, another with another; coldly like greedy, hotly every word', () => {
    const network = createNetwork(model);
    const parameters = randomParameters(model);
    const sampled = (temperature: number, seed: number, count = 12): number[] =>
      [...generate(network, parameters, Int32Array.of(0), count, { choice: { kind: 'sampled', temperature, seed } })];
    expect(sampled(1, 5)).toEqual(sampled(1, 5));
    expect(sampled(1, 5)).not.toEqual(sampled(1, 6));
    expect(sampled(1e-6, 5)).toEqual([...generate(network, parameters, Int32Array.of(0), 12)]);
    expect(new Set(sampled(1e6, 5, 200)).size).toBe(4);
  });

  it('takes words as often as their probabilities say', () => {
    // Without a memory to speak of, each step is drawn from the same softmax of the bias.
    const network = createNetwork(model);
    const parameters = new Float64Array(network.program.parameterCount);
    parameters.set([0, Math.log(2), Math.log(3), Math.log(4)], network.program.parameters.find(({ symbol }) => symbol === 'b_y')!.offset);
    const made = generate(network, parameters, Int32Array.of(0), 20_000, { choice: { kind: 'sampled', temperature: 1, seed: 9 } });
    [0.1, 0.2, 0.3, 0.4].forEach((share, word) => expect(made.filter((each) => each === word).length / 20_000).toBeCloseTo(share, 1));
  });

  it('samples the word whose score has grown to infinity, as it is chosen greedily', () => {
    const network = createNetwork(model);
    const parameters = new Float64Array(network.program.parameterCount);
    parameters[network.program.parameters.find(({ symbol }) => symbol === 'b_y')!.offset + 1] = Infinity;
    const made = generate(network, parameters, Int32Array.of(0), 3, { choice: { kind: 'sampled', temperature: 1, seed: 9 } });
    expect([...made]).toEqual([1, 1, 1]);
  });

  it('says in words why it cannot be', () => {
    const example: Example = { inputs: { kind: 'one-hot', indices: Int32Array.of(0) }, targets: new Float64Array(1) };
    const attempt = (part: Partial<Model>) => () => freeRun(createNetwork({ ...model, ...part }), randomParameters({ ...model, ...part }), example);
    expect(attempt({ inputSize: 3 })).toThrow('there are 4 outputs and 3 inputs');
    expect(attempt({ topology: 'many-to-one' })).toThrow('one output at its end');
    expect(attempt({ loss: 'bce' })).toThrow('yes-or-no');
    expect(attempt({ topology: 'many-to-many-synced', bidirectional: true })).toThrow('both directions');
    expect(() => generate(createNetwork(model), randomParameters(model).fill(NaN), Int32Array.of(0), 3)).toThrow('No output can be chosen at t = 1: a score there is not a number');
    expect(() => generate(createNetwork(model), randomParameters(model), new Int32Array(0), 3)).toThrow('at least one input');
    expect(() => generate(createNetwork(model), randomParameters(model), Int32Array.of(0), 1e12)).toThrow('1,000,000,000,000 steps with 3 units would need');
    expect(() => generate(createNetwork(model), randomParameters(model), Int32Array.of(0), 3, { choice: { kind: 'sampled', temperature: 0, seed: 1 } })).toThrow('temperature is a number above 0');
  });
});
