// A text with powers of ten taken apart: 1.9·10⁻⁷ is "1.9·10" and the small "−7".

const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const small = /([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/;

const large = (text: string): string => [...text].map((sign) => (sign === '⁻' ? '−' : String(digits.indexOf(sign)))).join('');

export interface PowerPart {
  /** In digits of the usual size. */
  readonly text: string;
  readonly isExponent: boolean;
}

export function powerParts(text: string): PowerPart[] {
  const parts = text.split(small).map((part, k) => (k % 2 === 1 ? { text: large(part), isExponent: true } : { text: part, isExponent: false }));
  return parts.filter((part) => part.text !== '');
}
