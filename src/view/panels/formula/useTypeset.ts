// LaTeX into an element of the page: typeset once the typesetting has come, plain words until then, or where it cannot be typeset.
import { useLayoutEffect, useRef, useSyncExternalStore, type RefObject } from 'react';
import { useOverflows } from '../useOverflows.ts';
import { katexNow, subscribeKatex } from './loadKatex.ts';

interface Typeset {
  /** For the element. */
  readonly place: RefObject<HTMLDivElement | null>;
  /** Whether the typesetting is here. */
  readonly isTypeset: boolean;
  /** For the element, where it is longer than its room: the keyboard reaches it then, to scroll it. */
  readonly scrolling: { readonly tabIndex: 0; readonly role: 'group'; readonly 'aria-label': string } | Readonly<Record<never, never>>;
}

/** `name` is what the element is called for whoever scrolls it. */
export function useTypeset(latex: string, fallback: string, name: string): Typeset {
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
  return { place, isTypeset: katex !== null, scrolling: overflows ? { tabIndex: 0, role: 'group', 'aria-label': name } : {} };
}
