import { describe, expect, it } from 'vitest';
import { createNetwork } from '../../../src/engine/network.ts';
import type { Model } from '../../../src/engine/model.ts';
import { topologyOf } from '../../../src/engine/topology/index.ts';
import { hasArrived } from '../../../src/view/scene/arrived.ts';

const model: Model = {
  cell: 'rnn_tanh', topology: 'many-to-many-synced', bidirectional: true, loss: 'cross_entropy', biases: 'one', timeReduction: 'sum',
  inputSize: 3, hiddenSize: 2, outputSize: 2,
};

/** A run over four words in both directions: steps 0–3 forward, 4–7 from the end. */
const run = (given: { forwardTo?: number; backwardFrom?: number }) => {
  const network = createNetwork(model);
  const trace = { steps: topologyOf(model).steps([4, 0]) };
  return (symbol: string, t?: number) => hasArrived({ network, trace, forwardTo: 0, backwardFrom: 8, ...given }, { symbol, t });
};

describe('what a run that streams in has delivered', () => {
  it('is told by the place of its step, which the second chain takes from the end', () => {
    const has = run({ forwardTo: 5 });
    expect([1, 2, 3, 4].map((t) => has('h', t))).toEqual([true, true, true, true]);
    expect([1, 2, 3, 4].map((t) => has('h.reverse', t))).toEqual([false, false, false, true]);
    expect([1, 2, 3, 4].map((t) => has('p', t))).toEqual([false, false, false, true]);
  });

  it('has what is given from the beginning', () => {
    const has = run({});
    expect([has('x', 4), has('h', 0), has('h.reverse', 0), has('W_hh.reverse'), has('target', 2)]).toEqual([true, true, true, true, true]);
    expect([has('h', 1), has('L'), has('dh', 1)]).toEqual([false, false, false]);
  });

  it('has the gradients of steps from the last that was computed on', () => {
    const has = run({ forwardTo: 8, backwardFrom: 6 });
    expect([1, 2, 3, 4].map((t) => has('dh.reverse', t))).toEqual([true, true, false, false]);
    expect([1, 2, 3, 4].map((t) => has('factor.reverse', t))).toEqual([true, true, false, false]);
    expect([1, 2, 3, 4].map((t) => has('dW_hh.reverse', t))).toEqual([true, true, false, false]);
    expect([has('factor', 4), has('dh', 4), has('W_hh_new'), has('L')]).toEqual([false, false, false, true]);
  });

  it('has what reaches an initial state when the first step of its chain has come back', () => {
    expect([run({ backwardFrom: 5 })('dh.reverse', 0), run({ backwardFrom: 4 })('dh.reverse', 0)]).toEqual([false, true]);
    expect([run({ backwardFrom: 1 })('dh', 0), run({ backwardFrom: 0 })('dh', 0)]).toEqual([false, true]);
  });
});
