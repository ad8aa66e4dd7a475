// A store that follows another one calmly: what changes a hundred times a second is handed on a few times, the newest always in the end.
import { createStore, type StoreApi } from 'zustand/vanilla';

export interface Calm<State> {
  /** From one handing on to the next, in milliseconds, at least. */
  readonly least: number;
  /** And so many times as long as those took who listen: what is drawn of a training leaves the processor to the training. */
  readonly times: number;
  /** Whether somebody waits for it, who has just pressed something: then `least` alone is kept. */
  readonly isAwaited: (state: State, handed: State) => boolean;
}

/** What the other one holds. A change after a rest is handed on at once. */
export function calm<State extends object>(source: Pick<StoreApi<State>, 'getState' | 'subscribe'>, { least, times, isAwaited }: Calm<State>): StoreApi<State> {
  const store = createStore<State>(() => source.getState());
  let latest = -Infinity;
  let took = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = Infinity;
  const hand = (): void => {
    timer = undefined;
    due = Infinity;
    latest = performance.now();
    store.setState(source.getState(), true);
    // What listens draws before the next task has its turn.
    setTimeout(() => {
      took = performance.now() - latest;
    }, 0);
  };
  source.subscribe((state) => {
    const rest = isAwaited(state, store.getState()) ? least : Math.max(least, times * took);
    const at = latest + rest;
    // One that waits already may be called for earlier.
    if (at >= due) return;
    clearTimeout(timer);
    due = at;
    const wait = at - performance.now();
    if (wait <= 0) hand();
    else timer = setTimeout(hand, wait);
  });
  return store;
}
