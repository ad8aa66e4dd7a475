// What the answers promise about their shapes, and what holds between them, for any setup.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer } from '../../../src/engine/laboratory/index.ts';
import { prepare } from '../../../src/engine/laboratory/prepare.ts';
import type { Setup } from '../../../src/engine/laboratory/setup.ts';
import { Terms } from '../../../src/engine/gradient/terms.ts';
import { finish } from '../../../src/engine/learn/learner.ts';
import { matmul } from '../../../src/engine/math/linear.ts';
import { cellIds } from '../../../src/engine/cells/index.ts';
import { laboratoryCells, setupOf } from './setups.ts';

/** Not as small as 1e-320, of which a product has no digits left. */
const hundredths = (min: number, max: number) => fc.integer({ min: min * 100, max: max * 100 }).map((x) => x / 100);

const setups = fc
  .record({
    cell: fc.constantFrom(...cellIds.filter((id) => !id.startsWith('feedforward'))),
    hiddenSize: fc.integer({ min: 1, max: 5 }),
    scheme: fc.constantFrom('uniform' as const, 'xavier' as const, 'orthogonal' as const, 'identity' as const),
    stretch: fc.option(fc.record({ by: fc.constantFrom('singular' as const, 'radius' as const), value: hundredths(0, 3) })),
    gateBias: fc.option(hundredths(-3, 5)),
    steps: fc.integer({ min: 2, max: 14 }),
    seed: fc.nat(1_000),
    strength: hundredths(-4, 4),
    at: fc.nat(),
  })
  .map(({ steps, seed, strength, at, ...network }): Setup => ({ sequence: { steps, seed, strength, lossAt: 1 + (at % steps) }, network }));

const runs = { seed: 8, numRuns: 150 };
const expectClose = (found: number, wanted: number, relative = 1e-10): void => {
  const isSame = Object.is(found, wanted) || Math.abs(found - wanted) <= relative * Math.abs(wanted) + 1e-300;
  expect(isSame ? wanted : found).toBe(wanted);
};

describe('the answers about one setup', () => {
  it('agree with each other', () => {
    fc.assert(
      fc.property(setups, (setup) => {
        const { steps, lossAt: p } = setup.sequence;
        const [state, jacobian] = (['state', 'jacobian'] as const).map((quantity) => finish(answer({ kind: 'flow', setup, quantity })).norms);
        const { local, factor, slopePart, weightPart, product, gradient } = finish(answer({ kind: 'factors', setup }));
        const { hidden, gradient: along, state: roadState } = finish(answer({ kind: 'road', setup }));
        expect([...gradient]).toEqual([...state!]);
        for (const each of [state!, jacobian!, local, factor, product, hidden, along]) expect(each).toHaveLength(steps + 1);
        if (roadState !== 'c') state!.forEach((each, k) => expectClose(along[k]!, each));
        for (let k = 0; k <= steps; k++) {
          expectClose(product[k]!, k <= p ? jacobian![k]! : NaN);
          expectClose(hidden[k]!, product[k]!);
          expectClose(factor[k]!, k >= 1 && k <= p ? state![k - 1]! / state![k]! : NaN);
          if (slopePart.length > 0 && weightPart[k]! > 0) expectClose(slopePart[k]! * weightPart[k]!, factor[k]!);
        }
        expect([...state!.subarray(p + 1), ...jacobian!.subarray(p + 1)].every((each) => each === 0)).toBe(true);
        // ∂L/∂h_k = ∂L/∂h_p · ∂h_p/∂h_k: of the LSTM too, as L reads h alone.
        state!.subarray(0, p + 1).forEach((each, k) => expect(each).toBeLessThanOrEqual(product[k]! * state![p]! * (1 + 1e-9)));
        expect([jacobian![p], local[0], factor[0]]).toEqual([1, NaN, NaN]);
      }),
      runs,
    );
  });

  it('have the terms of ∂L/∂W_hh in their shares, made one by one', () => {
    fc.assert(
      fc.property(setups, (setup) => {
        const { norms } = finish(answer({ kind: 'flow', setup, quantity: 'share' }));
        const { trace, parameters, network } = prepare(setup);
        const terms = new Terms(trace, parameters);
        const symbols = network.program.parameters.filter(({ role }) => role === 'recurrent').map(({ symbol }) => symbol);
        const own = Array.from({ length: setup.sequence.steps }, (_, k) => Math.hypot(...symbols.flatMap((symbol) => [...terms.term(symbol, k + 1)])));
        const sum = own.reduce((a, b) => a + b);
        own.forEach((each, k) => expectClose(norms[k + 1]!, sum === 0 ? 0 : each / sum, 1e-9));
      }),
      runs,
    );
  });

  it('pause before they have worked for long: after each step of a product at the latest', () => {
    const setup = setupOf({ sequence: { steps: 60 } });
    const pauses = (computation: Generator<void, unknown>): number => {
      let count = 0;
      while (computation.next().done !== true) count++;
      return count;
    };
    expect(pauses(answer({ kind: 'flow', setup, quantity: 'jacobian' }))).toBeGreaterThanOrEqual(60);
    expect(pauses(answer({ kind: 'factors', setup }))).toBeGreaterThanOrEqual(120);
    expect(pauses(answer({ kind: 'map', setup, mostRows: 60 }))).toBeGreaterThanOrEqual(60);
    expect(pauses(answer({ kind: 'road', setup }))).toBeGreaterThanOrEqual(60);
    expect(pauses(answer({ kind: 'product', setup, k: 0 }))).toBeGreaterThanOrEqual(60);
  });
});

describe('the product of Jacobians', () => {
  const setup = setupOf({ sequence: { steps: 30, lossAt: 25 }, network: { hiddenSize: 3 } });

  it('is shown whole where the way is short, and with its ends where it is long', () => {
    const stagesTo = (k: number) => finish(answer({ kind: 'product', setup, k })).stages;
    expect(stagesTo(17).map(({ t, skipped }) => [t, skipped])).toEqual([25, 24, 23, 22, 21, 20, 19, 18].map((t) => [t, 0]));
    expect(stagesTo(4).map(({ t, skipped }) => [t, skipped])).toEqual([[25, 0], [24, 0], [23, 0], [22, 0], [8, 13], [7, 0], [6, 0], [5, 0]]);
    expect(stagesTo(24)).toHaveLength(1);
    expect(stagesTo(25)).toEqual([]);
  });

  it('is each matrix times the ones before', () => {
    const { stages, size } = finish(answer({ kind: 'product', setup, k: 19 }));
    let whole: Float64Array = stages[0]!.local;
    stages.forEach(({ local, product, productNorm }, i) => {
      if (i > 0) whole = matmul(whole, local, size, size, size);
      product.forEach((each, at) => expectClose(each, whole[at]!, 1e-9));
      expect(productNorm).toBeLessThanOrEqual(stages.slice(0, i + 1).reduce((all, { localNorm }) => all * localNorm, 1) * (1 + 1e-12));
    });
  });

  it('has W_hh and slopes for a vanilla cell alone', () => {
    for (const cell of laboratoryCells) {
      const { weights, stages } = finish(answer({ kind: 'product', setup: setupOf({ network: { cell } }), k: 3 }));
      const isVanilla = cell.startsWith('rnn');
      expect([weights !== null, ...stages.map(({ slopes }) => slopes !== null)]).toEqual([isVanilla, ...stages.map(() => isVanilla)]);
    }
  });

  it('is refused in words for a state after the loss', () => {
    expect(() => finish(answer({ kind: 'product', setup, k: 26 }))).toThrow('one of the states 0 to 25, not to 26');
    expect(() => finish(answer({ kind: 'product', setup, k: -1 }))).toThrow('not to -1');
  });
});

describe('the road', () => {
  it('of an LSTM keeps more the higher the bias of its gate, and the whole Jacobian with it', () => {
    const roads = [-2, 0, 2, 5].map((gateBias) => finish(answer({ kind: 'road', setup: setupOf({ sequence: { steps: 40 }, network: { cell: 'lstm', hiddenSize: 8, gateBias } }) })));
    for (let i = 1; i < roads.length; i++) {
      expect(roads[i]!.road[0]).toBeGreaterThan(roads[i - 1]!.road[0]! * 10);
      expect(roads[i]!.whole[0]).toBeGreaterThan(roads[i - 1]!.whole[0]!);
    }
    expect(roads[3]!.road[0]).toBeGreaterThan(0.5);
  });

  it('is all there is where nothing goes round by W_h·: whole and road are the same', () => {
    for (const cell of ['lstm', 'gru'] as const) {
      const { road, whole, roadMean } = finish(answer({ kind: 'road', setup: setupOf({ sequence: { steps: 12, lossAt: 10 }, network: { cell, gateBias: 1, stretch: { by: 'singular', value: 0 } } }) }));
      for (let k = 0; k <= 10; k++) expectClose(whole[k]!, road[k]!, 1e-9);
      expect([road[10], roadMean[10], road[11], roadMean[12], whole[11]]).toEqual([1, 1, NaN, NaN, NaN]);
      expect(roadMean[0]).toBeLessThanOrEqual(road[0]!);
    }
  });

  it('is empty for a cell without gates, whose Jacobian is there all the same', () => {
    const { state, gate, gates, road, roadMean, whole, hidden } = finish(answer({ kind: 'road', setup: setupOf() }));
    expect([state, gate, gates.length, road.length, roadMean.length]).toEqual(['', '', 0, 0, 0]);
    expect([...whole]).toEqual([...hidden]);
    expect(hidden[8]).toBe(1);
  });
});
