import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { powerText, roundedBase, withDigits, writtenPower, writtenResult } from '../../../src/view/panels/laboratory/powers.ts';
import { lowered, raisedDigits } from '../../../src/view/theme/format.ts';

const written = new RegExp(`^([\\d.]+)(${raisedDigits}) ([=≈]) (.+)$`);

/** The base, the exponent, the sign and the result, as they are printed. */
function printed(base: number, exponent: number) {
  const match = written.exec(writtenPower(base, exponent).text);
  const [, first = '', power = '', sign = '', result = ''] = match ?? [];
  return { base: Number(first), power: Number(lowered(power)), sign, result, digits: first.replace(/^[0.]+/, '').replace('.', '').length };
}

describe('a power in words', () => {
  it('comes out: who computes it from what is printed finds what is printed', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1, noNaN: true }), fc.integer({ min: 1, max: 1000 }), (base, exponent) => {
        const { base: first, power, sign, result } = printed(base, exponent);
        expect(power).toBe(exponent);
        expect(result).toBe(writtenResult(base, exponent));
        expect(sign === '≈' || writtenResult(first, power) === result, `${first} to the ${power} is ${writtenResult(first, power)}, not ${result}`).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('has a base of six digits at most, and more only where it would be printed as 1', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999999, noNaN: true }), fc.integer({ min: 1, max: 1000 }), (base, exponent) => {
        expect(printed(base, exponent).digits).toBeLessThanOrEqual(6);
      }),
      { numRuns: 2000 },
    );
    expect(writtenPower(0.99999996, 10).base).toBe('0.99999996');
  });

  it('has no more digits than it takes', () => {
    expect(writtenPower(0.5, 10).text).toBe('0.50¹⁰ = 9.8·10⁻⁴');
    expect(writtenPower(0.7268, 30).text).toBe('0.727³⁰ = 7.0·10⁻⁵');
    expect(writtenPower(0.7311, 30).text).toBe('0.731³⁰ = 8.3·10⁻⁵');
    expect(writtenPower(0.9933, 200).text).toBe('0.9933²⁰⁰ = 0.26');
    expect(writtenPower(0.7349, 1).text).toBe('0.73¹ = 0.73');
    expect(writtenPower(1, 200).text).toBe('1.00²⁰⁰ = 1.00');
    expect(writtenPower(0, 3).text).toBe('0.00³ = 0.00');
  });

  it('stands after ≈ where six digits are not enough', () => {
    expect(roundedBase(0.123456789, String)).toEqual({ value: 0.123457, digits: 6, comesOut: false });
    // So near to where the result is rounded the other way that with six digits it is.
    expect(writtenPower(0.18499999 ** (1 / 1000) + 1e-9, 1000).text).toBe('0.998314¹⁰⁰⁰ ≈ 0.19');
  });

  it('is written also where float64 has no such number', () => {
    expect(writtenPower(0.1, 700).text).toBe('0.10⁷⁰⁰ = 10⁻⁷⁰⁰');
  });

  it('has its base written out, never with a power of ten of its own', () => {
    expect(withDigits(0.0000012, 2)).toBe('0.0000012');
    expect(withDigits(0.05, 2)).toBe('0.050');
    expect(withDigits(98.2, 3, 0)).toBe('98.2');
    expect(withDigits(100, 2, 0)).toBe('100');
  });
});

describe('a power of ten in words', () => {
  it('is written also where float64 does not have it', () => {
    expect(powerText(-2)).toBe('0.01');
    expect(powerText(-7)).toBe('1.0·10⁻⁷');
    expect(powerText(Math.log10(10_296.49))).toBe('10,296');
    expect(powerText(6)).toBe('1.0·10⁶');
    expect(powerText(-700.4)).toBe('10⁻⁷⁰⁰');
    expect(powerText(400)).toBe('10⁴⁰⁰');
    expect(powerText(-Infinity)).toBe('0.00');
    expect(powerText(NaN)).toBe('not a number');
  });
});
