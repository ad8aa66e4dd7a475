// Sizes and powers in words. Powers of another base, a^n = b, come out: whoever computes b anew from the a that is printed finds the b that is printed.
import { grouped } from '../../../state/limits.ts';
import { formatNumber, raised } from '../../theme/format.ts';

/** Digits of a base beyond which nobody reads it. */
const mostDigits = 6;

/** A base as it is printed. */
interface RoundedBase {
  readonly value: number;
  /** Significant ones. */
  readonly digits: number;
  /** Whether its power comes out as printed; else that stands after ≈. */
  readonly comesOut: boolean;
}

/** The base with the fewest digits, two at least, at which its power is written like that of the base itself. A base beside 1 is never written as 1. */
export function roundedBase(base: number, write: (base: number) => string): RoundedBase {
  const wanted = write(base);
  for (let digits = 2; ; digits++) {
    const value = Number(base.toPrecision(digits));
    if (value === 1 && base !== 1) continue;
    const comesOut = write(value) === wanted;
    if (comesOut || digits >= mostDigits) return { value, digits, comesOut };
  }
}

/** A positive number, without a power of ten, with so many significant digits, and so many after the point at least. */
export function withDigits(value: number, digits: number, least = 2): string {
  const size = Number(value.toExponential().split('e')[1]);
  // More than 100 JavaScript does not write.
  return value.toFixed(Math.min(100, Math.max(least, digits - 1 - size)));
}

/** From here on what stands after the point says nothing in a sentence; and up to here a number is written without a power of ten. */
const [leastWhole, mostWhole] = [1000, 1e5];

/** A size without digits that tell nothing: 0.38, 28,809, 2.5·10¹⁸. */
export const sizeText = (size: number): string => (size >= leastWhole && size < mostWhole ? grouped(Math.round(size)) : formatNumber(size));

/** 10 to this, also where float64 has no such number: 10⁻⁷⁰⁰. */
export function powerText(exponent: number): string {
  if (Number.isNaN(exponent)) return 'not a number';
  const value = 10 ** exponent;
  if (exponent === -Infinity || (value > 1e-300 && value < 1e300)) return sizeText(value);
  if (exponent === Infinity) return '∞';
  return `10${raised(Math.round(exponent))}`;
}

/** The power itself, also where float64 has no such number. */
export function writtenResult(base: number, exponent: number): string {
  const value = base ** exponent;
  return base > 0 && value < 1e-300 ? powerText(exponent * Math.log10(base)) : formatNumber(value);
}

interface WrittenPower {
  /** The base alone. */
  readonly base: string;
  /** "0.727³⁰ = 7.0·10⁻⁵" */
  readonly text: string;
}

export function writtenPower(base: number, exponent: number): WrittenPower {
  const { value, digits, comesOut } = roundedBase(base, (each) => writtenResult(each, exponent));
  const text = withDigits(value, digits);
  return { base: text, text: `${text}${raised(exponent)} ${comesOut ? '=' : '≈'} ${writtenResult(base, exponent)}` };
}
