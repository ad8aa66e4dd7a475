// The laboratory's numbers against finite differences of the loss, for networks at the edges of what can be set.
import { describe, expect, it } from 'vitest';
import { checkGradient, type Run } from '../../../src/engine/gradient/check.ts';
import { answer } from '../../../src/engine/laboratory/index.ts';
import { networkOf, wordCount } from '../../../src/engine/laboratory/network.ts';
import { prepare } from '../../../src/engine/laboratory/prepare.ts';
import type { NetworkSetting, Sequence, Setup } from '../../../src/engine/laboratory/setup.ts';
import { finish } from '../../../src/engine/learn/learner.ts';
import { createNetwork } from '../../../src/engine/network.ts';
import { Pass } from '../../../src/engine/run/pass.ts';
import { createTrace } from '../../../src/engine/run/trace.ts';
import { laboratoryCells, setupOf } from './setups.ts';

/** The same network read as far as the loss, with one output at its end: nothing that the laboratory does about its loss is in it. */
function plainRun(setup: Setup): Run {
  const { parameters, example } = prepare(setup);
  const { lossAt } = setup.sequence;
  if (example.inputs.kind !== 'dense') throw new Error('The inputs are dense.');
  return {
    network: createNetwork({ ...networkOf(setup.network).model, topology: 'many-to-one' }),
    parameters,
    examples: [{ inputs: { kind: 'dense', values: example.inputs.values.slice(0, lossAt * wordCount) }, targets: example.targets.slice(0, 1) }],
  };
}

const edges: readonly [words: string, part: { readonly sequence?: Partial<Sequence>; readonly network?: Partial<NetworkSetting> }][] = [
  ['an ordinary one', {}],
  ['two steps', { sequence: { steps: 2 } }],
  ['a single unit', { network: { hiddenSize: 1 } }],
  ['two steps, a single unit, the loss at the first', { sequence: { steps: 2, lossAt: 1 }, network: { hiddenSize: 1 } }],
  ['the loss in the middle', { sequence: { lossAt: 4 } }],
  ['units driven into saturation', { sequence: { strength: 6 }, network: { gateBias: 4 } }],
  ['weights that make numbers grow', { network: { stretch: { by: 'radius', value: 3 } } }],
  ['an orthogonal start as it is', { network: { scheme: 'orthogonal', stretch: null } }],
];

describe.each(laboratoryCells)('against differences: %s', (cell) => {
  it.each(edges)('the gradient at every state and at every input, of %s', (_, part) => {
    const setup = setupOf({ ...part, network: { ...part.network, cell } });
    const { steps, lossAt } = setup.sequence;
    const run = plainRun(setup);
    const hidden = setup.network.hiddenSize;
    const slopes = (symbol: string, t: number, size: number): number[] => Array.from({ length: size }, (__, i) => checkGradient(run, { symbol, t, unit: i + 1 }).numeric);
    const states = finish(answer({ kind: 'flow', setup, quantity: 'state' })).norms;
    const inputs = finish(answer({ kind: 'flow', setup, quantity: 'input' })).norms;
    expect([states.length, inputs.length]).toEqual([steps + 1, steps + 1]);
    const largest = Math.max(...states);
    for (let k = 0; k <= steps; k++) {
      // A difference sees nothing that is a ten-billionth of the loss.
      const near = (found: number, numeric: readonly number[]): void => expect(Math.abs(found - Math.hypot(...numeric))).toBeLessThanOrEqual(1e-7 * found + 1e-8 * largest);
      near(states[k]!, k <= lossAt ? slopes('dh', k, hidden) : [0]);
      if (k > 0) near(inputs[k]!, k <= lossAt ? slopes('dx', k, wordCount) : [0]);
    }
    expect(inputs[0]).toBeNaN();
  });

  it('the shares of the steps add up to 1, and none is of a step after the loss', () => {
    const { norms } = finish(answer({ kind: 'flow', setup: setupOf({ sequence: { steps: 12, lossAt: 9 }, network: { cell } }), quantity: 'share' }));
    expect(norms[0]).toBeNaN();
    expect(norms.subarray(1).reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    expect([...norms.subarray(10)]).toEqual([0, 0, 0]);
    expect(norms[1]).toBe(0); // h_0 = 0, so nothing of W_hh is used at the first step
  });

  it('how h_p moves with a state before: as a run from there with that state moved', () => {
    const setup = setupOf({ sequence: { steps: 6, lossAt: 5 }, network: { cell, hiddenSize: 3, gateBias: 1 } });
    const { network, parameters, example, trace } = prepare(setup);
    const { norms } = finish(answer({ kind: 'flow', setup, quantity: 'jacobian' }));
    const { states, slots } = network.program;
    const stateSlot = states[0]!;
    const H = 3;
    for (let k = 0; k <= 5; k++) {
      const after = (unit: number, by: number): Float64Array => {
        const again = createTrace(network, example);
        states.forEach((slot) => again.values[slot]!.set(trace.values[slot]!));
        again.values[stateSlot]![k * H + unit]! += by;
        new Pass(again, parameters).forward(k, 5);
        return again.values[stateSlot]!.slice(5 * H, 6 * H);
      };
      const columns = Array.from({ length: H }, (_, j) => {
        const [above, below] = [after(j, 1e-5), after(j, -1e-5)];
        return above.map((each, i) => (each - below[i]!) / 2e-5);
      });
      const jacobian = Float64Array.from({ length: H * H }, (_, at) => columns[at % H]![Math.floor(at / H)]!);
      // Largest singular value of a small matrix by Gelfand's formula on JᵀJ, so that no code of the engine is in it.
      let gram = Array.from({ length: H }, (_, i) => Array.from({ length: H }, (__, j) => columns[i]!.reduce((sum, each, r) => sum + each * columns[j]![r]!, 0)));
      let log = 0;
      for (let m = 0; m < 30; m++) {
        const size = Math.max(...gram.flat().map(Math.abs));
        log += Math.log(size) / 2 ** m;
        gram = gram.map((row) => row.map((__, j) => row.reduce((sum, each, r) => sum + (each / size) * (gram[r]![j]! / size), 0)));
      }
      expect(jacobian).toHaveLength(9);
      expect(norms[k]! / Math.exp(log / 2)).toBeCloseTo(1, 6);
      expect(slots[stateSlot]!.symbol).toBe('h');
    }
    expect([norms[5], norms[6]]).toEqual([1, 0]);
  });
});

describe('the map of losses', () => {
  it.each(laboratoryCells)('has in each row what a loss at that step alone leaves: %s', (cell) => {
    const part = { cell, gateBias: 1 };
    const { rows, norms } = finish(answer({ kind: 'map', setup: setupOf({ sequence: { steps: 9 }, network: part }), mostRows: 50 }));
    expect([...rows]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    rows.forEach((lossAt, r) => {
      const alone = finish(answer({ kind: 'flow', setup: setupOf({ sequence: { steps: 9, lossAt }, network: part }), quantity: 'state' })).norms;
      alone.forEach((each, k) => expect(Math.abs(norms[r * 10 + k]! - each)).toBeLessThanOrEqual(1e-12 * each));
    });
  });

  it('has as many rows as asked, evenly spread, with the first and the last', () => {
    const setup = setupOf({ sequence: { steps: 100 } });
    const whole = finish(answer({ kind: 'map', setup, mostRows: 100 }));
    const { rows, norms } = finish(answer({ kind: 'map', setup, mostRows: 12 }));
    expect([...rows]).toEqual([1, 10, 19, 28, 37, 46, 55, 64, 73, 82, 91, 100]);
    rows.forEach((t, r) => expect([...norms.subarray(r * 101, (r + 1) * 101)]).toEqual([...whole.norms.subarray((t - 1) * 101, t * 101)]));
    expect([...finish(answer({ kind: 'map', setup, mostRows: 1 })).rows]).toEqual([100]);
  });
});
