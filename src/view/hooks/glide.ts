// Columns that glide from where they stood to where they stand now: measured before and after, moved by the browser alone.

/** Where each column stood: its left edge in the window, by whatever names it. */
export type Stood = ReadonlyMap<string, number>;

/** Where a group's own origin is in the window: what hangs out of it on either side does not count. */
const originOf = (element: SVGGraphicsElement): number | null => element.getScreenCTM?.()?.e ?? null;

export function measure(root: ParentNode, selector: string, nameOf: (element: Element) => string): Stood {
  const stood = new Map<string, number>();
  for (const element of root.querySelectorAll<SVGGraphicsElement>(selector)) {
    const x = originOf(element);
    if (x !== null) stood.set(nameOf(element), x);
  }
  return stood;
}

const duration = 320;
const easing = 'cubic-bezier(0.2, 0.7, 0.2, 1)';

/** `oldName`: where a column stood before, by its name now; null for one that is new, which comes up from nothing. */
export function glide(root: ParentNode, selector: string, stood: Stood, oldName: (element: Element) => string | null): void {
  if (typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  for (const element of root.querySelectorAll<SVGGraphicsElement>(selector)) {
    const old = oldName(element);
    const x = originOf(element);
    const from = old === null ? null : stood.get(old);
    if (x === null || typeof element.animate !== 'function') continue;
    if (from === undefined || from === null) {
      if (old === null) element.animate([{ opacity: 0 }, { opacity: 1 }], { duration, easing });
      continue;
    }
    // On top of the place that the drawing gave it. In a drawing that is scaled, its pixels are not the window's.
    const scale = element.getScreenCTM()?.a ?? 1;
    if (Math.abs(from - x) > 0.5) element.animate([{ transform: `translateX(${(from - x) / scale}px)` }, { transform: 'translateX(0)' }], { duration, easing, composite: 'add' });
  }
}
