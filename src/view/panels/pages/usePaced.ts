// A value for words: sentences that change with every frame of a drag can be read by nobody, and setting them takes the time of the picture beside.
import { useLayoutEffect, useRef, useState } from 'react';

/** Milliseconds: as often as words that change can be followed. */
const usual = 250;

/** The value, with at least `pause` milliseconds from change to change: at once where the last one is longer ago, and the newest in the end. */
export function usePaced<Value>(value: Value, pause = usual): Value {
  const [shown, show] = useState(value);
  const changedAt = useRef(-Infinity);
  useLayoutEffect(() => {
    if (Object.is(value, shown)) return;
    const change = (): void => {
      changedAt.current = performance.now();
      show(value);
    };
    const rest = changedAt.current + pause - performance.now();
    if (rest <= 0) return change();
    const timer = setTimeout(change, rest);
    return () => clearTimeout(timer);
  }, [value, shown, pause]);
  return shown;
}
