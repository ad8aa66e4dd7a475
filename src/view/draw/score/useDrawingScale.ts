// How large the theme wants letters in a drawing: 1, or more for a projector.
import { useSyncExternalStore } from 'react';

/** Called when the page changes its theme. */
function onTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

function read(): number {
  const scale = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--drawing-scale'));
  return scale > 0 ? scale : 1;
}

export const useDrawingScale = (): number => useSyncExternalStore(onTheme, read, () => 1);
