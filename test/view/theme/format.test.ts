import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactText, formatNumber, formatShort, lowered, raised, raisedDigits, type Digits } from '../../../src/view/theme/format.ts';

describe('a number for the screen', () => {
  it.each([
    [0.4, 2, '0.40'],
    [-0.544, 2, '−0.54'],
    [0, 3, '0.000'],
    [1.9e-7, 2, '1.9·10⁻⁷'],
    [-123456, 2, '−1.2·10⁵'],
    [Infinity, 2, '∞'],
    [-Infinity, 2, '−∞'],
    [NaN, 2, 'not a number'],
    [-0.1, 'full', '−0.1'],
  ] as const)('writes %d with %s digits as %s', (value, digits, text) => {
    expect(formatNumber(value, digits)).toBe(text);
  });

  it('is never 0.00 unless it is 0', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.constantFrom<Digits>(2, 3, 4, 'full'), (value, digits) => {
        const isZero = /^−?0\.?0*$/.test(formatNumber(value, digits)) || /^−?0\.?0*$/.test(formatShort(value, digits));
        expect(isZero).toBe(value === 0);
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});

describe('a number in a cell', () => {
  it.each([
    [0.0041, 2, '0.004'],
    [-0.0009, 2, '−0.001'],
    [0.00049, 2, '5·10⁻⁴'],
    [0.0041, 3, '0.004'],
    [150.25, 2, '150.3'],
    [NaN, 2, '?'],
  ] as const)('writes %d with %d digits as %s', (value, digits, text) => {
    expect(formatShort(value, digits)).toBe(text);
  });
});

describe('raised digits', () => {
  it('write a whole number as an exponent', () => {
    expect([0, 7, -4, 1234567890].map(raised)).toEqual(['⁰', '⁷', '⁻⁴', '¹²³⁴⁵⁶⁷⁸⁹⁰']);
  });

  it('are read back as they are written everywhere else, with a true minus sign', () => {
    expect(lowered('⁻⁴')).toBe('−4');
    fc.assert(
      fc.property(fc.maxSafeInteger(), (exponent) => {
        expect(lowered(raised(exponent))).toBe(formatNumber(exponent, 'full'));
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  it('are read back within a text, whose other signs stay', () => {
    expect(lowered('σ 1.9·10⁻⁷ 😀')).toBe('σ 1.9·10−7 😀');
  });

  it('are found in a text, and nothing else is', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (exponent) => {
        expect(`−1.9·10${raised(exponent)} x₃ -2`.match(new RegExp(raisedDigits, 'g'))).toEqual([raised(exponent)]);
      }),
      { seed: 5 },
    );
  });
});

describe('the text of data-value', () => {
  it('is read back as the very number', () => {
    fc.assert(
      fc.property(fc.double(), (value) => {
        expect(Object.is(Number(exactText(value)), value)).toBe(true);
      }),
      { seed: 4 },
    );
  });
});
