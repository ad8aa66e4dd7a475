// Fetches KaTeX once, and says when it is there.
type Katex = typeof import('./katex.ts');

let loaded: Katex | null = null;
let loading: Promise<void> | null = null;
const listeners = new Set<() => void>();

function load(): void {
  loading ??= import('./katex.ts').then(
    (katex) => {
      loaded = katex;
      for (const listener of listeners) listener();
    },
    // Without it formulas stand in plain text; the next one tries again.
    () => {
      loading = null;
    },
  );
}

/** For `useSyncExternalStore`: the first one who waits begins the loading. */
export function subscribeKatex(listener: () => void): () => void {
  listeners.add(listener);
  load();
  return () => listeners.delete(listener);
}

export const katexNow = (): Katex | null => loaded;
