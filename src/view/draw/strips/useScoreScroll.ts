// How far the score is zoomed and scrolled: one state, so that a zoom and the scrolling that goes with it are one picture.
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { anchorOf, zoomAbout, zoomsOf, type Zooms } from '../../layout/strips/zoom.ts';
import type { ScoreLayout } from '../../layout/score/types.ts';
import './strips.css';
import { usePanZoom } from './usePanZoom.ts';

interface ScoreScroll {
  readonly zoom: number;
  /** In pixels of the drawing. */
  readonly scrollX: number;
}

interface ScoreScrollSpec {
  readonly region: RefObject<HTMLElement | null>;
  /** The zoom that is asked for from outside, by buttons and keys. */
  readonly zoom: number;
  /** CSS pixels a pixel of the drawing. */
  readonly scale: number;
  readonly layoutAt: (at: ScoreScroll) => ScoreLayout;
  /** The hand has zoomed. */
  readonly onZoom: (zoom: number) => void;
  /** How far one can zoom, whenever that changes. */
  readonly onZooms: (zooms: Omit<Zooms, 'now'>) => void;
}

interface Shown extends ScoreScroll {
  /** The zoom from outside that this one follows. */
  readonly asked: number;
  /** Counts what has to be scrolled to; scrolling by hand does not count. */
  readonly jumps: number;
}

/** What a press takes hold of by itself: numbers that can be changed, and buttons. The ground is the rest. */
const held = '[data-symbol], [data-matrix], [data-heat="inputs"], [data-token], button, input, a';

interface ScoreScrolling extends ScoreScroll {
  readonly scrollTo: (scrollX: number) => void;
  /** What the region tells of its scrolling. */
  readonly onScroll: () => void;
}

export function useScoreScroll({ region, zoom, scale, layoutAt, onZoom, onZooms }: ScoreScrollSpec): ScoreScrolling {
  const [state, setShown] = useState<Shown>({ asked: zoom, zoom, scrollX: 0, jumps: 0 });
  let shown = state;
  if (zoom !== shown.asked) {
    const layout = layoutAt(shown);
    // What the hand has zoomed comes back from outside, and is there already.
    shown = zoom === shown.zoom ? { ...shown, asked: zoom } : { ...shown, ...zoomAbout(layout, anchorOf(layout), zoom), asked: zoom, jumps: shown.jumps + 1 };
    setShown(shown);
  }
  const latest = useRef(shown);
  useLayoutEffect(() => {
    latest.current = shown;
  });
  useLayoutEffect(() => {
    if (region.current && shown.jumps > 0) region.current.scrollLeft = shown.scrollX * scale;
    // oxlint-disable-next-line react/exhaustive-deps -- only a jump is scrolled to
  }, [shown.jumps]);

  const go = (next: Partial<Shown>): void => {
    latest.current = { ...latest.current, ...next, jumps: latest.current.jumps + 1 };
    // Both at once, or there would be a picture with the one and without the other.
    flushSync(() => {
      setShown(latest.current);
      if (next.zoom !== undefined) onZoom(next.zoom);
    });
  };
  usePanZoom(region, {
    zoomBy: (factor, x) => {
      const layout = layoutAt(latest.current);
      go(zoomAbout(layout, x / scale, zoomsOf(layout).now * factor));
    },
    isGround: (target) => target.closest(held) === null,
  });

  const { least, fit, most } = zoomsOf(layoutAt(shown));
  useEffect(() => {
    onZooms({ least, fit, most });
    // oxlint-disable-next-line react/exhaustive-deps -- told when it changes, to whoever listens
  }, [least, fit, most]);

  return {
    zoom: shown.zoom,
    scrollX: shown.scrollX,
    scrollTo: (scrollX) => go({ scrollX }),
    onScroll: () => {
      const scrollX = (region.current?.scrollLeft ?? 0) / scale;
      // A place on the screen is a whole number of device pixels, which is not a scroll by hand.
      setShown((before) => (Math.abs(before.scrollX - scrollX) < 1 / scale ? before : { ...before, scrollX }));
    },
  };
}
