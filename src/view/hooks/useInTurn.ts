// Figures of one page that change together take turns: none is late under the hand because there are five of them.
import { startTransition } from 'react';
import { isHandDown } from './hand.ts';
import { useLater, type WhenShown } from './useLater.ts';

/** Milliseconds after which a change is one by itself, not one of many: it is shown at once. */
const apart = 500;

/** Frames from turn to turn: in one the figure is made, in the next it is laid out and painted. */
const framesEach = 2;

const waiting = new Set<() => void>();
/** Frames until the next turn; null where nobody waits and none was given lately. */
let left: number | null = null;

function takeTurn(callback: () => void): () => void {
  waiting.add(callback);
  if (left === null) {
    left = 0;
    requestAnimationFrame(count);
  }
  return () => void waiting.delete(callback);
}

/** Frame by frame; the one that has waited longest is the next. */
function count(): void {
  const isOver = waiting.size === 0 && left === 0;
  if (isOver) {
    left = null;
    return;
  }
  requestAnimationFrame(count);
  if (left !== null && left > 0) {
    left -= 1;
    return;
  }
  const [first] = waiting;
  if (!first) return;
  waiting.delete(first);
  left = framesEach - 1;
  // What the hand moves goes before it.
  startTransition(first);
}

const inTurn: WhenShown = (callback, since) => (since > apart && !isHandDown() ? null : takeTurn(callback));

/** The value: at once where the last change is a while ago and no hand drags, else the newest once it is its turn. */
export const useInTurn = <Value>(value: Value): Value => useLater(value, inTurn);
