import { describe, expect, it } from 'vitest';
import { boundNumber, boundWords, formatRatio, gapWords, summary, zeroWords } from '../../../src/view/panels/gradient/flowWords.ts';
import { lengths, placeOf } from '../../../src/view/panels/gradient/StepsControl.tsx';

describe('the bound in words', () => {
  it('must vanish below 1, may explode above, and cannot explode at 1', () => {
    expect(boundWords(0.95, false)).toEqual({ comparison: '0.95 < 1', conclusion: 'the gradient must vanish' });
    expect(boundWords(1.7, false)).toEqual({ comparison: '1.70 > 1', conclusion: 'the gradient may explode, it need not' });
    expect(boundWords(1, false).conclusion).toBe('the gradient cannot explode');
    expect(boundWords(0.5, true).conclusion).toBe('what is left of one loss alone must vanish');
    expect(boundWords(Infinity, false).conclusion).toBe('no bound can be told');
  });

  it('never says 1.00 < 1', () => {
    expect(boundNumber(0.9996)).toBe('0.9996');
    expect(boundNumber(1.004)).toBe('1.004');
    expect(boundNumber(1 - 1e-9)).toBe(`${1 - 1e-9}`);
    expect(boundNumber(1)).toBe('1.00');
  });
});

const words = { near: 'last word', far: 'first word' };

describe('what is left, in words', () => {
  it('is a part of the last gradient', () => {
    expect(summary(Float64Array.of(0, 0.034, 1), 'word', words)).toBe('At the first word 0.034 times the last word’s gradient is left.');
    expect(summary(Float64Array.of(0, 1e-12, 1), 'letter', { near: 'last letter', far: 'first letter' })).toBe(
      'At the first letter only 1.0·10⁻¹² times the last letter’s gradient is left: it has vanished.',
    );
    expect(summary(Float64Array.of(0, 5e4, 1), 'word', words)).toContain('it has exploded');
    expect(summary(Float64Array.of(0, Infinity, 1), 'word', words)).toContain('too large for float64');
    expect(summary(Float64Array.of(0, NaN, NaN), 'word', words)).toContain('Already at the last word');
    expect(summary(Float64Array.of(0, 0, 0), 'word', words)).toContain('does not depend on the state at the last word');
    expect(summary(Float64Array.of(0, 1), 'word', words)).toContain('no way back');
  });

  it('tells a gradient that is exactly 0 from one that became too small', () => {
    expect(zeroWords(Float64Array.of(0, 0, 0.5, 1), 1)).toBe('exactly 0');
    expect(gapWords('zero', 1, Float64Array.of(0, 0, 5e-324, 1))).toBe('too small for float64 from t = 1 back');
    expect(gapWords('overflow', 12, Float64Array.of())).toBe('too large for float64 from t = 12 back');
  });

  it('keeps two digits of a small part', () => {
    expect([formatRatio(0.61, 1), formatRatio(0.0341, 1), formatRatio(3e-9, 1)]).toEqual(['0.61', '0.034', '3.0·10⁻⁹']);
  });
});

describe('lengths of a generated sequence', () => {
  it('go from 2 to 1,000, each once, the short ones all', () => {
    expect(lengths[0]).toBe(2);
    expect(lengths.at(-1)).toBe(1000);
    expect(lengths.slice(0, 15)).toEqual(Array.from({ length: 15 }, (_, k) => k + 2));
    lengths.slice(1).forEach((length, k) => expect(length).toBeGreaterThan(lengths[k]!));
    lengths.forEach((length, k) => expect(placeOf(length)).toBe(k));
  });
});
