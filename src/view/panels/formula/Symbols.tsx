// An equation in symbols, typeset: h₃ = tanh(W_xh x₃ + W_hh h₂ + b_h), each symbol in the colour of its role.
import { useEffect, useLayoutEffect } from 'react';
import type { Reference } from '../../../engine/reference.ts';
import { useTypeset } from './useTypeset.ts';

interface SymbolsProps {
  readonly latex: string;
  /** Stands until the typesetting has come. */
  readonly fallback: string;
  readonly lit: Reference | null;
  /** A symbol at a time, without a unit. */
  readonly onPoint: (reference: Reference | null) => void;
  readonly onOpen: (reference: Reference) => void;
}

/** The innermost symbol that an event is about. */
function symbolAt(event: Event): Reference | null {
  const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-symbol]') : null;
  const { symbol, t } = element?.dataset ?? {};
  return symbol === undefined ? null : { symbol, t: t === undefined ? undefined : Number(t) };
}

export function Symbols({ latex, fallback, lit, onPoint, onOpen }: SymbolsProps) {
  const { place, isTypeset, scrolling } = useTypeset(latex, fallback, 'Equation');

  useLayoutEffect(() => {
    place.current?.querySelectorAll<HTMLElement>('[data-symbol]').forEach(({ dataset }) => {
      if (lit && dataset['symbol'] === lit.symbol && dataset['t'] === lit.t?.toString()) dataset['lit'] = 'true';
      else delete dataset['lit'];
    });
  }, [place, lit, isTypeset, latex]);

  // The pointer alone reaches the symbols; with the keyboard the same numbers are reached as buttons beside them.
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const point = (event: Event): void => onPoint(symbolAt(event));
    const leave = (): void => onPoint(null);
    const open = (event: Event): void => {
      const reference = symbolAt(event);
      if (reference) onOpen(reference);
    };
    element.addEventListener('pointerover', point);
    element.addEventListener('pointerleave', leave);
    element.addEventListener('click', open);
    return () => {
      element.removeEventListener('pointerover', point);
      element.removeEventListener('pointerleave', leave);
      element.removeEventListener('click', open);
    };
  }, [place, onPoint, onOpen]);

  return <div className="formula-symbols" ref={place} {...scrolling} />;
}
