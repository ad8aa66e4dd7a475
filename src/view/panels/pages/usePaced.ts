// A value for words: sentences that change with every frame of a drag can be read by nobody, and setting them takes the time of the picture beside.
import { useLayoutEffect, useRef, useState } from 'react';
import { whenFree } from '../../hooks/whenFree.ts';

/** Milliseconds: as often as words that change can be followed. */
const usual = 250;

/**
 * The value, with at least `pause` milliseconds from change to change: at once where the last one is longer ago, else the newest once the
 * pause is over and the page is free.
 */
export function usePaced<Value>(value: Value, pause = usual): Value {
  const [shown, show] = useState(value);
  const newest = useRef(value);
  const changedAt = useRef(-Infinity);
  /** Gives up the change that is to come; null where none is. */
  const cancel = useRef<(() => void) | null>(null);
  useLayoutEffect(() => {
    newest.current = value;
    if (Object.is(value, shown) || cancel.current) return;
    const change = (): void => {
      cancel.current = null;
      changedAt.current = performance.now();
      show(newest.current);
    };
    const rest = changedAt.current + pause - performance.now();
    if (rest <= 0) return change();
    const timer = setTimeout(() => {
      cancel.current = whenFree(change, pause);
    }, rest);
    cancel.current = () => clearTimeout(timer);
  }, [value, shown, pause]);
  useLayoutEffect(
    () => () => {
      cancel.current?.();
      cancel.current = null;
    },
    [],
  );
  return shown;
}
