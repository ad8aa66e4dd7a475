// What the reader sees of a part of the page that is fetched only when it is shown: the part, or words where it cannot be fetched.
import { useEffect, useSyncExternalStore, type ComponentType, type ReactNode } from 'react';

type State =
  | { readonly kind: 'away' }
  | { readonly kind: 'here'; readonly Content: ComponentType }
  | { readonly kind: 'failed' };

/** A part of the page whose code is a file of its own. */
export interface LaterPart {
  readonly now: () => State;
  readonly subscribe: (listener: () => void) => () => void;
  /** Fetches it, unless it is here or on its way. */
  readonly fetch: () => void;
}

export function laterPart<Module>(load: () => Promise<Module>, pick: (module: Module) => ComponentType): LaterPart {
  const loadAgain = retrying(load);
  const listeners = new Set<() => void>();
  let state: State = { kind: 'away' };
  let isUnderWay = false;
  const settle = (next: State): void => {
    state = next;
    isUnderWay = false;
    for (const listener of listeners) listener();
  };
  return {
    now: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    fetch: () => {
      if (isUnderWay || state.kind === 'here') return;
      isUnderWay = true;
      loadAgain().then(
        (module) => settle({ kind: 'here', Content: pick(module) }),
        () => settle({ kind: 'failed' }),
      );
    },
  };
}

/** Some browsers remember that a file could not be fetched and never ask for it again: a next try is one under another address. */
function retrying<Module>(load: () => Promise<Module>): () => Promise<Module> {
  let address: string | undefined;
  let tries = 0;
  return async () => {
    try {
      return address === undefined ? await load() : ((await import(/* @vite-ignore */ `${address}?try=${++tries}`)) as Module);
    } catch (error) {
      address ??= /https?:\S+?\.js/.exec(String(error))?.[0];
      throw error;
    }
  };
}

interface Props {
  readonly part: LaterPart;
  /** Whether there is anything for it to show yet; it is fetched in any case. */
  readonly isReady?: boolean;
  /** What keeps its place until it is here. */
  readonly children?: ReactNode;
}

export function Later({ part, isReady = true, children = null }: Props) {
  const state = useSyncExternalStore(part.subscribe, part.now);
  useEffect(() => part.fetch(), [part]);
  if (state.kind === 'here' && isReady) return <state.Content />;
  if (state.kind !== 'failed') return children;
  return (
    <div className="page-later" role="alert">
      <p>This part of the page could not be fetched: is the network there? Nothing is lost, and all else works on.</p>
      <button type="button" className="controls-button" onClick={part.fetch}>
        Try again
      </button>
    </div>
  );
}
