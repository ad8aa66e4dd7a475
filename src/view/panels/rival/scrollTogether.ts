// Two scores scroll as one: whichever the hand is on leads, and the other follows.
import { useEffect, type RefObject } from 'react';

/** What scrolls sideways in a score. */
const view = '.score-view';

/** `part`: anything in the place that holds both scores. */
export function useScrollTogether(part: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = part.current?.closest('.score-parts');
    if (!root) return;
    let leader: Element | null = null;
    const ways = new AbortController();
    const options = { signal: ways.signal, capture: true, passive: true };
    const lead = (event: Event): void => {
      leader = event.target instanceof Element ? (event.target.closest('[data-score]')?.querySelector(view) ?? leader) : leader;
    };
    for (const kind of ['pointerdown', 'wheel', 'touchstart', 'keydown']) root.addEventListener(kind, lead, options);
    root.addEventListener(
      'scroll',
      ({ target }) => {
        if (!(target instanceof Element) || !target.matches(view)) return;
        const [first] = root.querySelectorAll(view);
        // Where the hand has not been, the clock scrolls both, and the first one leads.
        const own = leader?.isConnected ? leader : first;
        if (!own) return;
        for (const other of root.querySelectorAll(view)) if (other !== own && Math.abs(other.scrollLeft - own.scrollLeft) >= 1) other.scrollLeft = own.scrollLeft;
      },
      options,
    );
    return () => ways.abort();
  }, [part]);
}
