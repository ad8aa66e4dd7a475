import { describe, expect, it } from 'vitest';
import { Clock } from '../../../src/engine/clock/clock.ts';
import { createNetwork } from '../../../src/engine/network.ts';
import { topologies } from '../../../src/engine/topology/index.ts';

describe('the factor of a step', () => {
  const network = createNetwork({
    cell: 'rnn_tanh', topology: 'many-to-one', loss: 'bce', biases: 'one', timeReduction: 'sum', inputSize: 3, hiddenSize: 2, outputSize: 1,
  });
  const clock = new Clock(network, topologies['many-to-one'].steps([3, 0]));

  it('is there when the gradient of that step has been passed on to the one before', () => {
    for (const t of [1, 2, 3]) expect(clock.momentAt(clock.madeAt('factor', t))).toMatchObject({ kind: 'pass', t });
  });

  it('is never there for the initial state or without a time', () => {
    expect([clock.madeAt('factor', 0), clock.madeAt('factor')]).toEqual([Infinity, Infinity]);
  });
});
