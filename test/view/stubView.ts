// A browser that tells of elements which come into view and leave it, when the test says so: jsdom lays nothing out.
import { vi } from 'vitest';

/** Puts it in the place of the browser's. Returns what tells of an element. */
export function stubView(): (target: Element, isIntersecting: boolean) => void {
  let hear: (entries: { readonly target: Element; readonly isIntersecting: boolean }[]) => void = () => {};
  const observed = new Set<Element>();
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(callback: typeof hear) {
        hear = callback;
      }
      observe(element: Element): void {
        observed.add(element);
      }
      unobserve(element: Element): void {
        observed.delete(element);
      }
    },
  );
  return (target, isIntersecting) => {
    if (observed.has(target)) hear([{ target, isIntersecting }]);
  };
}
