// Data sets of one's own in the browser's storage: read, kept and forgotten. Every one of these may fail, as where storage is switched off.
import * as v from 'valibot';
import { createStore, del, set, values, type UseStore } from 'idb-keyval';
import type { Dataset } from '../../engine/data/dataset.ts';

/** A data set of one's own, with what it was made from. */
export interface OwnSet {
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly dataset: Dataset;
}

/** Where data sets of one's own are kept. */
export interface SetKeeper {
  /** All of them, in any order; what is none is left out. */
  all(): Promise<readonly OwnSet[]>;
  keep(own: OwnSet): Promise<void>;
  forget(id: string): Promise<void>;
}

/** So much as tells a data set from something else that a later or an earlier page has kept. */
const shape = v.looseObject({
  created: v.number(),
  dataset: v.looseObject({
    id: v.pipe(v.string(), v.startsWith('own-')),
    source: v.looseObject({ words: v.string(), licence: v.string() }),
    task: v.looseObject({ title: v.string(), topology: v.string(), rows: v.array(v.looseObject({ text: v.string() })), vocabulary: v.array(v.string()), outputs: v.array(v.string()) }),
    isText: v.boolean(),
    notes: v.array(v.string()),
  }),
});

const isOwnSet = (value: unknown): value is OwnSet => v.is(shape, value);

/** The browser's own storage. It is opened with the first use, as that alone may fail. */
export function browserKeeper(): SetKeeper {
  let opened: UseStore | null = null;
  const store = (): UseStore => (opened ??= createStore('unrolled-data', 'sets'));
  return {
    all: async () => (await values<unknown>(store())).filter(isOwnSet),
    keep: async (own) => set(own.dataset.id, own, store()),
    forget: async (id) => del(id, store()),
  };
}
