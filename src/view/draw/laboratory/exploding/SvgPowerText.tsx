// A text of a drawing in which powers of ten, 1.9·10⁻⁷, are set as such: the interface's face has only some of the small digits.
import { Fragment } from 'react';

const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const small = /([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/;

const large = (text: string): string => [...text].map((sign) => (sign === '⁻' ? '−' : String(digits.indexOf(sign)))).join('');

export function SvgPowerText({ text }: { readonly text: string }) {
  return text.split(small).map((part, k, all) => {
    if (k % 2 === 1) {
      return (
        <tspan key={k} fontSize="0.75em" dy="-0.45em">
          {large(part)}
        </tspan>
      );
    }
    // What follows a power stands on the line again.
    return k > 0 && part !== '' ? <tspan key={k} dy="0.3375em">{part}</tspan> : <Fragment key={k}>{all[k]}</Fragment>;
  });
}
