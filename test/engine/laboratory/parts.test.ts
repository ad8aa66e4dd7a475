import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lossAlone } from '../../../src/engine/gradient/paths.ts';
import { factorParts } from '../../../src/engine/laboratory/parts.ts';
import { prepare } from '../../../src/engine/laboratory/prepare.ts';
import { golden, gated, vanilla } from './golden.ts';
import { setupOf } from './setups.ts';

const slopes = {
  rnn_tanh: (a: number) => 1 - Math.tanh(a) ** 2,
  rnn_sigmoid: (a: number) => Math.exp(-a) / (1 + Math.exp(-a)) ** 2,
  rnn_relu: (a: number) => (a > 0 ? 1 : 0),
};
const isVanilla = (cell: string): cell is keyof typeof slopes => Object.hasOwn(slopes, cell);

describe('the two parts of a step’s factor', () => {
  it.each(vanilla.slice(0, 4))('multiplied from the loss back are what PyTorch has of the gradient: %s', (name) => {
    const { trace, parameters, p, expected } = golden(name);
    const { slopePart, weightPart } = factorParts(lossAlone(trace, parameters, p), p);
    const { norm, initial } = expected.dLt_dhk;
    const wanted = [initial.at(-1)!, ...norm.at(-1)!];
    let left = wanted[p]!;
    for (let t = p; t >= 1; t--) {
      left *= slopePart[t]! * weightPart[t]!;
      expect(Math.abs(left / wanted[t - 1]! - 1)).toBeLessThan(1e-8);
    }
  });

  it.each(vanilla.slice(0, 4))('are what the slope and W_hh do to PyTorch’s gradient one after the other: %s', (name) => {
    const { network, trace, parameters, p, expected } = golden(name);
    const { cell, hiddenSize: H } = network.model;
    if (!isVanilla(cell)) throw new Error(`${cell} is no vanilla cell`);
    const alone = lossAlone(trace, parameters, p);
    const { slopePart, weightPart } = factorParts(alone, p);
    const W = network.program.parameters.find(({ symbol }) => symbol === 'W_hh')!;
    const gradients = alone.gradients[network.program.states[0]!]!;
    for (let t = 1; t <= p; t++) {
      const v = gradients.subarray(t * H, (t + 1) * H);
      const u = expected.pre['a']![t - 1]!.map((a, i) => slopes[cell](a) * v[i]!);
      const back = u.map((_, j) => u.reduce((sum, each, i) => sum + parameters[W.offset + i * H + j]! * each, 0));
      expect(slopePart[t]! / (Math.hypot(...u) / Math.hypot(...v))).toBeCloseTo(1, 8);
      expect(weightPart[t]! / (Math.hypot(...back) / Math.hypot(...u))).toBeCloseTo(1, 8);
    }
  });

  it('have no more than γ and σ_max, and their product is the factor, for any network', () => {
    const cells = fc.constantFrom('rnn_tanh' as const, 'rnn_sigmoid' as const, 'rnn_relu' as const);
    fc.assert(
      fc.property(cells, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 2, max: 20 }), fc.double({ min: 0.1, max: 3, noNaN: true }), fc.integer({ min: 0, max: 1000 }), (cell, hiddenSize, steps, value, seed) => {
        const lossAt = 1 + (seed % steps);
        const { trace, reach } = prepare(setupOf({ sequence: { steps, seed, lossAt }, network: { cell, hiddenSize, stretch: { by: 'singular', value } } }));
        const { slopePart, weightPart } = factorParts(trace, lossAt);
        const gradients = trace.gradients[trace.network.program.states[0]!]!;
        const length = (t: number): number => Math.hypot(...gradients.subarray(t * hiddenSize, (t + 1) * hiddenSize));
        expect(slopePart).toHaveLength(steps + 1);
        const steepest = cell === 'rnn_sigmoid' ? 0.25 : 1;
        const isRight = (t: number): boolean => {
          const [slope, weight] = [slopePart[t]!, weightPart[t]!];
          if (length(t) === 0) return Number.isNaN(slope);
          if (slope === 0) return length(t - 1) === 0 && Number.isNaN(weight);
          const factor = length(t - 1) / length(t);
          return slope <= steepest * (1 + 1e-12) && weight <= reach.stretch * (1 + 1e-9) && Math.abs(slope * weight - factor) <= 1e-10 * factor;
        };
        expect(Array.from({ length: lossAt }, (_, k) => k + 1).filter((t) => !isRight(t))).toEqual([]);
        expect([...slopePart.subarray(lossAt + 1), slopePart[0]!, weightPart[0]!].every(Number.isNaN)).toBe(true);
      }),
      { numRuns: 60, seed: 5 },
    );
  });

  it.each(gated.slice(0, 2))('are empty where a step has gates: %s', (name) => {
    const { trace, p } = golden(name);
    expect(factorParts(trace, p)).toEqual({ slopePart: new Float64Array(0), weightPart: new Float64Array(0) });
  });
});
