// The ways along which states are handed on, and what bounds or carries the gradient along them.
import { describe, expect, it } from 'vitest';
import { lossAlone, normsAlong, pathsOf, recurrentOf, recurrentStretch, roadGate } from '../../../src/engine/gradient/paths.ts';
import { gradientNorms, largestSingularValue, lastLossNorms } from '../../../src/engine/gradient/flow.ts';
import { Jacobians } from '../../../src/engine/gradient/jacobians.ts';
import type { Model } from '../../../src/engine/model.ts';
import { run, situationOf } from '../random.ts';

const base: Model = { cell: 'rnn_tanh', topology: 'many-to-many-synced', loss: 'cross_entropy', biases: 'one', timeReduction: 'sum', inputSize: 3, hiddenSize: 3, outputSize: 3 };

function ran(model: Partial<Model>) {
  const situation = situationOf({ ...base, ...model }, { lengths: [[4, 3]], isOneHot: true, seed: 11 });
  const { trace } = run(situation);
  return { ...situation, trace };
}

describe('the ways of a network', () => {
  it('are one a chain, and one for an encoder with its decoder', () => {
    const ways = (model: Partial<Model>): number[][] => {
      const { network, trace } = ran(model);
      return pathsOf(network, trace.steps).map(({ chains }) => [...chains]);
    };
    expect(ways({})).toEqual([[0]]);
    expect(ways({ bidirectional: true })).toEqual([[0], [1]]);
    expect(ways({ topology: 'encoder-decoder' })).toEqual([[0, 1]]);
    expect(ways({ cell: 'feedforward_tanh', topology: 'one-to-one' })).toEqual([]);
  });

  it('have the norms of their states in the order of computation', () => {
    const { network, trace } = ran({ topology: 'encoder-decoder', cell: 'lstm' });
    const [path] = pathsOf(network, trace.steps);
    const norms = normsAlong(trace, path!, 1);
    expect(norms).toHaveLength(1 + 4 + 3);
    const slot = network.program.slots.findIndex(({ symbol }) => symbol === 'c.decoder');
    expect(norms[5]).toBeCloseTo(Math.hypot(...trace.gradients[slot]!.subarray(3, 6)), 14);
    const single = ran({});
    expect([...normsAlong(single.trace, pathsOf(single.network, single.trace.steps)[0]!)]).toEqual([...gradientNorms(single.trace)]);
  });

  it('tell what is left of one loss alone, as the Jacobians do', () => {
    const { network, trace, parameters } = ran({ bidirectional: true });
    const [, reverse] = pathsOf(network, trace.steps);
    const alone = normsAlong(lossAlone(trace, parameters, 1), reverse!);
    const jacobians = new Jacobians(trace, parameters, 1).lossToStates(1);
    // The Jacobians count the reverse way from the step that is computed first.
    alone.forEach((value, k) => expect(value).toBeCloseTo(jacobians[k]!, 12));
    const single = ran({});
    expect([...lastLossNorms(single.trace, single.parameters)]).toEqual([...gradientNorms(lossAlone(single.trace, single.parameters, 4))]);
  });
});

describe('what bounds a way', () => {
  it('is the stretch of its one recurrent matrix, and nothing where there are gates', () => {
    const { network, parameters } = ran({});
    expect(recurrentStretch(network, parameters, 0)).toBe(largestSingularValue(network, parameters));
    const both = ran({ bidirectional: true });
    expect(recurrentStretch(both.network, both.parameters, 1)).not.toBe(recurrentStretch(both.network, both.parameters, 0));
    const lstm = ran({ cell: 'lstm' });
    expect(recurrentOf(lstm.network, 0)).toHaveLength(4);
    expect(recurrentStretch(lstm.network, lstm.parameters, 0)).toBeNull();
  });

  it('and the gate on the road of a state is the one that multiplies it alone', () => {
    const gateOf = (cell: Model['cell'], state: string): string | undefined => {
      const { program } = ran({ cell }).network;
      return program.slots[roadGate({ program, model: base }, program.slots.findIndex(({ symbol }) => symbol === state))]?.symbol;
    };
    expect(gateOf('lstm', 'c')).toBe('f');
    expect(gateOf('lstm', 'h')).toBeUndefined();
    expect(gateOf('gru', 'h')).toBe('z');
    expect(gateOf('gru_original', 'h')).toBe('z');
    expect(gateOf('rnn_tanh', 'h')).toBeUndefined();
  });
});
