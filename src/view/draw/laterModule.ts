// Code of a drawing that the first picture does without: fetched once it is wanted, the drawing stands without it until then.
import { useEffect, useSyncExternalStore } from 'react';

export interface LaterModule<T> {
  /** Null until it is here. */
  readonly now: () => T | null;
  readonly subscribe: (listener: () => void) => () => void;
  /** Fetches it, unless it is here or on its way. Without a network it stays away, and is tried again when it is wanted anew. */
  readonly fetch: () => Promise<void>;
}

export function laterModule<T>(load: () => Promise<T>): LaterModule<T> {
  const listeners = new Set<() => void>();
  let module: T | null = null;
  let underWay: Promise<void> | null = null;
  const settle = (found: T | null): void => {
    module = found;
    if (!found) underWay = null;
    for (const listener of listeners) listener();
  };
  return {
    now: () => module,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    fetch: () => (underWay ??= load().then(settle, () => settle(null))),
  };
}

/** Null until it is here; fetched once it is wanted. */
export function useLaterModule<T>(module: LaterModule<T>, isWanted: boolean): T | null {
  const now = useSyncExternalStore(module.subscribe, module.now, module.now);
  useEffect(() => {
    if (isWanted) void module.fetch();
  }, [module, isWanted]);
  return isWanted ? now : null;
}
