// A text in which powers of ten, 1.9·10⁻⁷, are set as such: the interface's face has only some of the small digits.
import { Fragment } from 'react';
import { lowered, raisedDigits } from '../../theme/format.ts';
import './plot.css';

const exponents = new RegExp(`(${raisedDigits})`);

export function PowerText({ text }: { readonly text: string }) {
  return text.split(exponents).map((part, k) => (k % 2 === 1 ? <sup key={k} className="power">{lowered(part)}</sup> : <Fragment key={k}>{part}</Fragment>));
}
