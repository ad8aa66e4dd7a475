import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pass, firstNonFinite } from '../../../src/engine/run/pass.ts';
import type { Example, Inputs } from '../../../src/engine/model.ts';
import { inputsOf } from '../../../src/engine/run/sequences.ts';
import { createTrace } from '../../../src/engine/run/trace.ts';
import { Numbers } from '../../../src/engine/explain/numbers.ts';
import { createNetwork, decoderInputSizeOf, slotIndex } from '../../../src/engine/network.ts';
import { StepIndex } from '../../../src/engine/topology/stepIndex.ts';
import { nearKink, prepare, run, situations, type Situation } from '../random.ts';

const runs = { seed: 5, numRuns: 150 };

const lossOf = (situation: Situation): number => run(situation).pass.totalLoss();

/** Central difference of the loss along one number, which is put back. */
function slopeAlong(situation: Situation, array: Float64Array, index: number): number {
  const middle = array[index]!;
  const step = 1e-5 * Math.max(1, Math.abs(middle));
  array[index] = middle + step;
  const above = lossOf(situation);
  array[index] = middle - step;
  const below = lossOf(situation);
  array[index] = middle;
  return (above - below) / (2 * step);
}

const agree = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));

describe('backpropagation through time', () => {
  it('agrees with central differences for every parameter', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const { trace } = run(situation);
        fc.pre(!nearKink(situation, trace));
        situation.parameters.forEach((_, i) => {
          expect(agree(trace.parameterGradients[i]!, slopeAlong(situation, situation.parameters, i))).toBe(true);
        });
      }),
      runs,
    );
  });

  it('agrees with central differences for dense inputs, the decoder\'s as well, and every initial state', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const { trace } = run(situation);
        fc.pre(!nearKink(situation, trace));
        const { network, examples, initialStates } = situation;
        const gradientOf = (symbol: string): Float64Array => trace.gradients[slotIndex(network.program, symbol)]!;
        for (const [symbol, values] of Object.entries(initialStates)) {
          values.forEach((_, i) => expect(agree(gradientOf(symbol)[i]!, slopeAlong(situation, values, i))).toBe(true));
        }
        const B = examples.length;
        examples.forEach((example, b) => {
          for (const { axis, input } of network.program.chains) {
            const read = inputsOf(example, axis);
            if (read?.kind !== 'dense') continue;
            const { size } = network.program.slots[input]!;
            read.values.forEach((_, i) => {
              const at = ((Math.floor(i / size) + 1) * B + b) * size + (i % size);
              expect(agree(trace.gradients[input]![at]!, slopeAlong(situation, read.values, i))).toBe(true);
            });
          }
        });
      }),
      runs,
    );
  });

  it('gives the same numbers for a one-hot index as for its vector, and zeros for no word', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const { model } = situation.network;
        const vectors = (inputs: Inputs | undefined, size: number): Inputs | undefined => {
          if (inputs?.kind !== 'one-hot') return undefined;
          const values = new Float64Array(inputs.indices.length * size);
          inputs.indices.forEach((index, k) => index >= 0 && (values[k * size + index] = 1));
          return { kind: 'dense', values };
        };
        fc.pre(situation.examples[0]?.inputs.kind === 'one-hot');
        const examples = situation.examples.map((example): Example => ({
          ...example,
          inputs: vectors(example.inputs, model.inputSize)!,
          decoderInputs: vectors(example.decoderInputs, decoderInputSizeOf(model)),
        }));
        const dense = run({ ...situation, examples });
        const hot = run(situation);
        expect(hot.pass.totalLoss()).toBe(dense.pass.totalLoss());
        // −0 and 0 are the same number.
        expect([...hot.trace.parameterGradients].map((g) => g + 0)).toEqual([...dense.trace.parameterGradients].map((g) => g + 0));
      }),
      runs,
    );
  });

  it('computes in chunks what it computes at once', () => {
    fc.assert(
      fc.property(situations, fc.integer({ min: 1, max: 3 }), (situation, chunk) => {
        const whole = run(situation);
        const { trace, pass } = prepare(situation);
        const T = trace.steps.length;
        for (let k = 0; k < T; k += chunk) pass.forward(k, Math.min(k + chunk, T));
        for (let k = T; k > 0; k -= chunk) pass.backward(Math.max(k - chunk, 0), k);
        // Chunks take the sequences of a batch by turns, so that sums are added in another order.
        trace.parameterGradients.forEach((each, i) => expect(agree(each, whole.trace.parameterGradients[i]!)).toBe(true));
        const isSame = trace.parameterGradients.every((each, i) => each === whole.trace.parameterGradients[i]);
        expect(isSame || trace.sequences.length > 1).toBe(true);
      }),
      runs,
    );
  });

  it('adds the terms of all steps to the gradient of a shared weight', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const { trace } = run(situation);
        const numbers = new Numbers(trace, situation.parameters, 0.1);
        const { parameters } = situation.network.program;
        for (const { symbol, offset, rows: height, columns } of parameters) {
          const whole = trace.parameterGradients.subarray(offset, offset + height * columns);
          const total = new Float64Array(height * columns);
          for (let t = 1; t <= Math.max(...trace.sequences.flatMap(({ lengths }) => lengths)); t++) {
            numbers.term(symbol, t).forEach((value, i) => (total[i]! += value));
          }
          total.forEach((value, i) => expect(agree(value, whole[i]!)).toBe(true));
          // The running total at the step that comes last on the way back is the whole.
          const { chain } = situation.network.program.instructions.find(({ args }) =>
            args.some((arg) => arg.kind === 'parameter' && parameters[arg.index]!.symbol === symbol),
          )!;
          const rows = trace.sequences.flatMap(({ steps }) => new StepIndex(steps).rowsOf(chain));
          const lengths = new Set(trace.sequences.map((each) => each.lengths.join()));
          // Of different lengths, which row comes last on the way back is a matter of each sequence.
          if (lengths.size > 1) continue;
          const isReverse = situation.network.program.chains[chain]?.direction === -1 || (chain < 0 && trace.network.model.bidirectional === true);
          numbers.runningTotal(symbol, isReverse ? Math.max(...rows) : Math.min(...rows)).forEach((value, i) => expect(agree(value, whole[i]!)).toBe(true));
        }
      }),
      { ...runs, numRuns: 60 },
    );
  });
});

describe('losses from logits', () => {
  const model = { cell: 'rnn_tanh', topology: 'one-to-one', biases: 'one', timeReduction: 'sum', inputSize: 1, hiddenSize: 1 } as const;

  function lossAt(loss: 'bce' | 'cross_entropy', outputSize: number, logits: number[], target: number): { loss: number; slope: number[] } {
    const network = createNetwork({ ...model, loss, outputSize });
    const parameters = new Float64Array(network.program.parameterCount);
    const bias = network.program.parameters.find(({ symbol }) => symbol === 'b_y')!;
    parameters.set(logits, bias.offset);
    const situation: Situation = {
      network,
      parameters,
      initialStates: {},
      examples: [{ inputs: { kind: 'dense', values: new Float64Array(1) }, targets: Float64Array.of(target) }],
    };
    const { trace, pass } = run(situation);
    return { loss: pass.totalLoss(), slope: [...trace.parameterGradients.subarray(bias.offset)] };
  }

  it('stay exact at logits of ±800', () => {
    expect(lossAt('bce', 1, [800], 0)).toEqual({ loss: 800, slope: [1] });
    expect(lossAt('bce', 1, [800], 1)).toEqual({ loss: 0, slope: [0] });
    expect(lossAt('bce', 1, [-800], 1)).toEqual({ loss: 800, slope: [-1] });
    expect(lossAt('bce', 1, [-800], 0)).toEqual({ loss: 0, slope: [0] });
    expect(lossAt('bce', 1, [-Infinity], 0).loss).toBe(0);
    expect(lossAt('bce', 1, [Infinity], 0).loss).toBe(Infinity);
    expect(lossAt('cross_entropy', 2, [800, -800], 1)).toEqual({ loss: 1600, slope: [1, -1] });
    expect(lossAt('cross_entropy', 2, [800, -800], 0)).toEqual({ loss: 0, slope: [0, 0] });
  });
});

describe('what overflows', () => {
  it('is found where it first appears, by symbol, step and unit', () => {
    const network = createNetwork({
      cell: 'rnn_relu', topology: 'many-to-one', loss: 'mse', biases: 'one', timeReduction: 'sum',
      inputSize: 1, hiddenSize: 1, outputSize: 1,
    });
    const parameters = new Float64Array(network.program.parameterCount);
    const at = (symbol: string): number => network.program.parameters.find((each) => each.symbol === symbol)!.offset;
    parameters[at('W_xh')] = 1;
    parameters[at('W_hh')] = 1e200;
    const trace = createTrace(network, {
      inputs: { kind: 'dense', values: Float64Array.of(1, 0, 0, 0) },
      targets: Float64Array.of(0),
    });
    const pass = new Pass(trace, parameters);
    pass.forward();
    expect(firstNonFinite(trace)).toEqual({ symbol: 'W_hh·h', t: 3, unit: 1, value: Infinity });
  });
});
