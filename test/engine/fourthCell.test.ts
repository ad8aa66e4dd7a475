// A cell that the engine does not know, declared in one file: from its equations alone come both passes, over every topology and in
// both directions, the formulas and the clock.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/engine/cells/cell.ts';
import { Clock } from '../../src/engine/clock/clock.ts';
import { leavesOf, numberOf } from '../../src/engine/equation/numeric.ts';
import { logistic } from '../../src/engine/math/logistic.ts';
import type { Model, TopologyId } from '../../src/engine/model.ts';
import { Numbers } from '../../src/engine/explain/numbers.ts';
import { mgu } from './cells/mgu.ts';
import { run, situationOf, type Situation } from './random.ts';
import { referencesOf } from './explain/references.ts';
import { explain } from '../../src/engine/explain/explanation.ts';

const cell: Cell = { title: 'Minimal gated unit', family: 'mgu', activation: 'tanh', steepestSlope: 1, largestState: 1, declare: mgu };

const wirings: readonly (readonly [TopologyId, boolean])[] = [
  ['one-to-one', false], ['one-to-many', false], ['many-to-one', false], ['many-to-many-synced', false], ['encoder-decoder', false],
  ['many-to-one', true], ['many-to-many-synced', true],
];

const sizes = fc.integer({ min: 1, max: 4 });
const lengths = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }));

const situationsOf = (topology: TopologyId, bidirectional: boolean, most = 3): fc.Arbitrary<Situation> =>
  fc
    .record({
      biases: fc.constantFrom('one' as const, 'two' as const), timeReduction: fc.constantFrom('sum' as const, 'mean' as const),
      loss: fc.constantFrom('bce' as const, 'cross_entropy' as const, 'mse' as const),
      inputSize: sizes, hiddenSize: sizes, outputSize: sizes, lengths: fc.array(lengths, { minLength: 1, maxLength: most }), isOneHot: fc.boolean(), seed: fc.nat(1e6),
    })
    .map(({ lengths: batch, isOneHot, seed, ...rest }) => {
      // Its place in the table of cells is another's: what counts is the cell that is passed.
      const model: Model = { ...rest, cell: 'rnn_tanh', topology, bidirectional };
      return situationOf(model, { lengths: batch, isOneHot, seed }, cell);
    });

describe.each(wirings)('a fourth cell, wired %s, in both directions: %s', (topology, bidirectional) => {
  it('has gradients that agree with central differences', () => {
    fc.assert(
      fc.property(situationsOf(topology, bidirectional), (situation) => {
        const { trace } = run(situation);
        const { parameters } = situation;
        parameters.forEach((value, i) => {
          parameters[i] = value + 1e-5;
          const above = run(situation).pass.totalLoss();
          parameters[i] = value - 1e-5;
          const below = run(situation).pass.totalLoss();
          parameters[i] = value;
          expect(Math.abs((above - below) / 2e-5 - trace.parameterGradients[i]!)).toBeLessThan(1e-7);
        });
      }),
      { seed: 21, numRuns: 10 },
    );
  });

  it('explains every number, each after those that it is made of', () => {
    fc.assert(
      fc.property(situationsOf(topology, bidirectional, 1), (situation) => {
        const { trace } = run(situation);
        const numbers = new Numbers(trace, situation.parameters, 0.1);
        const clock = new Clock(situation.network, trace.steps);
        for (const reference of referencesOf(numbers)) {
          const { value, numbers: formula } = explain(numbers, reference);
          if (formula === null) continue;
          const found = numberOf(formula);
          if (!Object.is(found, value) && !(Math.abs(found - value) < 1e-9)) throw new Error(`${JSON.stringify(reference)}: ${found} instead of ${value}`);
          const at = clock.madeAt(reference.symbol, reference.t);
          for (const leaf of leavesOf(formula)) expect(clock.madeAt(leaf.reference.symbol, leaf.reference.t)).toBeLessThanOrEqual(at);
        }
      }),
      { seed: 22, numRuns: 10 },
    );
  });
});

describe('the minimal gated unit', () => {
  it('computes what its first lines say', () => {
    const model: Model = {
      cell: 'rnn_tanh', topology: 'many-to-one', loss: 'mse', biases: 'one', timeReduction: 'sum', inputSize: 2, hiddenSize: 3, outputSize: 1,
    };
    const situation = situationOf(model, { lengths: [[4, 1]], isOneHot: false, seed: 3 }, cell);
    const numbers = new Numbers(run(situation).trace, situation.parameters, 0.1);
    const at = (symbol: string, t: number, unit: number): number => numbers.value({ symbol, t, unit });
    const weight = (symbol: string, unit: number, column = 1): number => numbers.value({ symbol, unit, column });
    const dot = (symbol: string, unit: number, v: readonly number[]): number => v.reduce((sum, each, k) => sum + weight(symbol, unit, k + 1) * each, 0);
    const units = [1, 2, 3];
    for (const t of [1, 2, 3, 4]) {
      const x = [at('x', t, 1), at('x', t, 2)];
      const h = units.map((unit) => at('h', t - 1, unit));
      const f = units.map((unit) => logistic(dot('W_xf', unit, x) + dot('W_hf', unit, h) + weight('b_f', unit)));
      const n = units.map((unit) => Math.tanh(dot('W_xn', unit, x) + dot('W_hn', unit, h.map((each, k) => f[k]! * each)) + weight('b_n', unit)));
      units.forEach((unit, k) => expect(at('h', t, unit)).toBeCloseTo((1 - f[k]!) * h[k]! + f[k]! * n[k]!, 12));
    }
  });
});
