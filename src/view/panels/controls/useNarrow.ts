// Whether the window is as narrow as a phone's, or has less room than the whole top bar needs.
import { useSyncExternalStore } from 'react';

/** By name: the widths below which something has no room. */
const queries = { phone: '(max-width: 720px)', laptop: '(max-width: 1439px)' } as const;

export function useNarrow(below: keyof typeof queries = 'phone'): boolean {
  const media = (): MediaQueryList | null => (typeof window.matchMedia === 'function' ? window.matchMedia(queries[below]) : null);
  const subscribe = (changed: () => void): (() => void) => {
    const list = media();
    list?.addEventListener('change', changed);
    return () => list?.removeEventListener('change', changed);
  };
  return useSyncExternalStore(subscribe, () => media()?.matches ?? false);
}
