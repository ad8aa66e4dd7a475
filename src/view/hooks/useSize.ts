// The size of an element, and how many pixels its text has, as they are and as they become: drawings are laid out for both.
import { useLayoutEffect, useState, type RefObject } from 'react';

export interface Size {
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
}

interface SizeOptions {
  /** The width as long as none can be measured. */
  readonly width?: number;
  /** What may change the text's size without changing the element's. */
  readonly remeasure?: unknown;
}

/** Pixels of the text where none can be measured. */
const usualText = 12;

export function useSize(element: RefObject<HTMLElement | null>, { width: unmeasured = 0, remeasure }: SizeOptions = {}): Size {
  const [size, setSize] = useState<Size>({ width: unmeasured, height: 0, textSize: usualText });
  useLayoutEffect(() => {
    const node = element.current;
    if (!node) return;
    const measure = (): void => {
      const width = node.clientWidth || unmeasured;
      const height = node.clientHeight;
      const textSize = Number.parseFloat(getComputedStyle(node).fontSize) || usualText;
      setSize((old) => (old.width === width && old.height === height && old.textSize === textSize ? old : { width, height, textSize }));
    };
    measure();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    observer.observe(node);
    return () => observer.disconnect();
  }, [element, unmeasured, remeasure]);
  return size;
}
