// Numbers as the reader sees them: a true minus sign, the chosen number of digits, powers of ten where digits don't do.

/** Digits after the point, or every digit that float64 has. */
export type Digits = 2 | 3 | 4 | 'full';

const minus = (text: string): string => text.replaceAll('-', '−');
const onTheLine = '−0123456789';
const above = '⁻⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The signs of a text that are among the first, as those at their places in the second. */
const exchanged = (text: string, from: string, to: string): string => [...text].map((sign) => to[from.indexOf(sign)] ?? sign).join('');

/** A whole number as an exponent: ⁻⁷. */
export const raised = (exponent: number): string => exchanged(minus(`${exponent}`), onTheLine, above);

/** Raised digits as those of the usual size: ⁻⁷ as −7. */
export const lowered = (text: string): string => exchanged(text, above, onTheLine);

/** Raised digits in a text, as the source of a regular expression. */
export const raisedDigits = `[${above}]+`;

/** 1.9·10⁻⁷ */
function scientific(value: number, digits: number): string {
  const [mantissa = '', exponent = ''] = value.toExponential(digits).split('e');
  return `${minus(mantissa)}·10${raised(Number(exponent))}`;
}

/**
 * A number for the screen. Large ones, and those that would round to 0.00 although they are not 0, are written with a power of
 * ten, so that a vanished gradient is never shown as 0. Overflow is ∞; NaN is "not a number".
 */
export function formatNumber(value: number, digits: Digits = 2): string {
  if (Number.isNaN(value)) return 'not a number';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  if (digits === 'full') return minus(`${value}`);
  if (value === 0) return (0).toFixed(digits);
  const size = Math.abs(value);
  if (size >= 1e5 || size < 0.5 * 10 ** -digits) return scientific(value, Math.max(1, digits - 1));
  return minus(value.toFixed(digits));
}

/** Below this a number is written with a power of ten also where room is short. */
const leastDecimal = 0.0005;

/**
 * For cells of a drawing, where room is short: at most about 7 characters. What would round to 0.00 gets a third digit, and
 * what would round to 0.000 a power of ten. What is no number (∞ − ∞) is a question mark; its name says it in words.
 */
export function formatShort(value: number, digits: Digits = 2): string {
  const few = digits === 'full' ? 4 : digits;
  const size = Math.abs(value);
  if (!Number.isFinite(value)) return Number.isNaN(value) ? '?' : formatNumber(value);
  const isSmall = value !== 0 && size < 0.5 * 10 ** -few;
  if (size >= 1e4 || (isSmall && size < leastDecimal)) return scientific(value, 0);
  if (isSmall) return minus(value.toFixed(3));
  return minus(value.toFixed(size >= 100 ? Math.min(few, 1) : few));
}

/** The text of `data-value`: every digit of the float64, as JavaScript reads it back. */
export function exactText(value: number): string {
  return Object.is(value, -0) ? '-0' : `${value}`;
}
