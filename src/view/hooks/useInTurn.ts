// Figures of one page that change together take turns: none is late under the hand because there are five of them, or because others
// change that cannot be seen.
import { startTransition, useState, type RefObject } from 'react';
import { isHandDown } from './hand.ts';
import { isInView } from './inView.ts';
import { useLater, type WhenShown } from './useLater.ts';

/** Milliseconds after which a change is one by itself, not one of many: it is shown at once. */
const apart = 500;

/** Frames from turn to turn: in one the figure is made, in the next it is laid out and painted. */
const framesEach = 2;

interface Waiting {
  readonly change: () => void;
  readonly isSeen: () => boolean;
}

const waiting = new Set<Waiting>();
/** Frames until the next turn; null where nobody waits and none was given lately. */
let left: number | null = null;

function takeTurn(figure: Waiting): () => void {
  waiting.add(figure);
  if (left === null) {
    left = 0;
    requestAnimationFrame(count);
  }
  return () => void waiting.delete(figure);
}

/** Frame by frame; of those in view the one that has waited longest is the next. What is out of view waits until the hand is lifted. */
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
  const [longest] = waiting;
  const next = [...waiting].find(({ isSeen }) => isSeen()) ?? (isHandDown() ? undefined : longest);
  if (!next) return;
  waiting.delete(next);
  left = framesEach - 1;
  // What the hand moves goes before it.
  startTransition(next.change);
}

/** The value of the figure that stands there: at once where the last change is a while ago and no hand drags, else the newest once it is its turn. */
export function useInTurn<Value>(value: Value, figure: RefObject<Element | null>): Value {
  const [when] = useState(
    (): WhenShown => (change, since) => (since > apart && !isHandDown() ? null : takeTurn({ change, isSeen: () => isInView(figure.current) })),
  );
  return useLater(value, when);
}
