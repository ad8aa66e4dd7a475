// A text in which powers of ten, 1.9·10⁻⁷, are set as such: the interface's face has only some of the small digits.
import { Fragment } from 'react';
import { powerParts } from './powerParts.ts';
import './plot.css';

export function PowerText({ text }: { readonly text: string }) {
  return powerParts(text).map((part, k) => (part.isExponent ? <sup key={k} className="power">{part.text}</sup> : <Fragment key={k}>{part.text}</Fragment>));
}

/** The same within the text of a drawing. */
export function PowerSpans({ text }: { readonly text: string }) {
  const parts = powerParts(text);
  return parts.map((part, k) => {
    if (part.isExponent) return <tspan key={k} className="plot-exponent" dy="-0.45em">{part.text}</tspan>;
    // Back on the line that the exponent before it has left.
    return parts[k - 1]?.isExponent ? <tspan key={k} dy="0.34em">{part.text}</tspan> : <Fragment key={k}>{part.text}</Fragment>;
  });
}
