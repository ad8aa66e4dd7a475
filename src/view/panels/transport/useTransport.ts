// What the buttons, the scrubber and the keys do with the playhead.
import { useMemo } from 'react';
import type { StepSize } from '../../../engine/clock/clock.ts';
import { useScene, useStores } from '../stores.tsx';
import { paceOf } from './pace.ts';

export interface Transport {
  /** Goes on or back. After the update, on reads the same sentence again with the new weights, unless a key is held down. */
  readonly step: (size: StepSize, direction: 1 | -1, held?: boolean) => void;
  readonly seek: (playhead: number) => void;
  readonly goToStart: () => void;
  readonly goToEnd: () => void;
  readonly togglePlay: () => void;
  /** The next iteration. Returns why not, where it cannot be. */
  readonly update: (next: 'same' | 'next-row') => string | null;
}

/** Whatever the reader does by hand ends the playing. */
export function useTransport(): Transport {
  const { documents, views } = useStores();
  const clock = useScene()?.clock ?? null;
  return useMemo(() => {
    const playhead = (): number => documents.getState().document.playhead;
    const go = (to: number): void => {
      documents.getState().dispatch({ type: 'seek', playhead: to });
    };
    const stop = (): void => views.getState().setPlaying(false);
    const update = (next: 'same' | 'next-row'): string | null => {
      stop();
      return documents.getState().dispatch({ type: 'applyUpdate', next });
    };
    const seek = (to: number): void => {
      stop();
      if (clock) go(Math.min(Math.max(Math.round(to), 0), clock.count));
    };
    return {
      update,
      seek,
      step: (size, direction, held = false) => {
        if (!clock) return;
        if (direction > 0 && playhead() >= clock.count) {
          if (!held) update('same');
          return;
        }
        seek(clock.step(playhead(), size, direction));
      },
      goToStart: () => seek(0),
      goToEnd: () => seek(clock?.count ?? 0),
      togglePlay: () => {
        const { playing, setPlaying, speed } = views.getState();
        if (playing || !clock) return setPlaying(false);
        // At the end there is nothing left to play: from the beginning, then. The first beat comes at once.
        const from = playhead() >= clock.count ? 0 : playhead();
        go(clock.step(from, paceOf(speed).size, 1));
        setPlaying(true);
      },
    };
  }, [documents, views, clock]);
}
