// A computation with pauses, a few milliseconds at a time: between two of its turns the page draws and listens.

/** Milliseconds of one turn: short enough that no picture is missed. */
const turn = 6;

/** The result of `work`. Once `isCancelled` says so it goes no further, and nothing more is heard of it. */
export function inTurns<Result>(work: Generator<null, Result>, isCancelled: () => boolean): Promise<Result> {
  return new Promise((resolve) => {
    const go = (): void => {
      if (isCancelled()) return;
      const end = performance.now() + turn;
      for (;;) {
        const step = work.next();
        if (step.done) {
          resolve(step.value);
          return;
        }
        if (performance.now() >= end) break;
      }
      setTimeout(go);
    };
    go();
  });
}
