import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { initialDocument } from '../../src/state/defaults.ts';
import { createDocumentStore, type DocumentStore } from '../../src/state/documentStore.ts';
import type { Decoded } from '../../src/state/link.ts';
import { lastLink, readStart, startMirror, writePause } from '../../src/state/mirror.ts';
import { hasPlace, type StorageLike, type WindowLike } from '../../src/state/window.ts';
import { createViewStore } from '../../src/state/viewStore.ts';

class Storage implements StorageLike {
  readonly items = new Map<string, string>();
  getItem = (key: string): string | null => this.items.get(key) ?? null;
  setItem = (key: string, value: string): void => void this.items.set(key, value);
}

/** A window of a page with this address. `opened`: how the page was come to. */
class Page implements WindowLike {
  readonly location: { hash: string; search: string };
  readonly localStorage = new Storage();
  readonly sessionStorage = new Storage();
  readonly writes: string[] = [];
  readonly history = {
    state: { kept: true },
    replaceState: (_: unknown, _title: string, url: string): void => {
      this.writes.push(url);
      this.location.hash = url;
    },
  };
  readonly performance = { getEntriesByType: () => [{ type: this.opened }] };
  readonly #listeners = new Map<string, Set<() => void>>();
  opened: string;

  constructor(address = '', opened = 'navigate') {
    this.opened = opened;
    const [search = '', hash = ''] = address.split('#');
    this.location = { search, hash: hash && `#${hash}` };
  }
  addEventListener(type: string, listener: () => void): void {
    this.#listeners.set(type, (this.#listeners.get(type) ?? new Set()).add(listener));
  }
  removeEventListener(type: string, listener: () => void): void {
    this.#listeners.get(type)?.delete(listener);
  }
  setTimeout = (work: () => void, milliseconds: number): number => Number(setTimeout(work, milliseconds));
  clearTimeout = (timer: number): void => clearTimeout(timer);
  emit(type: string): void {
    for (const listener of this.#listeners.get(type) ?? []) listener();
  }
  paste(hash: string): void {
    this.location.hash = hash;
    this.emit('hashchange');
  }
  count(): number {
    return [...this.#listeners.values()].reduce((sum, each) => sum + each.size, 0);
  }
}

const refuse = (): never => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};

/** A page in a frame of another origin, which may do nothing. */
class FramedPage extends Page {
  constructor(address = '', opened = 'navigate') {
    super(address, opened);
    for (const name of ['localStorage', 'sessionStorage', 'performance']) Object.defineProperty(this, name, { get: refuse });
    this.history.replaceState = refuse;
  }
}

const reviews = initialDocument('reviews');
const letters = initialDocument('letters');

describe('the start', () => {
  it('is the hash, or else the query', () => {
    expect(readStart(new Page('?task=letters#task=entities'))).toMatchObject({ document: { task: 'entities' }, from: 'hash' });
    expect(readStart(new Page('?task=letters#score'))).toMatchObject({ document: { task: 'letters' }, from: 'query' });
  });

  it('is the place of this tab after a reload without either, and only then', () => {
    const page = new Page('', 'reload');
    page.sessionStorage.setItem('unrolled.place', 'task=letters&step=7');
    expect(readStart(page)).toMatchObject({ document: { ...letters, playhead: 7 }, from: 'reload' });
    page.opened = 'navigate';
    expect(readStart(page)).toMatchObject({ document: reviews, from: 'nothing' });
  });

  it('is the place of this tab after a reload, also where the address is a step behind; after going back it is the address', () => {
    const page = new Page('#task=letters&step=6', 'reload');
    page.sessionStorage.setItem('unrolled.place', 'task=letters&step=7');
    expect(readStart(page)).toMatchObject({ document: { playhead: 7 }, from: 'reload' });
    page.opened = 'back_forward';
    expect(readStart(page)).toMatchObject({ document: { playhead: 6 }, from: 'hash' });
  });

  it('is the initial document where there is nothing', () => {
    expect(readStart(new Page())).toEqual({ document: reviews, problems: [], from: 'nothing', theme: 'auto' });
  });

  it('tells what could not be read', () => {
    expect(readStart(new Page('#hidden=x')).problems).toHaveLength(1);
  });

  it('remembers the theme, unless it is none', () => {
    const page = new Page();
    page.localStorage.setItem('unrolled.theme', 'projector');
    expect(readStart(page).theme).toBe('projector');
    page.localStorage.setItem('unrolled.theme', 'pink');
    expect(readStart(page).theme).toBe('auto');
  });

  it('works where the page may neither store nor look back', () => {
    expect(readStart(new FramedPage('', 'reload'))).toMatchObject({ document: reviews, from: 'nothing', theme: 'auto' });
    expect(lastLink(new FramedPage())).toBeNull();
  });
});

describe('the mirror', () => {
  let page: Page;
  let documents: DocumentStore;
  let links: Decoded[];
  const open = (given = new Page()) => {
    page = given;
    documents = createDocumentStore(reviews);
    links = [];
    const views = createViewStore();
    return { views, ...startMirror(page, documents, views, (link) => links.push(link)) };
  };
  const seek = (playhead: number): unknown => documents.getState().dispatch({ type: 'seek', playhead });

  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('writes the last of many changes to the address bar, and to storage', () => {
    open();
    for (let k = 1; k <= 10; k++) seek(k);
    expect(page.writes).toEqual([]);
    vi.advanceTimersByTime(writePause);
    expect(page.writes).toEqual(['#task=reviews&step=10']);
    expect(page.sessionStorage.getItem('unrolled.place')).toBe('task=reviews&step=10');
    expect(lastLink(page)).toBe('task=reviews&step=10');
  });

  it('writes while changes go on and on, but not more often than browsers allow', () => {
    open();
    for (let k = 1; k <= 30_000 / 16; k++) {
      seek(k);
      vi.advanceTimersByTime(16);
    }
    expect(page.writes.length).toBeGreaterThan(25);
    expect(page.writes.length).toBeLessThanOrEqual(100);
  });

  it('writes at once when it is asked to, as after a reload that found more than the address says', () => {
    open().write();
    expect(page.writes).toEqual(['#task=reviews']);
  });

  it('writes nothing of its own accord', () => {
    open();
    vi.advanceTimersByTime(10_000);
    expect(page.writes).toEqual([]);
  });

  it('writes at once when the page is left, so that a reload restores the exact step', () => {
    open();
    seek(5);
    page.emit('pagehide');
    expect(page.writes).toEqual(['#task=reviews&step=5']);
    expect(readStart(page).document.playhead).toBe(5);
    vi.advanceTimersByTime(10_000);
    expect(page.writes).toHaveLength(1);
  });

  it('opens a link that is pasted into the open page, as one entry of the undo menu', () => {
    open();
    seek(5);
    page.paste('#task=letters&hidden=x');
    expect(documents.getState()).toMatchObject({ document: letters, undoWords: 'open the link' });
    expect(links).toMatchObject([{ document: letters, problems: [expect.stringContaining('hidden is “x”')] }]);
    vi.advanceTimersByTime(writePause);
    expect(page.location.hash).toBe('#task=letters');
    documents.getState().undo();
    expect(documents.getState().document).toEqual({ ...reviews, playhead: 5 });
  });

  it('does not write over a link that was pasted just now, of which the news has yet to come', () => {
    open();
    seek(5);
    page.location.hash = '#task=letters';
    vi.advanceTimersByTime(writePause);
    expect(documents.getState().document).toEqual(letters);
    page.emit('hashchange');
    vi.advanceTimersByTime(writePause);
    expect(page.location.hash).toBe('#task=letters');
  });

  it('takes a jump to a heading for no link, and puts the address right again', () => {
    open();
    seek(5);
    page.paste('#score');
    vi.advanceTimersByTime(writePause);
    expect(documents.getState().document.playhead).toBe(5);
    expect(links).toEqual([]);
    expect(page.location.hash).toBe('#task=reviews&step=5');
  });

  it('keeps the theme', () => {
    open().views.getState().setTheme('dark');
    expect(readStart(page).theme).toBe('dark');
  });

  it('goes on without a word where the page may neither store nor write its address', () => {
    const { views } = open(new FramedPage());
    seek(5);
    views.getState().setTheme('dark');
    vi.advanceTimersByTime(writePause);
    page.emit('pagehide');
    expect(documents.getState().document.playhead).toBe(5);
  });

  it('stops, after writing what is left, and listens no more', () => {
    const { stop } = open();
    seek(5);
    stop();
    expect(page.writes).toEqual(['#task=reviews&step=5']);
    expect(page.count()).toBe(0);
    seek(6);
    vi.advanceTimersByTime(10_000);
    expect(page.writes).toHaveLength(1);
  });

  it('is given the window of a browser as it is', () => {
    const typed: (window: Window) => WindowLike = (window) => window;
    expect(typed).toBeTypeOf('function');
  });
});

describe('whether there is a place to begin with', () => {
  it('is told by parameters in the address, or by a place from before that one comes back to', () => {
    expect(hasPlace(new Page())).toBe(false);
    expect(hasPlace(new Page('#score'))).toBe(false);
    expect(hasPlace(new Page('#step=3'))).toBe(true);
    expect(hasPlace(new Page('?task=letters'))).toBe(true);
  });
});
