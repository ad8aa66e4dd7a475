// An equation in symbols, typeset: h₃ = tanh(W_xh x₃ + W_hh h₂ + b_h), each symbol in the colour of its role.
import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { Reference } from '../../../engine/reference.ts';
import { useOverflows } from '../useOverflows.ts';
import { katexNow, subscribeKatex } from './loadKatex.ts';

export interface SymbolsProps {
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
  const place = useRef<HTMLDivElement>(null);
  const katex = useSyncExternalStore(subscribeKatex, katexNow, katexNow);

  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    try {
      if (katex) katex.render(latex, element);
      else element.textContent = fallback;
    } catch {
      element.textContent = fallback;
    }
  }, [katex, latex, fallback]);

  const overflows = useOverflows(place, katex ? latex : fallback);

  useLayoutEffect(() => {
    place.current?.querySelectorAll<HTMLElement>('[data-symbol]').forEach(({ dataset }) => {
      if (lit && dataset['symbol'] === lit.symbol && dataset['t'] === lit.t?.toString()) dataset['lit'] = 'true';
      else delete dataset['lit'];
    });
  }, [lit, katex, latex]);

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
  }, [onPoint, onOpen]);

  // On a phone it may be longer than its room; the keyboard reaches it then, to scroll it.
  const scrolling = overflows ? ({ tabIndex: 0, role: 'group', 'aria-label': 'Equation' } as const) : {};
  return <div className="formula-symbols" ref={place} {...scrolling} />;
}
