// A store that follows another one calmly: what changes a hundred times a second is handed on a few times, the newest always in the end.
import { createStore, type StoreApi } from 'zustand/vanilla';

/** What the other one holds, at most once in so many milliseconds. A change after a rest is handed on at once. */
export function calm<State extends object>(source: Pick<StoreApi<State>, 'getState' | 'subscribe'>, milliseconds: number): StoreApi<State> {
  const store = createStore<State>(() => source.getState());
  let latest = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hand = (): void => {
    timer = undefined;
    latest = performance.now();
    store.setState(source.getState(), true);
  };
  source.subscribe(() => {
    if (timer !== undefined) return;
    const wait = latest + milliseconds - performance.now();
    if (wait <= 0) hand();
    else timer = setTimeout(hand, wait);
  });
  return store;
}
