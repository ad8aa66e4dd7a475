// What the state uses of a window: its address, its history, its storages, and what of it may be refused.
import { themes, type Theme } from './viewStore.ts';

/** What is used of a window. In a frame of another origin, reading a storage throws, and so may the history. */
export interface WindowLike {
  readonly location: { readonly hash: string; readonly search: string };
  readonly history: { readonly state: unknown; replaceState(data: unknown, unused: string, url: string): void };
  readonly localStorage: StorageLike;
  readonly sessionStorage: StorageLike;
  readonly performance: { getEntriesByType(type: string): readonly object[] };
  addEventListener(type: 'hashchange' | 'pagehide', listener: () => void): void;
  removeEventListener(type: 'hashchange' | 'pagehide', listener: () => void): void;
  setTimeout(work: () => void, milliseconds: number): number;
  clearTimeout(timer: number): void;
}

export interface StorageLike {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

export const keys = { theme: 'unrolled.theme', place: 'unrolled.place', last: 'unrolled.last' } as const;

/** The theme that was chosen in this browser. */
export function themeOf(window: WindowLike): Theme {
  const text = attempt(() => window.localStorage.getItem(keys.theme));
  return themes.find((theme) => theme === text) ?? 'auto';
}

/** How the page was come to, if it has been here before. */
export function cameBy(window: WindowLike): 'reload' | 'back_forward' | null {
  const entry = attempt(() => window.performance.getEntriesByType('navigation')[0]);
  const type = entry && 'type' in entry ? entry.type : null;
  return type === 'reload' || type === 'back_forward' ? type : null;
}

/** Whether there is anything to begin with but the first document: parameters in the address, or a place from before. */
export function hasPlace(window: WindowLike): boolean {
  const { hash, search } = window.location;
  return `${search}${hash}`.includes('=') || (cameBy(window) !== null && attempt(() => window.sessionStorage.getItem(keys.place)) !== null);
}

/** What the page may refuse: then it is as if nothing were there, and nothing is written. */
export function attempt<Result>(work: () => Result): Result | null {
  try {
    return work();
  } catch {
    return null;
  }
}
