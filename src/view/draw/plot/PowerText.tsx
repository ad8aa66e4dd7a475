// A text in which powers of ten, 1.9·10⁻⁷, are set as such: the interface's face has only some of the small digits.
import { Fragment } from 'react';
import './plot.css';

const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const small = /([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/;

const large = (text: string): string =>
  [...text].map((sign) => (sign === '⁻' ? '−' : String(digits.indexOf(sign)))).join('');

export function PowerText({ text }: { readonly text: string }) {
  return text
    .split(small)
    .map((part, k) => (k % 2 === 1 ? <sup key={k} className="power">{large(part)}</sup> : <Fragment key={k}>{part}</Fragment>));
}
