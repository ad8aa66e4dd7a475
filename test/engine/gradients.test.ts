import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pass, firstNonFinite } from '../../src/engine/pass.ts';
import { createTrace, type Trace } from '../../src/engine/trace.ts';
import { Numbers } from '../../src/engine/numbers.ts';
import { createNetwork } from '../../src/engine/network.ts';
import { situations, type Situation } from './random.ts';

const runs = { seed: 5, numRuns: 150 };

function run({ network, parameters, example, initialState }: Situation): { trace: Trace; pass: Pass } {
  const trace = createTrace(network, example);
  const pass = new Pass(trace, parameters);
  pass.start(initialState);
  pass.forward();
  pass.backward();
  return { trace, pass };
}

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

/** ReLU has a kink at 0, where no difference quotient agrees with a derivative. */
function nearKink(situation: Situation, trace: Trace): boolean {
  if (situation.network.model.cell !== 'rnn_relu') return false;
  const a = situation.network.program.slots.findIndex((slot) => slot.symbol === 'a');
  return trace.values[a]!.subarray(situation.network.model.hiddenSize).some((value) => Math.abs(value) < 1e-3);
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

  it('agrees with central differences for dense inputs and the initial state', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const { trace } = run(situation);
        fc.pre(!nearKink(situation, trace));
        const { network, example, initialState } = situation;
        const gradientOf = (symbol: string): Float64Array =>
          trace.gradients[network.program.slots.findIndex((slot) => slot.symbol === symbol)]!;
        initialState.forEach((_, i) => {
          expect(agree(gradientOf('h')[i]!, slopeAlong(situation, initialState, i))).toBe(true);
        });
        const { inputs } = example;
        if (inputs.kind !== 'dense') return;
        inputs.values.forEach((_, i) => {
          const slope = slopeAlong(situation, inputs.values, i);
          expect(agree(gradientOf('x')[network.model.inputSize + i]!, slope)).toBe(true);
        });
      }),
      runs,
    );
  });

  it('gives the same numbers for a one-hot index as for its vector', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const { inputs, targets } = situation.example;
        fc.pre(inputs.kind === 'one-hot');
        if (inputs.kind !== 'one-hot') return;
        const X = situation.network.model.inputSize;
        const values = new Float64Array(inputs.indices.length * X);
        inputs.indices.forEach((index, k) => (values[k * X + index] = 1));
        const dense = run({ ...situation, example: { inputs: { kind: 'dense', values }, targets } });
        const hot = run(situation);
        expect(hot.pass.totalLoss()).toBe(dense.pass.totalLoss());
        expect([...hot.trace.parameterGradients]).toEqual([...dense.trace.parameterGradients]);
      }),
      runs,
    );
  });

  it('computes in chunks what it computes at once', () => {
    fc.assert(
      fc.property(situations, fc.integer({ min: 1, max: 3 }), (situation, chunk) => {
        const whole = run(situation);
        const trace = createTrace(situation.network, situation.example);
        const pass = new Pass(trace, situation.parameters);
        pass.start(situation.initialState);
        const T = trace.steps.length;
        for (let k = 0; k < T; k += chunk) pass.forward(k, Math.min(k + chunk, T));
        for (let k = T; k > 0; k -= chunk) pass.backward(Math.max(k - chunk, 0), k);
        expect([...trace.parameterGradients]).toEqual([...whole.trace.parameterGradients]);
      }),
      runs,
    );
  });

  it('adds the terms of all steps to the gradient of a shared weight', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const { trace, pass } = run(situation);
        const numbers = new Numbers(trace, situation.parameters, 0.1, pass.lossWeight);
        const { parameters } = situation.network.program;
        for (const { symbol, offset, rows, columns } of parameters) {
          const whole = trace.parameterGradients.subarray(offset, offset + rows * columns);
          const total = new Float64Array(rows * columns);
          for (const step of trace.steps) numbers.term(symbol, step.row).forEach((value, i) => (total[i]! += value));
          total.forEach((value, i) => expect(agree(value, whole[i]!)).toBe(true));
          numbers.runningTotal(symbol, 1).forEach((value, i) => expect(agree(value, whole[i]!)).toBe(true));
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
      initialState: new Float64Array(1),
      example: { inputs: { kind: 'dense', values: new Float64Array(1) }, targets: Float64Array.of(target) },
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
