// Whether a figure fills the screen: by the browser's own full screen, or, where that is refused, over all of the page. Escape ends either.
import { useCallback, useEffect, useState, type RefObject } from 'react';

interface FullScreen {
  readonly isFull: boolean;
  /** Over the page, as the browser has no full screen for it: then it behaves as a dialog. */
  readonly isOverlay: boolean;
  readonly toggle: () => void;
}

export function useFullScreen(element: RefObject<HTMLElement | null>): FullScreen {
  const [state, setState] = useState<'no' | 'screen' | 'overlay'>('no');

  useEffect(() => {
    const look = (): void => setState((old) => (document.fullscreenElement === element.current && element.current ? 'screen' : old === 'screen' ? 'no' : old));
    document.addEventListener('fullscreenchange', look);
    return () => document.removeEventListener('fullscreenchange', look);
  }, [element]);

  useEffect(() => {
    if (state === 'no') return;
    const close = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      // Only this is closed by it. The browser closes its own full screen as well, mostly before the page hears of the key.
      event.preventDefault();
      event.stopPropagation();
      if (document.fullscreenElement) void document.exitFullscreen();
      else setState('no');
    };
    document.addEventListener('keydown', close, { capture: true });
    return () => document.removeEventListener('keydown', close, { capture: true });
  }, [state]);

  const toggle = useCallback(() => {
    if (state === 'screen') void document.exitFullscreen();
    else if (state === 'overlay') setState('no');
    else {
      const asked = element.current?.requestFullscreen?.();
      // A phone's browser has none, and a frame of another page may refuse it.
      if (asked) asked.catch(() => setState('overlay'));
      else setState('overlay');
    }
  }, [state, element]);

  return { isFull: state !== 'no', isOverlay: state === 'overlay', toggle };
}
