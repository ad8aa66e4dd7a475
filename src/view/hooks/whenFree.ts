// Work that can wait for a moment in which the page has nothing to draw: what is not under the hand must not be in the way of what is.

/** Milliseconds of a frame that should be left: as long as setting a few sentences takes. */
const enough = 8;

/** Calls back once the page is free, after `most` milliseconds at the latest, unless the function it returns is called before. At once where a browser cannot tell. */
export function whenFree(callback: () => void, most: number): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    callback();
    return () => {};
  }
  const last = performance.now() + most;
  let handle = 0;
  const wait = (): void => {
    handle = requestIdleCallback((deadline) => (deadline.didTimeout || deadline.timeRemaining() >= enough ? callback() : wait()), { timeout: Math.max(1, last - performance.now()) });
  };
  wait();
  return () => cancelIdleCallback(handle);
}
