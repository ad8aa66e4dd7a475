// How wide an element is, and how many pixels its text has: a drawing is laid out for both.
import { useLayoutEffect, useState, type RefObject } from 'react';

export interface Size {
  readonly width: number;
  readonly textSize: number;
}

/** `remeasure`: what may change the text's size without changing the width. */
export function useSize(element: RefObject<HTMLElement | null>, remeasure: unknown): Size {
  const [size, setSize] = useState<Size>({ width: 720, textSize: 12 });
  useLayoutEffect(() => {
    const node = element.current;
    if (!node) return;
    const measure = (): void => {
      const width = node.clientWidth || 720;
      const textSize = Number.parseFloat(getComputedStyle(node).fontSize) || 12;
      setSize((before) => (before.width === width && before.textSize === textSize ? before : { width, textSize }));
    };
    measure();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    observer.observe(node);
    return () => observer.disconnect();
  }, [element, remeasure]);
  return size;
}
