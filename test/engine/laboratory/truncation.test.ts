import { describe, expect, it } from 'vitest';
import { gradientNorms } from '../../../src/engine/gradient/flow.ts';
import { angleBetween } from '../../../src/engine/laboratory/angle.ts';
import { prepare } from '../../../src/engine/laboratory/prepare.ts';
import type { Questions } from '../../../src/engine/laboratory/questions.ts';
import type { Setup } from '../../../src/engine/laboratory/setup.ts';
import { truncation } from '../../../src/engine/laboratory/truncation.ts';
import { cutsOf, triedWindows } from '../../../src/engine/laboratory/windows.ts';
import { finish } from '../../../src/engine/learn/learner.ts';
import { norm } from '../../../src/engine/math/linear.ts';
import type { Example } from '../../../src/engine/model.ts';
import { withLossAt } from '../../../src/engine/run/lossAt.ts';
import { Pass } from '../../../src/engine/run/pass.ts';
import { createTrace } from '../../../src/engine/run/trace.ts';

type Changes = Partial<Setup['sequence'] & Setup['network']>;
const cells = ['rnn_tanh', 'rnn_sigmoid', 'rnn_relu', 'lstm', 'gru'] as const;

function setupOf({ steps = 12, seed = 7, strength = 1, lossAt = steps, ...network }: Changes = {}): Setup {
  return {
    sequence: { steps, seed, strength, lossAt },
    network: { cell: 'rnn_tanh', hiddenSize: 4, scheme: 'uniform', stretch: { by: 'singular', value: 1.2 }, gateBias: null, ...network },
  };
}

const ask = (changes: Changes, asked: Partial<Omit<Questions['truncation']['question'], 'setup'>> = {}) =>
  finish(truncation({ setup: setupOf(changes), window: 3, carried: true, mostWindows: 40, ...asked }));

const errorOf = (g: Float64Array, whole: Float64Array): number => norm(g.map((x, i) => x - whole[i]!)) / norm(whole);

describe('a window', () => {
  it.each(cells)('leaves the gradient that a truncated pass leaves, with the state carried and begun anew: %s', (cell) => {
    const { network, parameters, example, trace } = prepare(setupOf({ cell }));
    for (const window of [1, 3, 4, 6]) {
      for (const state of ['carried', 'reset'] as const) {
        const truncated = withLossAt(createTrace(network, example, { window, state }), 12);
        const pass = new Pass(truncated, parameters);
        pass.forward();
        pass.backward();
        const found = ask({ cell }, { window, carried: state === 'carried' });
        const at = found.windows.indexOf(window);
        expect(found.errors[at]).toBeCloseTo(errorOf(truncated.parameterGradients, trace.parameterGradients), 12);
        expect(found.angles[at]).toBeCloseTo((angleBetween(truncated.parameterGradients, trace.parameterGradients) * 180) / Math.PI, 9);
        // Row 0 of a run with resets is the beginning of each window.
        found.cut.slice(1).forEach((each, k) => expect(each).toBeCloseTo(gradientNorms(truncated)[k + 1]!, 12));
      }
    }
  });

  it.each(['rnn_tanh', 'lstm', 'gru'] as const)('has the error that differences give, where the state before it is held fixed: %s', (cell) => {
    const setup = setupOf({ cell, hiddenSize: 2, steps: 6, lossAt: 5 });
    const { network, parameters, example, trace } = prepare(setup);
    const found = ask({ cell, hiddenSize: 2, steps: 6, lossAt: 5 });
    const { program } = network;
    const stateAt = (t: number) => Object.fromEntries(program.states.map((s) => {
      const { symbol, size } = program.slots[s]!;
      return [symbol, [...trace.values[s]!.subarray(t * size, (t + 1) * size)]];
    }));
    const lossFrom = (first: number, moved: Float64Array): number => {
      if (example.inputs.kind !== 'dense') throw new Error('The laboratory reads dense rows.');
      const rest: Example = {
        inputs: { kind: 'dense', values: example.inputs.values.slice(first * network.model.inputSize) },
        targets: example.targets.slice(first),
      };
      const run = withLossAt(createTrace(network, rest), 5 - first);
      const pass = new Pass(run, moved);
      pass.startAll(stateAt(first));
      pass.forward();
      return pass.totalLoss();
    };
    const numeric = (first: number): Float64Array => parameters.map((_, i) => {
      const slope = (by: number): number => {
        const [up, down] = [parameters.slice(), parameters.slice()];
        up[i]! += by;
        down[i]! -= by;
        return (lossFrom(first, up) - lossFrom(first, down)) / (2 * by);
      };
      return (4 * slope(5e-4) - slope(1e-3)) / 3;
    });
    const whole = numeric(0);
    for (const window of [1, 2, 3, 4]) {
      const g = numeric(5 - window);
      expect(found.errors[window - 1]).toBeCloseTo(errorOf(g, whole), 8);
      expect(found.angles[window - 1]).toBeCloseTo((angleBetween(g, whole) * 180) / Math.PI, 6);
    }
  });

  it('as long as the way back cuts nothing: no error, no angle, the same flow', () => {
    for (const carried of [true, false]) {
      for (const window of [9, 12]) {
        const found = ask({ lossAt: 9 }, { window, carried });
        const at = found.windows.indexOf(window);
        expect(found.errors[at]).toBe(0);
        expect(found.angles[at]).toBe(0);
        expect(found.cut).toEqual(found.full);
      }
      expect(ask({ lossAt: 9 }, { window: 12, carried }).cuts).toHaveLength(0);
      expect(ask({ lossAt: 9 }, { window: 12, carried }).cutStates).toEqual(ask({ lossAt: 9 }).states);
    }
  });

  it('leaves nothing at the cut and before it, and all of it after it', () => {
    const { full, cut, cuts } = ask({ steps: 12, lossAt: 10 }, { window: 4 });
    expect([...cuts]).toEqual([2, 6, 10]);
    cut.forEach((each, k) => expect(each).toBe(k <= 6 ? 0 : full[k]));
    expect(full.slice(1, 11).every((each) => each > 0)).toBe(true);
  });

  it('changes the forward pass only where the state begins anew', () => {
    const carried = ask({});
    expect(carried.cutStates).toEqual(carried.states);
    const reset = ask({}, { carried: false });
    expect(reset.states).toEqual(carried.states);
    expect(reset.cutStates.slice(0, 4)).toEqual(reset.states.slice(0, 4));
    expect(reset.cutStates[4]).not.toBe(reset.states[4]);
  });
});

describe('cuts', () => {
  it('stand a window apart, counted from the loss, one of them where its window begins', () => {
    expect([...cutsOf(12, 12, 5)]).toEqual([2, 7]);
    expect([...cutsOf(12, 10, 5)]).toEqual([5, 10]);
    expect([...cutsOf(12, 12, 12)]).toEqual([]);
    expect([...cutsOf(3, 2, 1)]).toEqual([1, 2]);
    for (const window of [1, 2, 3, 7, 11]) {
      const cuts = cutsOf(20, 17, window);
      expect(cuts.every((each, n) => each >= 1 && each < 20 && (n === 0 || each - cuts[n - 1]! === window))).toBe(true);
      expect(cuts.includes(17 - window)).toBe(true);
    }
  });

  it('are of whole windows', () => {
    expect(() => cutsOf(12, 12, 0)).toThrow('A window is a whole number of steps from 1, but it is 0.');
    expect(() => cutsOf(12, 12, 1.5)).toThrow('but it is 1.5');
  });
});

describe('windows that are tried', () => {
  it('are all where there are few, and else a rising spread with the asked one and T among them', () => {
    expect([...triedWindows(5, 3, 24)]).toEqual([1, 2, 3, 4, 5]);
    for (const [T, window, most] of [[200, 37, 24], [1000, 999, 16], [1000, 5000, 16], [50, 8, 2], [30, 8, 1]] as const) {
      const tried = [...triedWindows(T, window, most)];
      expect(tried).toContain(Math.min(window, T));
      expect(tried.at(-1)).toBe(T);
      expect(tried.length).toBeLessThanOrEqual(Math.max(most, 2));
      expect(tried.every((each, n) => n === 0 || each > tried[n - 1]!)).toBe(true);
      expect(tried.length).toBeGreaterThan(most <= 4 ? 0 : most / 2);
    }
  });
});

describe('what has no number', () => {
  it('is the angle of a gradient that is 0, and of one that has overflowed', () => {
    const lost = ask({ cell: 'rnn_relu', stretch: { by: 'radius', value: 3 }, hiddenSize: 6, steps: 1000 }, { mostWindows: 6 });
    expect(lost.facts.overflow?.where).toBe('forward');
    expect(lost.angles.every(Number.isNaN)).toBe(true);
    const [zero, some] = [new Float64Array(3), Float64Array.of(1, 0, 0)];
    expect(angleBetween(zero, some)).toBeNaN();
    expect(angleBetween(some, Float64Array.of(Infinity, 0, 0))).toBeNaN();
  });

  it('is not what is very small or very large', () => {
    expect(angleBetween(Float64Array.of(1e-200, 0), Float64Array.of(1e-200, 1e-200))).toBeCloseTo(Math.PI / 4, 14);
    expect(angleBetween(Float64Array.of(1e200, 0), Float64Array.of(0, -1e200))).toBeCloseTo(Math.PI / 2, 14);
    expect(angleBetween(Float64Array.of(1, 0), Float64Array.of(1, 1e-10))).toBeCloseTo(1e-10, 20);
    expect(angleBetween(Float64Array.of(1, 2), Float64Array.of(-1, -2))).toBeCloseTo(Math.PI, 14);
  });

  it('does not keep the smallest network from an answer', () => {
    for (const cell of cells) {
      const { windows, errors, angles, full, cut } = ask({ cell, hiddenSize: 1, steps: 2 }, { window: 1 });
      expect([...windows]).toEqual([1, 2]);
      expect(errors[1]).toBe(0);
      expect(angles[1]).toBe(0);
      expect([full.length, cut.length]).toEqual([3, 3]);
      expect(cut[1]).toBe(0);
    }
  });

  it('is no gradient through units of ReLU that are dead: what is left is the bias of the read-out, in every window', () => {
    const seed = Array.from({ length: 50 }, (_, k) => k + 1).find((each) => ask({ cell: 'rnn_relu', hiddenSize: 1, strength: 0, seed: each }).facts.deadUnits === 1)!;
    const { errors, angles, full } = ask({ cell: 'rnn_relu', hiddenSize: 1, strength: 0, seed });
    expect(full.slice(0, -1).every((each) => each === 0)).toBe(true);
    expect(errors.every((each) => each === 0)).toBe(true);
    expect(angles.every((each) => each === 0)).toBe(true);
  });
});
