// Names the drag under way, so that all it changes is one step of the undo menu.
import { useLayoutEffect, useRef, useState } from 'react';

interface Gesture {
  /** The name of the drag under way. */
  readonly current: () => string;
  /** A new drag begins. */
  readonly renew: () => void;
}

/** Keys pressed one after another belong together, up to a pause of this length in milliseconds. */
const pause = 1500;

let count = 0;

/** `onBegin` is called when a drag begins, by hand or by keys, before it changes anything. */
export function useGesture(onBegin?: () => void): Gesture {
  const begin = useRef(onBegin);
  useLayoutEffect(() => {
    begin.current = onBegin;
  });
  const [gesture] = useState((): Gesture => {
    let name = '';
    let at = -Infinity;
    const renew = (): void => {
      count += 1;
      name = `drag ${count}`;
      at = performance.now();
      begin.current?.();
    };
    return {
      renew,
      current: () => {
        if (name === '' || performance.now() - at > pause) renew();
        at = performance.now();
        return name;
      },
    };
  });
  return gesture;
}
