import { describe, expect, it } from 'vitest';
import type { Setup } from '../../../../src/engine/laboratory/setup.ts';
import { initialLaboratory } from '../../../../src/state/laboratory/defaults.ts';
import { duelSetupsOf } from '../../../../src/state/laboratory/setups.ts';
import { ratioExponents, ratioStrip } from '../../../../src/view/layout/laboratory/duel.ts';
import { presets } from '../../../../src/view/panels/laboratory/duel/presets.ts';
import { differences, differenceWords, duelWords, timesWords } from '../../../../src/view/panels/laboratory/duel/words.ts';

/** Norms of a gradient that each step back multiplies by a factor. */
const shrinking = (T: number, factor: number, last = 1): Float64Array => Float64Array.from({ length: T + 1 }, (_, k) => last * factor ** (T - k));
const duel = (id: string): readonly [Setup, Setup] => duelSetupsOf({ ...initialLaboratory, duel: presets.find((each) => each.id === id)!.duel });

describe('how much more one has left than the other', () => {
  it('is the quotient of both, each by its own gradient at the loss', () => {
    const ratios = ratioExponents(shrinking(10, 0.1, 50), shrinking(10, 0.5, 2), 10, true);
    expect(ratios[10]).toBeCloseTo(0, 12);
    expect(ratios[0]).toBeCloseTo(10 * (Math.log10(0.1) - Math.log10(0.5)), 10);
  });

  it('is of the gradients themselves where they are not relative', () => {
    const ratios = ratioExponents(shrinking(4, 1, 50), shrinking(4, 1, 5), 4, false);
    expect(ratios[2]).toBeCloseTo(1, 12);
  });

  it('holds where the quotient itself would be beyond float64', () => {
    const ratios = ratioExponents(Float64Array.of(0, 1e-300, 1), Float64Array.of(0, 1e300, 1), 2, true);
    expect(ratios[1]).toBeCloseTo(-600, 8);
  });

  it('is infinite where one has nothing left, and no number where both have', () => {
    const ratios = ratioExponents(Float64Array.of(0, 0, 1), Float64Array.of(0, 0.5, 1), 2, true);
    expect(ratios[1]).toBe(-Infinity);
    expect(ratios[0]).toBeNaN();
  });
});

describe('the strip of the difference', () => {
  const strip = (ratios: number[]) => ratioStrip({ ratios: Float64Array.from([NaN, ...ratios]), steps: ratios.length, x: 50, columns: 400, width: 500, height: 170, textSize: 12 });

  it('has bars up for the first and down for the second, none where both have the same', () => {
    const { first, second, beyond } = strip([-1, 0, 1, 2]);
    expect(first.match(/M/g)).toHaveLength(2);
    expect(second.match(/M/g)).toHaveLength(1);
    expect(beyond).toBe('');
  });

  it('makes a bar twice as high for the square of a ratio', () => {
    const heights = [...strip([1, 2]).first.matchAll(/v(-[\d.]+)/g)].map(([, height]) => Number(height));
    expect(heights[1]).toBeCloseTo(2 * heights[0]!, 1);
  });

  it('has a bar to the edge where there is no ratio', () => {
    const { beyond, second, box } = strip([-Infinity, 0.5]);
    expect(beyond).toContain(`v${box.height / 2}`);
    expect(second).toBe(beyond);
  });

  it('has one outline for bars to the edge that are too close for a gap, and one for each of those that are not', () => {
    expect(strip([...Array<number>(200).fill(Infinity), 1, ...Array<number>(99).fill(-Infinity)]).beyond.match(/M/g)).toHaveLength(2);
    expect(strip([Infinity, Infinity, 1]).beyond.match(/M/g)).toHaveLength(2);
  });

  it('finds the step under a pointer', () => {
    const { xOf, stepAt } = strip([1, 1, 1, 1]);
    for (const k of [1, 2, 3, 4]) expect(stepAt(xOf(k))).toBe(k);
    expect([stepAt(-9), stepAt(999)]).toEqual([1, 4]);
  });
});

describe('the duel in words', () => {
  it('says what both have left, and how many times as much that is', () => {
    const [a, b] = [Float64Array.of(0, 3e-6, 2), Float64Array.of(0, 0.21, 1)];
    const ratios = ratioExponents(a, b, 2, true);
    expect(duelWords([{ norms: a }, { norms: b }], ratios[1]!, 1, 2, true)).toBe(
      'At step 1 A has 1.5·10⁻⁶ of the gradient at the loss, B has 0.21 of the gradient at the loss: B has 140,000 times as much.',
    );
  });

  it('says it where a gradient is 0 or too large', () => {
    const [a, b] = [Float64Array.of(0, 0, 2), Float64Array.of(0, Infinity, 1)];
    const words = duelWords([{ norms: a }, { norms: b }], ratioExponents(a, b, 2, true)[1]!, 1, 2, true);
    expect(words).toBe('At step 1 A has a gradient of exactly 0, B has a gradient that is too large for float64: they have no ratio, as one of them is exactly 0 or too large to hold.');
  });

  it('writes how many times from an exponent', () => {
    expect([0.3, 1, 3.1761, 4.845, 5.1461, 5.999, 15.5, 400].map(timesWords)).toEqual([
      '2.0 times', '10 times', '1,500 times', '70,000 times', '140,000 times', '1,000,000 times', '3.2·10¹⁵ times', '1.0·10⁴⁰⁰ times',
    ]);
  });

  it('names the one setting in which each of the first duels differs', () => {
    expect(presets.map(({ id }) => differences(...duel(id)))).toEqual([
      ['cell (RNN · tanh against LSTM)'],
      ['first weights (Orthogonal against Uniform)'],
      ['scale of W_hh (σ = 0.9 against σ = 1.1)'],
      ['bias of the keeping gate (0 against 3)'],
      ['cell (RNN · tanh against RNN · ReLU)'],
    ]);
  });

  it('names every setting that differs, and says where none does', () => {
    const [a, b] = duelSetupsOf({ ...initialLaboratory, duel: [{ cell: 'gru' }, { cell: 'gru', hiddenSize: 4, strength: 3 }] });
    expect(differenceWords(a, b)).toBe('The settings differ in: hidden units (16 against 4), strength of the input (1 against 3).');
    expect(differenceWords(a, a)).toBe('Both sides are set alike, so their lines lie on each other.');
  });
});
