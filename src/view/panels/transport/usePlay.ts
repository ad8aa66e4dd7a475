// While playing, moves the playhead on by one beat after another, and stops at the end. Nothing plays by itself.
import { useEffect } from 'react';
import { useScene, useStores, useView } from '../stores.tsx';
import { paceOf } from './pace.ts';

/** Used once on a page. */
export function usePlay(): void {
  const { documents, views } = useStores();
  const clock = useScene()?.clock ?? null;
  const playing = useView((state) => state.playing);
  const speed = useView((state) => state.speed);
  useEffect(() => {
    if (!playing || !clock) return;
    const { size, milliseconds } = paceOf(speed);
    const beat = (): void => {
      const { document, dispatch } = documents.getState();
      if (document.playhead < clock.count) dispatch({ type: 'seek', playhead: clock.step(document.playhead, size, 1) });
      if (documents.getState().document.playhead >= clock.count) views.getState().setPlaying(false);
    };
    const timer = setInterval(beat, milliseconds);
    return () => clearInterval(timer);
  }, [playing, speed, clock, documents, views]);
}
