import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellIds } from '../../../src/engine/cells/index.ts';
import { kernelLearner } from '../../../src/engine/kernel/learner.ts';
import { layOut } from '../../../src/engine/kernel/layout.ts';
import { plainLearner, type Learner } from '../../../src/engine/learn/learner.ts';
import type { Example, Model } from '../../../src/engine/model.ts';
import { createNetwork, type Network } from '../../../src/engine/network.ts';
import { stream } from '../../../src/engine/math/random.ts';
import { situations } from '../random.ts';
import { softCell, unusualCells } from './cells.ts';

const model: Model = {
  cell: 'lstm', topology: 'many-to-many-synced', loss: 'cross_entropy', biases: 'two', timeReduction: 'mean', inputSize: 5, hiddenSize: 7, outputSize: 3,
};

/** Both learners with the same parameters. */
function learners(network: Network, initial: Float64Array): readonly [Learner, Learner] {
  const kernel = kernelLearner(network, initial);
  if (!kernel) throw new Error('The kernel does not take this network.');
  return [plainLearner(network, initial), kernel];
}

const numbers = (count: number, seed: number, size = 0.5): Float64Array => {
  const random = stream(seed, 'numbers');
  return Float64Array.from({ length: count }, () => random.uniform(-size, size));
};

function exampleOf({ inputSize, outputSize }: Model, T: number, seed: number): Example {
  const random = stream(seed, 'example');
  return {
    inputs: { kind: 'one-hot', indices: Int32Array.from({ length: T }, () => random.integer(inputSize + 1) - 1) },
    targets: Float64Array.from({ length: T }, () => random.integer(outputSize)),
  };
}

/** The same numbers but for rounding, measured by the largest of them. */
function expectSame(plain: Float64Array, kernel: Float64Array, tolerance = 1e-12): void {
  const scale = Math.max(1, ...plain.map(Math.abs));
  expect(Math.max(...plain.map((x, i) => Math.abs(x - kernel[i]!)))).toBeLessThan(tolerance * scale);
}

describe("the kernel's loss and gradients", () => {
  it('are those of the plain loops for every cell, topology, batch and loss', () => {
    fc.assert(
      fc.property(situations, ({ network, parameters, examples, initialStates }) => {
        const [plain, kernel] = learners(network, parameters);
        const [expected, loss] = [plain, kernel].map((learner) => learner.lesson(examples, { initialStates }).run()) as [number, number];
        expect(Math.abs(loss - expected)).toBeLessThan(1e-13 * Math.max(1, Math.abs(expected)));
        expectSame(plain.gradients, kernel.gradients);
      }),
      { seed: 1, numRuns: 120 },
    );
  });

  it('are the same over many hundred steps, which are added up in stretches, and with pauses to the last bit', () => {
    const encoding: Model = { ...model, topology: 'encoder-decoder', cell: 'gru', decoderInputSize: 5 };
    for (const each of [model, encoding]) {
      const network = createNetwork(each);
      const [plain, kernel] = learners(network, numbers(network.program.parameterCount, 6));
      const isSplit = each.topology === 'encoder-decoder';
      const examples = [700, 300, 513].map((T, k): Example => {
        const example = exampleOf(each, T, k);
        return isSplit ? { ...exampleOf(each, 260 + k, k), inputs: example.inputs, decoderInputs: exampleOf(each, 260 + k, k + 9).inputs } : example;
      });
      const [expected, loss] = [plain, kernel].map((learner) => learner.lesson(examples).run()) as [number, number];
      expect(Math.abs(loss - expected)).toBeLessThan(1e-13 * expected);
      expectSame(plain.gradients, kernel.gradients);
      const atOnce = kernel.gradients.slice();
      const paused = kernel.lesson(examples).steps();
      let next = paused.next();
      while (next.done !== true) next = paused.next();
      expect(next.value).toBe(loss);
      expect([...kernel.gradients]).toEqual([...atOnce]);
    }
  });

  it('follow the equations of cells that no table has', () => {
    for (const [name, cell] of Object.entries(unusualCells)) {
      for (const hiddenSize of [1, 6]) {
        const network = createNetwork({ ...model, hiddenSize }, cell);
        const [plain, kernel] = learners(network, numbers(network.program.parameterCount, 3));
        const examples = [exampleOf(model, 4, 1), exampleOf(model, 6, 2)];
        const [expected, loss] = [plain, kernel].map((learner) => learner.lesson(examples).run()) as [number, number];
        expect(loss, `${name}`).toBeCloseTo(expected, 13);
        expectSame(plain.gradients, kernel.gradients);
      }
    }
  });

  it('end at 0 where they have vanished below 1e-290, before numbers become slow', () => {
    const network = createNetwork({ ...model, cell: 'rnn_tanh', loss: 'mse', topology: 'many-to-one' });
    const [plain, kernel] = learners(network, new Float64Array(network.program.parameterCount));
    const readout = network.program.parameters.find(({ symbol }) => symbol === 'W_hy')!;
    for (const learner of [plain, kernel]) learner.parameters.fill(1, readout.offset, readout.offset + readout.rows * readout.columns);
    const example = { ...exampleOf(model, 3, 1), targets: Float64Array.of(1e-295, 0, 0) };
    for (const learner of [plain, kernel]) learner.lesson(example).run();
    expect(plain.gradients.subarray(0, readout.offset).some((g) => g !== 0)).toBe(true);
    expect(kernel.gradients.subarray(0, readout.offset).every((g) => g === 0)).toBe(true);
    const bias = network.program.parameters.find(({ symbol }) => symbol === 'b_y')!.offset;
    expect(kernel.gradients[bias]! / plain.gradients[bias]!).toBeCloseTo(1, 14);
  });

  it('are no numbers where the plain loops have none', () => {
    const network = createNetwork({ ...model, cell: 'rnn_relu' });
    for (const size of [1e200, NaN]) {
      const [plain, kernel] = learners(network, numbers(network.program.parameterCount, 1).map((x) => x * size));
      const example = exampleOf(model, 9, 1);
      expect(Number.isFinite(plain.lesson(example).run())).toBe(false);
      expect(Number.isFinite(kernel.lesson(example).run())).toBe(false);
    }
  });
});

describe('learning with the kernel', () => {
  it('goes the way of the plain loops over lessons of different lengths and sizes, while memory grows', () => {
    const network = createNetwork(model);
    const both = learners(network, numbers(network.program.parameterCount, 1));
    const batches = [[3], [9, 9, 9], [9, 4, 9], [200], [1], [5, 5]].map((lengths, k) => lengths.map((T, b) => exampleOf(model, T, 10 * k + b)));
    const [plain, kernel] = both.map((learner) => {
      const lessons = batches.map((batch) => learner.lesson(batch));
      const losses: number[] = [];
      for (let epoch = 0; epoch < 20; epoch++) {
        for (const lesson of lessons) {
          losses.push(lesson.run());
          learner.descend(0.3);
        }
      }
      return Float64Array.from(losses);
    }) as [Float64Array, Float64Array];
    const total = (losses: Float64Array): number => losses.reduce((sum, loss) => sum + loss);
    expect(total(plain.subarray(-6))).toBeLessThan(0.9 * total(plain.subarray(0, 6)));
    expectSame(plain, kernel, 1e-10);
    expectSame(both[0].parameters, both[1].parameters, 1e-10);
  });

  it('takes parameters that were changed in place', () => {
    const network = createNetwork(model);
    const start = numbers(network.program.parameterCount, 1);
    const other = numbers(network.program.parameterCount, 2);
    const [plain, kernel] = [plainLearner(network, other), kernelLearner(network, start)!];
    const example = exampleOf(model, 5, 1);
    const lesson = kernel.lesson(example);
    expect(lesson.run()).not.toBeCloseTo(plain.lesson(example).run(), 6);
    kernel.parameters.set(other);
    expect(lesson.run()).toBeCloseTo(plain.lesson(example).run(), 13);
  });

  it('with pauses has the same numbers to the last bit', () => {
    const large: Model = { ...model, cell: 'gru', hiddenSize: 40, inputSize: 30, topology: 'many-to-one', loss: 'mse', bidirectional: true };
    const network = createNetwork(large);
    const kernel = kernelLearner(network, numbers(network.program.parameterCount, 1))!;
    const lesson = kernel.lesson({ ...exampleOf(large, 150, 1), targets: Float64Array.of(0.5, 0.1, -0.4) });
    const loss = lesson.run();
    const gradients = kernel.gradients.slice();
    kernel.gradients.fill(NaN);
    const steps = lesson.steps();
    let pauses = 0;
    let next = steps.next();
    for (; next.done !== true; next = steps.next()) pauses++;
    expect(pauses).toBeGreaterThan(10);
    expect(next.value).toBe(loss);
    expect(kernel.gradients).toEqual(gradients);
  });

  it('leaves truncated gradients to the plain loops', () => {
    const network = createNetwork(model);
    const [plain, kernel] = learners(network, numbers(network.program.parameterCount, 1));
    const truncation = { window: 2, state: 'carried' } as const;
    const example = exampleOf(model, 7, 1);
    expect(kernel.lesson(example, { truncation }).run()).toBe(plain.lesson(example, { truncation }).run());
    expect(kernel.gradients).toEqual(plain.gradients);
  });
});

describe('what the kernel has code for', () => {
  const sizes = { B: 2, steps: [4, 4], isOneHot: [true, true] } as const;

  it('is every cell of the table', () => {
    for (const cell of cellIds) {
      const topology = cell.startsWith('feedforward') ? 'one-to-one' : 'encoder-decoder';
      const size = topology === 'one-to-one' ? { ...sizes, steps: [1, 1] as const } : sizes;
      expect(layOut(createNetwork({ ...model, cell, topology }), size, 64, 64, 64), `${cell}`).not.toBeNull();
    }
  });

  it('is not a cell with an operation that it does not know', () => {
    const network = createNetwork(model, softCell);
    expect(layOut(network, sizes, 64, 64, 64)).toBeNull();
    expect(kernelLearner(network, numbers(network.program.parameterCount, 1))).toBeNull();
  });
});
