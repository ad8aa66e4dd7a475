import { describe, expect, it } from 'vitest';
import { kernelLearner } from '../../../src/engine/kernel/learner.ts';
import { plainLearner, type Learner } from '../../../src/engine/learn/learner.ts';
import type { Example, Model } from '../../../src/engine/model.ts';
import { createNetwork, type Network } from '../../../src/engine/network.ts';

const model: Model = {
  cell: 'gru', topology: 'many-to-many-synced', loss: 'mse', biases: 'one', timeReduction: 'sum', inputSize: 2, hiddenSize: 3, outputSize: 1,
};
const network = createNetwork(model);
const initial = new Float64Array(network.program.parameterCount).fill(0.1);
const exampleOf = (T: number): Example => ({ inputs: { kind: 'one-hot', indices: new Int32Array(T) }, targets: new Float64Array(T).fill(1) });

const learners: readonly (readonly [string, (network: Network, initial: Float64Array) => Learner])[] = [
  ['the plain loops', plainLearner],
  ['the kernel', (...given) => {
    const kernel = kernelLearner(...given);
    if (!kernel) throw new Error('The kernel does not take this network.');
    return kernel;
  }],
];

describe.each(learners)('%s', (_, learnerOf) => {
  it('refuse another number of parameters', () => {
    for (const length of [initial.length - 1, initial.length + 1]) {
      expect(() => learnerOf(network, new Float64Array(length))).toThrow(`has ${initial.length} parameters, but ${length} numbers were given`);
    }
  });

  it.each([
    ['that there is not', { c: [1, 2, 3] }, 'This network has no state "c" to start with.'],
    ['that is a value but no state', { a_n: [1, 2, 3] }, 'This network has no state "a_n" to start with.'],
    ['of too many numbers', { h: [1, 2, 3, 4] }, 'h₀ needs 3 numbers, or 6 for 2 sequences, but 4 were given.'],
    ['of no numbers', { h: [] }, 'h₀ needs 3 numbers, or 6 for 2 sequences, but 0 were given.'],
  ] as const)('refuse an initial state %s', (_each, initialStates, words) => {
    const learner = learnerOf(network, initial);
    const examples = [exampleOf(2), exampleOf(1)];
    expect(() => learner.lesson(examples, { initialStates })).toThrow(words);
    expect(() => learner.lesson(examples, { initialStates, truncation: { window: 1, state: 'carried' } })).toThrow(words);
  });

  it('learn on after a lesson that was too large for the memory', () => {
    const learner = learnerOf(network, initial);
    const before = learner.lesson(exampleOf(5)).run();
    expect(() => learner.lesson(exampleOf(20_000_000))).toThrow('the limit is 1,500 MB');
    expect(learner.lesson(exampleOf(5)).run()).toBe(before);
  });
});

describe('the kernel', () => {
  it('learns on after a lesson that did not fit beside those before it', () => {
    const wide = createNetwork({ ...model, cell: 'rnn_tanh', hiddenSize: 1000 });
    const learner = kernelLearner(wide, new Float64Array(wide.program.parameterCount))!;
    // Each size of a batch has memory of its own, which is not touched before a run.
    const layAll = (): void => {
      for (const [B, T] of [[1, 8000], [2, 8000], [1, 15_000], [2, 10_000]] as const) learner.lesson(Array.from({ length: B }, () => exampleOf(T)));
    };
    expect(layAll).toThrow(/All that is laid out for learning would need [\d,]+ MB; the limit is 1,500 MB/);
    expect(learner.lesson(exampleOf(3)).run()).toBe(3);
  });

  it('lays out many read-outs in time that grows with their number, and more than a call may have arguments', () => {
    const example = exampleOf(150_000);
    const [plain, kernel] = learners.map(([, learnerOf]) => learnerOf(network, initial).lesson(example).run()) as [number, number];
    expect(Math.abs(kernel - plain)).toBeLessThan(1e-10 * plain);
  });
});
