import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkGradient } from '../../../src/engine/gradient/check.ts';
import { derivativesOf } from '../../../src/engine/gradient/derivatives.ts';
import { createNetwork, slotIndex } from '../../../src/engine/network.ts';
import { stream } from '../../../src/engine/math/random.ts';
import { StepIndex } from '../../../src/engine/topology/stepIndex.ts';
import { nearKink, prepare, run, situations, singles, type Situation } from '../random.ts';

const runs = { seed: 3, numRuns: 80 };

const agrees = ({ analytic, numeric }: { analytic: number; numeric: number }): boolean =>
  Math.abs(analytic - numeric) <= 1e-8 * Math.max(1, Math.abs(analytic));

describe('a check of one gradient', () => {
  it('agrees with BPTT for every value of every step: inputs, sums, gates, states, scores, losses', () => {
    fc.assert(
      fc.property(situations, fc.nat(), (situation, pick) => {
        const { trace } = run(situation);
        fc.pre(!nearKink(situation, trace));
        const { slots } = situation.network.program;
        trace.sequences.forEach(({ steps }, b) => {
          const index = new StepIndex(steps);
          slots.forEach((slot, s) => {
            if (!slot.hasGradient || slot.stage === 'given') return;
            const rows = index.rowsOf(slot.chain);
            const t = rows[pick % rows.length]!;
            const reference = { symbol: `d${slot.symbol}`, t, unit: (pick % slot.size) + 1 };
            const check = checkGradient(situation, reference, b);
            expect(check.analytic).toBe(trace.gradients[s]![(t * trace.sequences.length + b) * slot.size + reference.unit - 1]);
            expect(agrees(check), `${JSON.stringify(reference)}: ${check.analytic} and ${check.numeric}`).toBe(true);
          });
        });
      }),
      runs,
    );
  });

  it('agrees for a parameter, an input and an initial state', () => {
    fc.assert(
      fc.property(singles, fc.nat(), (situation, pick) => {
        const { trace } = run(situation);
        fc.pre(!nearKink(situation, trace));
        const { parameters } = situation.network.program;
        const { symbol, rows, columns } = parameters[pick % parameters.length]!;
        expect(agrees(checkGradient(situation, { symbol: `d${symbol}`, unit: (pick % rows) + 1, column: (pick % columns) + 1 }))).toBe(true);
        for (const state of Object.keys(situation.initialStates)) expect(agrees(checkGradient(situation, { symbol: `d${state}`, t: 0, unit: 1 }))).toBe(true);
        if (situation.examples[0]?.inputs.kind !== 'dense') return;
        const { symbol: x } = situation.network.program.slots[0]!;
        expect(agrees(checkGradient(situation, { symbol: `d${x}`, t: 1, unit: 1 }))).toBe(true);
      }),
      runs,
    );
  });

  it('shows what a truncated gradient leaves out', () => {
    const network = createNetwork({
      cell: 'rnn_tanh', topology: 'many-to-one', loss: 'mse', biases: 'one', timeReduction: 'sum', inputSize: 1, hiddenSize: 2, outputSize: 1,
    });
    const random = stream(1, 'truncated');
    const situation: Situation = {
      network,
      parameters: Float64Array.from({ length: network.program.parameterCount }, () => random.uniform(-1, 1)),
      examples: [{ inputs: { kind: 'dense', values: Float64Array.of(1, -1, 0.5, 2) }, targets: Float64Array.of(1) }],
      initialStates: {},
      truncation: { window: 2, state: 'carried' },
    };
    const reference = { symbol: 'dW_hh', unit: 1, column: 2 };
    expect(checkGradient(situation, reference).difference).toBeGreaterThan(0.01);
    expect(checkGradient({ ...situation, truncation: undefined }, reference).difference).toBeLessThan(1e-9);
    expect(checkGradient(situation, { symbol: 'dh', t: 3, unit: 1 }).difference).toBeLessThan(1e-9);
    expect(checkGradient(situation, { symbol: 'dh', t: 2, unit: 1 }).analytic).toBe(0);
  });

  it('says in words what cannot be checked', () => {
    const network = createNetwork({
      cell: 'rnn_tanh', topology: 'many-to-one', loss: 'bce', biases: 'one', timeReduction: 'sum', inputSize: 2, hiddenSize: 2, outputSize: 1,
    });
    const situation: Situation = {
      network, parameters: new Float64Array(network.program.parameterCount), initialStates: {},
      examples: [{ inputs: { kind: 'one-hot', indices: Int32Array.of(0, 1) }, targets: Float64Array.of(1) }],
    };
    expect(() => checkGradient(situation, { symbol: 'h', t: 1, unit: 1 })).toThrow('but this is h');
    expect(() => checkGradient(situation, { symbol: 'dW_hh', unit: 3, column: 1 })).toThrow('no entry [3,1]');
    expect(() => checkGradient(situation, { symbol: 'dW_hh', unit: 0, column: 1 })).toThrow('no entry [0,1]');
    expect(() => checkGradient(situation, { symbol: 'dx', t: 1, unit: 1 })).toThrow('not computed');
    // Each of these would point at another number's place.
    for (const [t, unit] of [[2, 3], [1.5, 1], [3, 1], [-1, 1], [1, 0]] as const) {
      expect(() => checkGradient(situation, { symbol: 'dh', t, unit })).toThrow(`no number h at t = ${t} with unit ${unit}`);
    }
    expect(() => checkGradient(situation, { symbol: 'da', t: 0, unit: 1 })).toThrow('no number a at t = 0');
    expect(() => checkGradient(situation, { symbol: 'dh', t: 1, unit: 1 }, 1)).toThrow('there is no sequence 1');
    expect(() => derivativesOf(prepare(situation).trace, situation.parameters, { symbol: 'h', t: 1, unit: 1 }, 1)).toThrow('there is no sequence 1');
    expect(() => derivativesOf(prepare(situation).trace, new Float64Array(3), { symbol: 'h', t: 1, unit: 1 })).toThrow('but 3 numbers were given');
    expect(() => derivativesOf(prepare(situation).trace, situation.parameters, { symbol: 'p', t: 2, unit: 1 })).toThrow('only for reading');
    expect(() => derivativesOf(prepare(situation).trace, situation.parameters, { symbol: 'y', t: 1, unit: 1 })).toThrow('no number y at t = 1');
  });
});

describe('the derivatives of one value by all parameters', () => {
  /** The value at the end of a new run, with one parameter moved and, if asked, the states before held at what they were. */
  function moved(situation: Situation, symbol: string, t: number, unit: number, i: number, by: number): number {
    const parameters = situation.parameters.slice();
    parameters[i]! += by;
    const { trace, pass } = prepare({ ...situation, parameters });
    pass.forward();
    const slot = slotIndex(situation.network.program, symbol);
    return trace.values[slot]![t * situation.network.program.slots[slot]!.size + unit - 1]!;
  }

  it('are, in total, the slopes of differences', () => {
    fc.assert(
      fc.property(singles, fc.nat(), (situation, pick) => {
        const { trace } = run(situation);
        fc.pre(!nearKink(situation, trace));
        const { slots } = situation.network.program;
        const known = slots.filter((slot) => slot.hasGradient && slot.stage !== 'given');
        const { symbol, size, chain } = known[pick % known.length]!;
        const rows = new StepIndex(trace.steps).rowsOf(chain);
        const [t, unit] = [rows[pick % rows.length]!, (pick % size) + 1];
        const { total } = derivativesOf(trace, situation.parameters, { symbol, t, unit });
        total.forEach((each, i) => {
          const slope = (moved(situation, symbol, t, unit, i, 1e-5) - moved(situation, symbol, t, unit, i, -1e-5)) / 2e-5;
          expect(Math.abs(each - slope)).toBeLessThanOrEqual(1e-7 * Math.max(1, Math.abs(each)));
        });
      }),
      runs,
    );
  });

  it('are the same, partial and total, at the first step, and add up: total = partial + what comes through the state before', () => {
    const network = createNetwork({
      cell: 'rnn_tanh', topology: 'many-to-one', loss: 'mse', biases: 'one', timeReduction: 'sum', inputSize: 1, hiddenSize: 1, outputSize: 1,
    });
    const parameters = Float64Array.of(0.7, -0.9, 0.2, 1.1, 0);
    const situation: Situation = {
      network, parameters, initialStates: { h: Float64Array.of(0.4) },
      examples: [{ inputs: { kind: 'dense', values: Float64Array.of(1, -0.5) }, targets: Float64Array.of(1) }],
    };
    const { trace } = run(situation);
    const first = derivativesOf(trace, parameters, { symbol: 'h', t: 1, unit: 1 });
    const second = derivativesOf(trace, parameters, { symbol: 'h', t: 2, unit: 1 });
    expect([...first.partial]).toEqual([...first.total]);
    const h = trace.values[slotIndex(network.program, 'h')]!;
    const slope = 1 - h[2]! ** 2;
    // ∂⁺h_2/∂W_hh = φ′ h_1, and ∂h_2/∂h_1 = φ′ W_hh.
    expect(second.partial[1]).toBeCloseTo(slope * h[1]!, 14);
    expect(second.total[1]).toBeCloseTo(slope * h[1]! + slope * parameters[1]! * first.total[1]!, 14);
  });
});
