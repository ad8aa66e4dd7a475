// A value for words: sentences that change with every frame of a drag can be read by nobody, and setting them takes the time of the picture beside.
import { useMemo } from 'react';
import { isHandDown } from './hand.ts';
import { useLater, type WhenShown } from './useLater.ts';
import { whenFree } from './whenFree.ts';

/** Milliseconds: as often as words that change can be followed. */
const usual = 250;

/**
 * The value, with at least `pause` milliseconds from change to change: at once where the last one is longer ago and no hand drags, else the
 * newest once the pause is over and the page is free.
 */
export const usePaced = <Value>(value: Value, pause = usual): Value => useLater(value, useMemo(() => paced(pause), [pause]));

function paced(pause: number): WhenShown {
  return (callback, since) => {
    if (since >= pause) return isHandDown() ? whenFree(callback, pause) : null;
    let giveUp = (): void => clearTimeout(timer);
    const timer = setTimeout(() => {
      giveUp = whenFree(callback, pause);
    }, pause - since);
    return () => giveUp();
  };
}
