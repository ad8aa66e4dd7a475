// The width of an element in pixels, and the size of its type, kept up to date.
import { useLayoutEffect, useState, type RefObject } from 'react';

export interface Measure {
  readonly width: number;
  readonly typeSize: number;
}

export function useWidth(place: RefObject<HTMLElement | null>): Measure {
  const [measure, setMeasure] = useState<Measure>({ width: 600, typeSize: 12 });
  useLayoutEffect(() => {
    const element = place.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const read = (): void => {
      const { width } = element.getBoundingClientRect();
      const typeSize = Number.parseFloat(getComputedStyle(element).fontSize) || 12;
      if (width > 0) setMeasure((last) => (last.width === width && last.typeSize === typeSize ? last : { width, typeSize }));
    };
    const observer = new ResizeObserver(read);
    observer.observe(element);
    read();
    return () => observer.disconnect();
  }, [place]);
  return measure;
}
