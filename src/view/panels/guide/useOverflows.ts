// Whether an element holds more than it shows: then the keyboard has to reach it, to scroll it.
import { useLayoutEffect, useState, type RefObject } from 'react';

export function useOverflows(place: RefObject<HTMLElement | null>): boolean {
  const [overflows, setOverflows] = useState(false);
  // After every drawing, as the words change, and whenever its room does.
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const measure = (): void => setOverflows(element.scrollHeight > element.clientHeight + 1);
    measure();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  });
  return overflows;
}
