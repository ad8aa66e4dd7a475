// What goes wrong with numbers, and is said: overflow forwards and on the way back, units that are dead, gradients that are 0.
import { describe, expect, it } from 'vitest';
import { firstNonFiniteGradient } from '../../../src/engine/gradient/overflow.ts';
import { answer } from '../../../src/engine/laboratory/index.ts';
import { deadUnits, factsOf } from '../../../src/engine/laboratory/facts.ts';
import { prepare } from '../../../src/engine/laboratory/prepare.ts';
import type { NetworkFacts, Quantity } from '../../../src/engine/laboratory/questions.ts';
import type { Setup } from '../../../src/engine/laboratory/setup.ts';
import { finish } from '../../../src/engine/learn/learner.ts';
import { createNetwork } from '../../../src/engine/network.ts';
import { Pass } from '../../../src/engine/run/pass.ts';
import { createTrace } from '../../../src/engine/run/trace.ts';
import { laboratoryCells, setupOf } from './setups.ts';

const factsFor = (setup: Setup): NetworkFacts => finish(answer({ kind: 'flow', setup, quantity: 'state' })).facts;

/** A single ReLU unit: h_t = w h_{t−1} + x_t, with x_1 alone not 0, read out as y = r h_T against 0, so that every number can be had by hand. */
function single(w: number, steps: number, x = 1, r = 1) {
  const network = createNetwork({ cell: 'rnn_relu', topology: 'many-to-one', loss: 'mse', biases: 'one', timeReduction: 'sum', inputSize: 1, hiddenSize: 1, outputSize: 1 });
  const parameters = Float64Array.of(1, w, 0, r, 0); // W_xh, W_hh, b_h, W_hy, b_y
  const trace = createTrace(network, { inputs: { kind: 'dense', values: Float64Array.from({ length: steps }, (_, t) => (t === 0 ? x : 0)) }, targets: Float64Array.of(0) });
  const pass = new Pass(trace, parameters);
  pass.forward();
  pass.backward();
  return { network, parameters, trace };
}

describe('the facts of a network', () => {
  it('are the same in every answer', () => {
    for (const cell of laboratoryCells) {
      const setup = setupOf({ network: { cell, gateBias: 1 } });
      const facts = factsFor(setup);
      const all = [
        answer({ kind: 'flow', setup, quantity: 'jacobian' }), answer({ kind: 'factors', setup }), answer({ kind: 'product', setup, k: 2 }),
        answer({ kind: 'map', setup, mostRows: 4 }), answer({ kind: 'road', setup }),
        answer({ kind: 'explosion', setup, learningRate: 0.1, clipping: null }),
        answer({ kind: 'truncation', setup, window: 3, carried: true, mostWindows: 3 }),
      ];
      for (const each of all) expect(finish<{ facts: NetworkFacts }>(each).facts).toEqual(facts);
    }
  });

  it('tell size, stretch and slope', () => {
    const { parameterCount, hiddenSize, stretch, gamma, loss, overflow, deadUnits: dead } = factsFor(setupOf({ network: { cell: 'rnn_sigmoid', hiddenSize: 4 } }));
    expect({ parameterCount, hiddenSize, gamma, overflow, dead }).toEqual({ parameterCount: 4 * 5 + 4 * 4 + 4 + 4 + 1, hiddenSize: 4, gamma: 0.25, overflow: null, dead: 0 });
    expect(stretch).toBeCloseTo(0.95, 12);
    expect(loss).toBeGreaterThan(0);
  });
});

describe('overflow', () => {
  it('forwards is told by the first value that passes the largest number, at its step', () => {
    // h_t = 10^(t−1) passes 1.8e308 at t = 310, as its product with W_hh does before it; L = h_T² at T = 156.
    expect(factsOf(single(10, 400)).overflow).toEqual({ where: 'forward', symbol: 'W_hh·h', t: 310 });
    expect(factsOf(single(10, 156)).overflow).toEqual({ where: 'forward', symbol: 'L', t: 156 });
  });

  it('on the way back may be in the sum of the terms, at the step whose term is too much', () => {
    // ∂L/∂h_k = 2 r² · 10^(T−1) · 10^(T−k), so that every term of ∂L/∂W_hh is 2 r² · 10^(2T−3): 2e307, eight of which are below 1.8e308, nine not.
    expect(factsOf(single(10, 145, 1, 1e10)).overflow).toEqual({ where: 'backward', symbol: 'dW_hh', t: 137 });
    expect(factsOf(single(10, 144, 1, 1e10)).overflow).toBeNull();
    // ∂L/∂W_hy has one term alone, 2 r h_T² = 2e308.
    expect(factsOf(single(10, 155)).overflow).toEqual({ where: 'backward', symbol: 'dW_hy', t: 155 });
    expect(factsOf(single(10, 154)).overflow).toBeNull();
  });

  it('on the way back may be in the gradient at a state, while all terms are far from it', () => {
    // h_T = 1e89, so ∂L/∂h_k = 2e89 · 10^(400−k), which passes 1.8e308 at k = 181; the terms are all 2e177.
    const { trace, parameters, network } = single(10, 400, 1e-310);
    expect(factsOf({ network, parameters, trace }).overflow).toEqual({ where: 'backward', symbol: 'dh', t: 181 });
    expect(firstNonFiniteGradient(trace, parameters)).toEqual({ symbol: 'dh', t: 181 });
  });

  it('leaves ∞ or NaN in the answers, and nothing is thrown', () => {
    const setup = setupOf({ sequence: { steps: 700 }, network: { cell: 'rnn_relu', scheme: 'identity', stretch: { by: 'radius', value: 8 } } });
    const { facts, norms } = finish(answer({ kind: 'flow', setup, quantity: 'state' }));
    expect(facts.overflow?.where).toBe('forward');
    expect(Number.isFinite(norms[0])).toBe(false);
    for (const quantity of ['jacobian', 'input', 'share'] as const satisfies readonly Quantity[]) {
      const other = finish(answer({ kind: 'flow', setup, quantity }));
      expect(other.facts.overflow).toEqual(facts.overflow);
      expect(Number.isFinite(other.norms[1])).toBe(false);
    }
    const short = setupOf({ sequence: { steps: 60 }, network: { cell: 'rnn_relu', stretch: { by: 'singular', value: 1e9 } } });
    for (const each of [answer({ kind: 'factors', setup: short }), answer({ kind: 'road', setup: short }), answer({ kind: 'map', setup: short, mostRows: 8 }), answer({ kind: 'product', setup: short, k: 0 })]) {
      expect(finish<{ facts: NetworkFacts }>(each).facts.overflow?.where).toBe('forward');
    }
  });

  it('makes Jacobians unknown, not 0, from the state that is no number back', () => {
    const setup = setupOf({ sequence: { steps: 60 }, network: { cell: 'rnn_relu', scheme: 'identity', stretch: { by: 'singular', value: 1e9 } } });
    const { trace } = prepare(setup);
    const h = trace.values[trace.network.program.states[0]!]!;
    const lost = Array.from({ length: 61 }, (_, t) => t).find((t) => h.subarray(t * 4, (t + 1) * 4).some(Number.isNaN))!;
    expect(lost).toBeGreaterThan(20);
    const { local, product, slopes } = finish(answer({ kind: 'factors', setup }));
    local.forEach((each, t) => expect(Number.isNaN(each)).toBe(t === 0 || t >= lost));
    product.forEach((each, k) => expect(Number.isNaN(each)).toBe(k < 60));
    expect(slopes.some(Number.isNaN)).toBe(true);
    const before = finish(answer({ kind: 'flow', setup: { ...setup, sequence: { ...setup.sequence, lossAt: 10 } }, quantity: 'state' }));
    expect(before.norms.every(Number.isFinite)).toBe(true);
    expect(before.facts.overflow?.where).toBe('forward');
  });
});

describe('dead units', () => {
  it('are those of a ReLU that are 0 at every step: a negative input kills a single unit', () => {
    expect(deadUnits(single(1, 5, -1).trace)).toBe(1);
    expect(deadUnits(single(1, 5, 1).trace)).toBe(0);
    const tanh = prepare(setupOf({ network: { cell: 'rnn_tanh' } })).trace;
    tanh.values.forEach((each) => each.fill(0));
    expect(deadUnits(tanh)).toBe(0);
  });

  it('let no gradient through: all units dead, all gradients 0, all shares 0', () => {
    const { trace, parameters, network } = single(1, 5, -1);
    expect(factsOf({ network, parameters, trace }).deadUnits).toBe(1);
    expect([...trace.gradients[network.program.states[0]!]!.subarray(0, 5)]).toEqual([0, 0, 0, 0, 0]);
  });

  it('are counted in a setup whose input drives some below 0', () => {
    const setup = setupOf({ sequence: { strength: -40, steps: 6 }, network: { cell: 'rnn_relu', hiddenSize: 24, stretch: { by: 'singular', value: 0.1 }, scheme: 'identity' } });
    const { trace } = prepare(setup);
    const h = trace.values[trace.network.program.states[0]!]!;
    const dead = Array.from({ length: 24 }, (_, i) => i).filter((i) => Array.from({ length: 6 }, (_, t) => h[(t + 1) * 24 + i]).every((each) => each === 0));
    expect(factsFor(setup).deadUnits).toBe(dead.length);
    expect(dead.length).toBeGreaterThan(0);
  });
});

describe('a gradient that is 0', () => {
  it('is 0 and not something else: no weights from state to state, so nothing comes back', () => {
    const setup = setupOf({ network: { stretch: { by: 'singular', value: 0 } } });
    const states = finish(answer({ kind: 'flow', setup, quantity: 'state' })).norms;
    expect([...states.subarray(0, 8)]).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(states[8]).toBeGreaterThan(0);
    const { factor, slopePart, weightPart } = finish(answer({ kind: 'factors', setup }));
    expect(factor[8]).toBe(0);
    expect(weightPart[8]).toBe(0);
    expect(slopePart[8]).toBeGreaterThan(0);
    expect([factor[7], slopePart[7], weightPart[7]]).toEqual([NaN, NaN, NaN]); // 0 / 0
  });

  it('of a sigmoid over 1,000 steps vanishes below the smallest number, without a complaint', () => {
    const setup = setupOf({ sequence: { steps: 1_000 }, network: { cell: 'rnn_sigmoid', hiddenSize: 8 } });
    const { facts, norms } = finish(answer({ kind: 'flow', setup, quantity: 'jacobian' }));
    expect(facts.overflow).toBeNull();
    expect([norms[0], norms[1_000]]).toEqual([0, 1]);
    expect(norms[800]).toBeGreaterThan(0);
  });
});
