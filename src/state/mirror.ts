// Mirrors the document to the address bar and to storage, and reads it from there: at the start, and when a link is pasted.
// The one file of the state that touches the page, and only through the window that it is given.
import { initialDocument } from './defaults.ts';
import type { DocumentStore } from './documentStore.ts';
import { decode, encode, holdsParameters, type Decoded } from './link.ts';
import { same } from './same.ts';
import { attempt, cameBy, keys, themeOf, type WindowLike } from './window.ts';
import type { Theme, ViewStore } from './viewStore.ts';

/** How long the address bar waits for a change to be the last of several. Safari refuses more than 100 writes in 30 seconds. */
export const writePause = 300;
/** How long it waits at most: a write costs as much as a picture, so there is not one for every few pictures of a drag. */
const longestPause = 1000;

export interface Start extends Decoded {
  readonly from: 'hash' | 'query' | 'reload' | 'nothing';
  readonly theme: Theme;
}

/**
 * Where to begin. After a reload: where this tab was, since a reload goes to the address as it was when it began, and the last
 * step may not have been written there yet. Else the hash, or else the query, or else, after going back, where this tab was.
 */
export function readStart(window: WindowLike): Start {
  const theme = themeOf(window);
  const { hash, search } = window.location;
  const came = cameBy(window);
  const place = came === null ? null : attempt(() => window.sessionStorage.getItem(keys.place));
  if (came === 'reload' && place) return { ...decode(place), from: 'reload', theme };
  if (holdsParameters(hash)) return { ...decode(hash), from: 'hash', theme };
  if (holdsParameters(search)) return { ...decode(search), from: 'query', theme };
  if (place) return { ...decode(place), from: 'reload', theme };
  return { document: initialDocument(), problems: [], from: 'nothing', theme };
}

/** The link of the document that was last on a screen of this browser, in whichever tab; null where nothing is known. */
export function lastLink(window: WindowLike): string | null {
  return attempt(() => window.localStorage.getItem(keys.last));
}

export interface Mirroring {
  /** Writes the document to the address now: for a start whose place was not the address's. */
  readonly write: () => void;
  /** Writes what is still to be written, now. */
  readonly flush: () => void;
  /** Writes it, and mirrors no more. */
  readonly stop: () => void;
}

/**
 * Mirrors both stores from now on. `onLink` hears of every link that is pasted into the open page, with the problems of
 * reading it; its document is there already, as one entry of the undo menu.
 */
export function startMirror(
  window: WindowLike,
  documents: DocumentStore,
  views: ViewStore,
  onLink: (link: Decoded) => void = () => {},
): Mirroring {
  let timer: number | null = null;
  /** When the first of the changes came that are still to be written. */
  let since = 0;
  /** The address as it was when it was last looked at: another one is a link that was pasted since. */
  let known = window.location.hash;

  const write = (): void => {
    timer = null;
    // The news of a pasted link comes later than the link: it must not be written over.
    if (window.location.hash !== known) return readHash();
    const link = encode(documents.getState().document);
    attempt(() => window.history.replaceState(window.history.state, '', `#${link}`));
    known = window.location.hash;
    attempt(() => window.sessionStorage.setItem(keys.place, link));
    attempt(() => window.localStorage.setItem(keys.last, link));
  };
  const flush = (): void => {
    if (timer === null) return;
    window.clearTimeout(timer);
    write();
  };
  const writeSoon = (): void => {
    const now = Date.now();
    if (timer === null) since = now;
    else window.clearTimeout(timer);
    timer = window.setTimeout(write, Math.min(writePause, since + longestPause - now));
  };
  const readHash = (): void => {
    const { hash } = window.location;
    known = hash;
    writeSoon(); // in the shortest form, and without what could not be read
    if (!holdsParameters(hash)) return; // not a link but, say, a jump to a heading
    const link = decode(hash);
    const { document, dispatch } = documents.getState();
    if (!same(link.document, document)) dispatch({ type: 'replace', document: link.document, words: 'open the link' });
    onLink(link);
  };

  const ends = [
    documents.subscribe((state, before) => {
      if (state.document !== before.document) writeSoon();
    }),
    views.subscribe(({ theme }, before) => {
      if (theme !== before.theme) attempt(() => window.localStorage.setItem(keys.theme, theme));
    }),
    () => window.removeEventListener('hashchange', readHash),
    () => window.removeEventListener('pagehide', flush),
  ];
  window.addEventListener('hashchange', readHash);
  // A reload within the pause restores the exact step, too.
  window.addEventListener('pagehide', flush);
  return {
    write,
    flush,
    stop: () => {
      flush();
      for (const end of ends) end();
    },
  };
}
