// The hands on the score, heard once their code has come: the first picture does not wait for it.
import { useEffect, useRef, type RefObject } from 'react';
import type { PanZoom } from './panZoom.ts';

/** `region` scrolls sideways. */
export function usePanZoom(region: RefObject<HTMLElement | null>, panZoom: PanZoom): void {
  const latest = useRef(panZoom);
  useEffect(() => {
    latest.current = panZoom;
  });
  useEffect(() => {
    const element = region.current;
    if (!element) return;
    let stop = (): void => {};
    let isGone = false;
    const begin = ({ listen }: typeof import('./panZoom.ts')): void => {
      if (!isGone) stop = listen(element, () => latest.current);
    };
    // Without a network the score scrolls by its bar, and zooms by buttons and keys.
    import('./panZoom.ts').then(begin, () => {});
    return () => {
      isGone = true;
      stop();
    };
  }, [region]);
}
