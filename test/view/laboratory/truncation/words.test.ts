import { describe, expect, it } from 'vitest';
import { carriedWords, costWords, percent, reachWords, type Truncation } from '../../../../src/view/panels/laboratory/truncation/words.ts';

const answer: Truncation = {
  facts: { parameterCount: 10, hiddenSize: 2, stretch: 0.9, radius: 0.8, gamma: 1, loss: 0.5, overflow: null, deadUnits: 0 },
  windows: Int32Array.of(1, 8, 12),
  errors: Float64Array.of(0.8, 0.123, 0),
  angles: Float64Array.of(44, 7.04, 0),
  full: Float64Array.from({ length: 13 }, (_, k) => 0.5 ** (12 - k)),
  cut: Float64Array.from({ length: 13 }, (_, k) => (k > 8 ? 0.5 ** (12 - k) : 0)),
  states: new Float64Array(13).fill(1.5),
  cutStates: new Float64Array(13).fill(1.25),
  cuts: Int32Array.of(8),
};

describe('what truncation costs, in words', () => {
  it('says how far off the gradient is, and how far it points away', () => {
    expect(costWords(answer, 8, 12)).toBe('With a window of 8 steps the gradient is 12 % off and points 7.0° away.');
    expect(costWords(answer, 1, 12)).toBe('With a window of 1 step the gradient is 80 % off and points 44° away.');
    expect(costWords(answer, 12, 12)).toBe('The window holds all 12 steps: nothing is cut, and the gradient is the whole one.');
  });

  it('says why nothing can be compared', () => {
    const zero = { ...answer, full: new Float64Array(13), errors: answer.errors.map(() => NaN), angles: answer.angles.map(() => NaN) };
    expect(costWords(zero, 8, 12)).toContain('the whole gradient is exactly 0 already');
    const overflow = { ...answer, facts: { ...answer.facts, overflow: { where: 'forward', symbol: 'h', t: 1000 } as const } };
    expect(costWords(overflow, 8, 12)).toContain('too large for float64 at step 1,000');
    const gone = { ...answer, errors: Float64Array.of(0.8, 1, 0), angles: Float64Array.of(44, NaN, 0) };
    expect(costWords(gone, 8, 12)).toBe('With a window of 8 steps the gradient is 100 % off: nothing of it is left, so it points nowhere.');
    const same = { ...answer, errors: new Float64Array(3), angles: new Float64Array(3) };
    expect(costWords(same, 8, 12)).toContain('exactly the whole one');
  });

  it('writes small and large parts so that neither is shown as 0', () => {
    expect([0.5, 0.0123, 0.0004, 1e-9, 0, 3.21].map(percent)).toEqual(['50 %', '1.2 %', '0.04 %', '1.0·10⁻⁷ %', 'exactly 0 %', '321 %']);
  });

  it('says that a carried state is not cut, and what a reset one forgets', () => {
    expect(carriedWords(answer, true)).toContain('still remembers what it has read');
    expect(carriedWords(answer, false)).toContain('length is 1.25 instead of 1.50');
    expect(carriedWords({ ...answer, cuts: new Int32Array(0) }, false)).toBe('Nothing is cut, forwards or backwards.');
  });

  it('says where the gradient ends, and what was there', () => {
    expect(reachWords(answer, 12)).toBe('The gradient of the loss at step 12 reaches back to step 9; before it there is exactly 0, where the whole gradient still has 0.06.');
    expect(reachWords({ ...answer, cut: answer.full }, 12)).toContain('reaches every step');
    expect(reachWords({ ...answer, full: new Float64Array(13), cut: new Float64Array(13) }, 12)).toContain('exactly 0 at every step');
    const overflown = { ...answer, full: answer.full.map((norm, k) => (k < 9 ? NaN : norm)) };
    expect(reachWords(overflown, 12)).toBe('The gradient of the loss at step 12 reaches back to step 9; before it there is exactly 0. The whole gradient has overflowed there: it is too large for float64.');
  });
});
