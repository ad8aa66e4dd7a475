import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellIds, cells } from '../../../src/engine/cells/index.ts';
import type { Example } from '../../../src/engine/model.ts';
import { createNetwork, slotIndex } from '../../../src/engine/network.ts';
import { memoryCap, runBytes } from '../../../src/engine/run/memory.ts';
import { createTrace } from '../../../src/engine/run/trace.ts';
import { run, situations, situationOf, type Situation } from '../random.ts';

const runs = { seed: 8, numRuns: 150 };
const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a), Math.abs(b));

/** The b-th sequence of a batch, alone. */
function alone({ initialStates, examples, network, ...rest }: Situation, b: number): Situation {
  const H = network.model.hiddenSize;
  const own = Object.entries(initialStates).map(([symbol, values]) => [symbol, values.subarray(b * H, (b + 1) * H)] as const);
  return { ...rest, network, examples: [examples[b]!], initialStates: Object.fromEntries(own) };
}

describe('a batch', () => {
  it('has the mean of its sequences’ losses and gradients, whatever their lengths: what is past an end counts for nothing', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const B = situation.examples.length;
        const { trace, pass } = run(situation);
        const singles = situation.examples.map((_, b) => run(alone(situation, b)));
        expect(near(pass.totalLoss(), singles.reduce((sum, each) => sum + each.pass.totalLoss() / B, 0))).toBe(true);
        trace.parameterGradients.forEach((each, i) => {
          expect(near(each, singles.reduce((sum, single) => sum + single.trace.parameterGradients[i]! / B, 0))).toBe(true);
        });
      }),
      runs,
    );
  });

  it('computes each sequence as if it were alone, and leaves rows past its end at 0', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const B = situation.examples.length;
        const { trace } = run(situation);
        situation.examples.forEach((_, b) => {
          const single = run(alone(situation, b)).trace;
          situation.network.program.slots.forEach(({ size }, s) => {
            const [all, one] = [trace.values[s]!, single.values[s]!];
            for (let row = 0; row * B * size < all.length; row++) {
              const own = [...all.subarray((row * B + b) * size, (row * B + b + 1) * size)];
              const expected = one.length > row * size ? [...one.subarray(row * size, (row + 1) * size)] : own.map(() => 0);
              expect(own).toEqual(expected);
            }
          });
        });
      }),
      runs,
    );
  });
});

describe('truncated backpropagation', () => {
  const recurrent = cellIds.filter((id) => cells[id].family !== 'feedforward');
  const truncations = fc.record({
    cell: fc.constantFrom(...recurrent),
    T: fc.integer({ min: 1, max: 7 }),
    window: fc.integer({ min: 1, max: 8 }),
    state: fc.constantFrom('carried' as const, 'reset' as const),
    seed: fc.nat(1000),
  });

  it('is the gradient of its windows run one after another, with the state carried over as a number, or reset', () => {
    fc.assert(
      fc.property(truncations, ({ cell, T, window, state, seed }) => {
        const whole = situationOf(
          { cell, topology: 'many-to-many-synced', loss: 'cross_entropy', biases: 'two', timeReduction: 'sum', inputSize: 3, hiddenSize: 2, outputSize: 3 },
          { lengths: [[T, T]], isOneHot: true, seed },
        );
        const { trace } = run({ ...whole, truncation: { window, state } });
        const [{ inputs, targets }] = whole.examples as [Example];
        const total = new Float64Array(whole.parameters.length);
        let states = whole.initialStates;
        for (let from = 0; from < T; from += window) {
          const to = Math.min(from + window, T);
          if (inputs.kind !== 'one-hot') throw new Error('one-hot inputs were asked for');
          const part: Example = { inputs: { kind: 'one-hot', indices: inputs.indices.subarray(from, to) }, targets: targets.subarray(from, to) };
          const own = run({ ...whole, examples: [part], initialStates: state === 'carried' ? states : whole.initialStates });
          own.trace.parameterGradients.forEach((each, i) => (total[i]! += each));
          states = Object.fromEntries(
            Object.keys(states).map((symbol) => [symbol, own.trace.values[slotIndex(whole.network.program, symbol)]!.slice((to - from) * 2)]),
          );
        }
        trace.parameterGradients.forEach((each, i) => expect(near(each, total[i]!)).toBe(true));
      }),
      runs,
    );
  });

  it('changes no number of the forward pass while the state is carried', () => {
    fc.assert(
      fc.property(situations, fc.integer({ min: 1, max: 4 }), (situation, window) => {
        const [cut, full] = [run({ ...situation, truncation: { window, state: 'carried' } }), run(situation)];
        cut.trace.values.forEach((each, s) => expect([...each]).toEqual([...full.trace.values[s]!]));
        expect(cut.pass.totalLoss()).toBe(full.pass.totalLoss());
      }),
      runs,
    );
  });
});

describe('what cannot be run is refused in words before it is begun', () => {
  const model = {
    cell: 'lstm', topology: 'many-to-one', loss: 'bce', biases: 'one', timeReduction: 'sum', inputSize: 2, hiddenSize: 3, outputSize: 1,
  } as const;
  const hot = (...indices: number[]): Example => ({ inputs: { kind: 'one-hot', indices: Int32Array.from(indices) }, targets: Float64Array.of(1) });
  const network = createNetwork(model);

  it.each([
    ['an empty batch', [], 'the batch has 0 sequences'],
    ['an empty sequence', [hot()], 'the sequence has 0 steps'],
    ['a word that is not there', [hot(0, 2)], 'a position from 0 to 1, or −1 for no word, but one of them is 2'],
    ['both kinds of inputs', [hot(0), { ...hot(0), inputs: { kind: 'dense', values: new Float64Array(2) } }], 'this one has both kinds'],
    ['half a vector', [{ ...hot(0), inputs: { kind: 'dense', values: new Float64Array(3) } }], 'need 2 numbers a step, but 3 numbers'],
    ['a target too many', [{ ...hot(0), targets: new Float64Array(2) }], '1 read-outs need 1 target numbers, but there are 2'],
    ['a single number of two', [{ ...hot(0), inputs: { kind: 'dense', values: new Float64Array(1) } }], 'need 2 numbers a step, but 1 numbers'],
    ['inputs of a kind that there is not', [{ ...hot(0), inputs: { kind: 'sparse' } }], 'The kind of the inputs should be one of one-hot, dense, but it is "sparse".'],
    ['inputs in a plain list', [{ ...hot(0), inputs: { kind: 'one-hot', indices: [0] } }], 'should be an Int32Array, but they are Array'],
    ['targets in a plain list', [{ ...hot(0), targets: [1] }], 'The targets should be a Float64Array, but they are Array.'],
    ['nothing at all', undefined, 'an example or a list of them is expected, but it is undefined'],
    ["a decoder's inputs", [{ ...hot(0), decoderInputs: hot(0).inputs }], 'has no decoder'],
  ] as const)('%s', (_, examples, words) => {
    expect(() => createTrace(network, examples as unknown as Example[])).toThrow(words);
  });

  it('a batch beyond the memory, with the estimate', () => {
    const large = createNetwork({ ...model, hiddenSize: 256 });
    const B = Math.ceil(memoryCap / runBytes(large, { lengths: [1000, 0], B: 1, isOneHot: [true, false] })) + 1;
    const example = hot(...Array.from({ length: 1000 }, () => 0));
    expect(() => createTrace(large, Array.from({ length: B }, () => example))).toThrow(/1,000 steps with 256 units and \d+ sequences at once would need [\d,]+ MB; the limit is 1,500 MB/);
  });

  it('a long sequence, before anything is made that grows with it', () => {
    const T = 20_000_000;
    const long: Example = { inputs: { kind: 'one-hot', indices: new Int32Array(T) }, targets: Float64Array.of(1) };
    expect(() => createTrace(network, long)).toThrow(/20,000,000 steps with 3 units would need [\d,]+ MB/);
  });

  it('a state of the next window that there is not', () => {
    const state = 'kept' as 'carried'; // as a caller without types might
    expect(() => createTrace(network, hot(0, 1), { window: 1, state })).toThrow('should be one of carried, reset, but it is "kept"');
  });

  it.each([
    ['cell', 'perceptron', 'The cell should be one of rnn_tanh'],
    ['cell', 'constructor', 'but it is "constructor"'],
    ['topology', 'ring', 'The topology should be one of one-to-one'],
    ['loss', 'hinge', 'The loss should be one of bce, cross_entropy, mse, but it is "hinge"'],
    ['biases', 'three', 'The number of biases should be one of one, two'],
    ['timeReduction', 'max', 'one of sum, mean, but it is "max"'],
    ['hiddenSize', 100_000, /would have 40,001,300,001 parameters; the limit is 50,000,000/],
  ] as const)('a network whose %s is %s', (key, value, words) => {
    expect(() => createNetwork({ ...model, [key]: value })).toThrow(words);
  });

  it('a cell without a memory over many steps, and a direction that a topology does not have', () => {
    expect(() => createNetwork({ ...model, cell: 'feedforward_tanh' })).toThrow('has no memory to carry');
    expect(() => createNetwork({ ...model, topology: 'one-to-many', bidirectional: true })).toThrow('One to many has no reverse direction');
    expect(() => createNetwork({ ...model, hiddenSize: 0 })).toThrow('whole number from 1, but it is 0');
  });
});
