// Whether an element holds more than it shows: then the keyboard has to reach it, to scroll it.
import { useLayoutEffect, useState, type RefObject } from 'react';

/** `content`: measured anew when it changes, and whenever the room or a part changes its size. */
export function useOverflows(place: RefObject<HTMLElement | null>, content: unknown): boolean {
  const [overflows, setOverflows] = useState(false);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const measure = (): void => setOverflows(element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1);
    if (typeof ResizeObserver === 'undefined') return measure();
    // It tells the sizes first when it begins, after the browser's own layout: asking for them here would force one.
    const observer = new ResizeObserver(measure);
    for (const each of [element, ...element.children]) observer.observe(each);
    // A line of text has no size of its own to be told when its letters come.
    document.fonts.addEventListener('loadingdone', measure);
    return () => {
      observer.disconnect();
      document.fonts.removeEventListener('loadingdone', measure);
    };
  }, [place, content]);
  return overflows;
}
