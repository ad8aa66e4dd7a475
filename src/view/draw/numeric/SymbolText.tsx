// A symbol's name in running text with its index set low: W_xh as W with a small xh. Copied and read aloud it is still W_xh.
import { Fragment } from 'react';
import './numeric.css';

const index = /_([A-Za-z]+)/;

export function SymbolText({ text }: { readonly text: string }) {
  const parts = text.split(index);
  // Odd places are the indices.
  return parts.map((part, k) =>
    k % 2 === 0 ? (
      <Fragment key={`${k}`}>{part}</Fragment>
    ) : (
      <Fragment key={`${k}`}>
        <span className="numeric-hidden">_</span>
        <sub className="numeric-index">{part}</sub>
      </Fragment>
    ),
  );
}
