// A value that follows another one a little later: what is under the hand comes first.
import { useLayoutEffect, useRef, useState } from 'react';

/**
 * When a change may be shown, by the milliseconds since the last one: null is at once. Else it calls back in its time, unless the function
 * it returns is called before.
 */
export type WhenShown = (callback: () => void, since: number) => (() => void) | null;

/** The value, changed when `when` says so, and then the newest. `when` must stay the same. */
export function useLater<Value>(value: Value, when: WhenShown): Value {
  const [shown, show] = useState(() => value);
  const newest = useRef(value);
  const changedAt = useRef(-Infinity);
  /** Gives up the change that is to come; null where none is. */
  const cancel = useRef<(() => void) | null>(null);
  useLayoutEffect(() => {
    newest.current = value;
    if (Object.is(value, shown) || cancel.current) return;
    let isDone = false;
    const change = (): void => {
      isDone = true;
      cancel.current = null;
      changedAt.current = performance.now();
      show(() => newest.current);
    };
    const giveUp = when(change, performance.now() - changedAt.current);
    if (giveUp === null) change();
    else if (!isDone) cancel.current = giveUp;
  }, [value, shown, when]);
  useLayoutEffect(
    () => () => {
      cancel.current?.();
      cancel.current = null;
    },
    [],
  );
  return shown;
}
