import { describe, expect, it } from 'vitest';
import { boundSentence, saturationWords, stepWords, summary, typical, type Factors } from '../../../../src/view/panels/laboratory/factors/words.ts';
import { cellWords, productWords } from '../../../../src/view/panels/laboratory/factors/productWords.ts';

const facts = { parameterCount: 1, hiddenSize: 1, stretch: 0.5, radius: 0.5, gamma: 1, loss: 0, overflow: null, deadUnits: 0 };
const row = (...values: number[]): Float64Array => Float64Array.of(...values);
const factors = (part: Partial<Factors> = {}): Factors => ({
  facts, preactivations: row(0, 0), slopes: row(1, 0.05), singularValues: row(0.5), local: row(NaN, 0.5, 0.5), factor: row(NaN, 0.25, 0.25), slopePart: row(NaN, 0.5, 0.5),
  weightPart: row(NaN, 0.5, 0.5), product: row(0.0625, 0.25, 1), gradient: row(0.0625, 0.25, 1), ...part,
});

describe('the words of "Why it shrinks"', () => {
  it('take the mean by multiplying, which a 0 makes 0 and a missing number does not', () => {
    expect(typical(row(NaN, 0.5, 2), 2)).toBeCloseTo(1, 12);
    expect(typical(row(NaN, 0, 2), 2)).toBe(0);
    expect(typical(row(NaN, NaN, 4), 2)).toBe(4);
    expect(typical(row(NaN, NaN), 1)).toBeNaN();
  });

  it('tell what is left and what each step did', () => {
    expect(summary(factors(), 2, 'tanh')).toBe('2 steps back, 0.06 times the gradient is left: each step multiplied it by 0.25 on average, of which the slope of tanh did × 0.50 and the weights × 0.50.');
    expect(summary(factors({ slopePart: row(), weightPart: row() }), 2, null)).toContain('multiplied it by 0.25 on average.');
  });

  it('tell a gradient of 0 apart: none at all, cut by a slope of 0, too small for float64; and one that is too large', () => {
    expect(summary(factors({ gradient: row(0, 0, 0) }), 2, 'ReLU')).toContain('At the step of the loss the gradient is exactly 0');
    expect(summary(factors({ gradient: row(0, 0, 1), factor: row(NaN, NaN, 0) }), 2, 'ReLU')).toContain('exactly 0, as one step multiplied it by 0');
    expect(summary(factors({ gradient: row(0, 1e-310, 1e-300), factor: row(NaN, 0, 1e-10) }), 2, 'σ')).toContain('too small for float64');
    expect(summary(factors({ gradient: row(Infinity, 1e300, 1) }), 2, 'ReLU')).toContain('has become too large for float64');
    expect(summary(factors({ gradient: row(NaN, NaN, Infinity) }), 2, 'ReLU')).toContain('Already at the step of the loss');
  });

  it('count the saturated units, and with ReLU those that are off and dead', () => {
    expect(saturationWords(factors(), 1, false)).toBe('Of 2 sums (1 unit × 2 steps) 50 % are saturated: there the slope is under a tenth of its steepest.');
    expect(saturationWords(factors({ facts: { ...facts, deadUnits: 1 } }), 1, true)).toContain('1 unit is off at every step: dead for this sequence');
    const few = Float64Array.from({ length: 1000 }, (_, k) => (k === 0 ? 0 : 1));
    expect(saturationWords(factors({ slopes: few }), 1, false)).toContain('under 1 % are saturated');
  });

  it('hold the bound against the product, and say when it is exact and when it sees nothing', () => {
    expect(boundSentence(factors(), 2)).toContain('Over 2 steps the bound allows 0.25; the Jacobians multiplied out stretch by 0.06: the bound is 4.00 times too generous');
    expect(boundSentence(factors({ product: row(0.25, 0.5, 1), gradient: row(0.25, 0.5, 1) }), 2)).toContain('the bound is exact');
    expect(boundSentence(factors({ product: row(0, 0, 1) }), 2)).toContain('does not see slopes that are 0');
    expect(boundSentence(factors({ facts: { ...facts, stretch: 3 } }), 2)).toContain('may explode, it need not');
  });

  it('tell a step’s two parts, and where there is nothing to multiply', () => {
    expect(stepWords(factors(), 1, 2)).toBe('t = 1: slope × 0.50, weights × 0.50, together × 0.25 (at most 0.50).');
    expect(stepWords(factors(), 2, 1)).toContain('after the step of the loss');
    expect(stepWords(factors({ factor: row(NaN, NaN, 0) }), 1, 2)).toContain('no gradient arrives here');
    expect(stepWords(factors({ factor: row(NaN, 0.25, 0), slopePart: row(NaN, 0.5, 0) }), 2, 2)).toContain('it ends here');
    expect(stepWords(factors({ slopePart: row(), weightPart: row() }), 1, 2, false)).toContain('the rest comes along c');
  });
});

describe('the words of the product', () => {
  const stage = { t: 2, skipped: 0, slopes: row(1, 0.5), local: row(1, 2, 3, 4), localNorm: 5.5, product: row(0, 0, 0, 0), productNorm: 0 };
  const product = { facts, size: 2, weights: row(1, 2, 6, 8), stages: [stage] };

  it('name the number that is pointed at', () => {
    expect(cellWords(product, 2, { t: 2, matrix: 'weights', cell: 2 })).toBe('W_hh, row 2, column 1: 6.0000');
    expect(cellWords(product, 2, { t: 2, matrix: 'slopes', cell: 1 })).toBe('Slope φ′(a) at t = 2, unit 2: 0.5000');
    expect(cellWords(product, 2, { t: 2, matrix: 'local', cell: 1 })).toContain('row 1, column 2: 2.0000');
  });

  it('say when nothing is left, when numbers have overflowed, and that an LSTM’s is more than its blocks', () => {
    expect(productWords(product, 2, 1)).toContain('nothing: the product is 0');
    expect(productWords({ ...product, stages: [{ ...stage, productNorm: NaN }] }, 2, 1)).toContain('have overflowed');
    expect(productWords({ ...product, weights: null }, 2, 1, false)).toContain('what came along c');
  });
});
