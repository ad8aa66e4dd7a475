// What the reader sees: a drawing's text with its indices lowered and its powers of ten raised: σ_max as σ with a small max, 1.9·10⁻⁷.
import { Fragment } from 'react';
import { spansOf } from '../../layout/spans.ts';

/** To be put into an svg text. */
export function Spans({ text }: { readonly text: string }) {
  return spansOf(text).map(({ text: written, size, dy }, k) =>
    size === 1 && dy === 0 ? (
      <Fragment key={k}>{written}</Fragment>
    ) : (
      <tspan key={k} dy={dy === 0 ? undefined : `${dy}em`} fontSize={size === 1 ? undefined : `${size}em`}>
        {written}
      </tspan>
    ),
  );
}
