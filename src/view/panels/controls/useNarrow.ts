// Whether the window is as narrow as a phone's.
import { useSyncExternalStore } from 'react';

const query = '(max-width: 720px)';

const media = (): MediaQueryList | null => (typeof window.matchMedia === 'function' ? window.matchMedia(query) : null);

function subscribe(changed: () => void): () => void {
  const list = media();
  list?.addEventListener('change', changed);
  return () => list?.removeEventListener('change', changed);
}

export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => media()?.matches ?? false);
}
