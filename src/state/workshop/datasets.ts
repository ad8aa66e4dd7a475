// The data sets that there are: built-in ones, fetched when they are asked for, and one's own, which this browser keeps.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { builtIns } from '../../engine/data/builtIns.ts';
import type { Dataset } from '../../engine/data/dataset.ts';
import { named, quote } from '../words.ts';
import { browserKeeper, type OwnSet, type SetKeeper } from './keptSets.ts';


interface DatasetsState {
  /** Newest first. */
  readonly own: readonly OwnSet[];
  /** Whether those kept in the browser have been read. */
  readonly isLoaded: boolean;
  /** Why nothing can be kept in this browser, in words; null where it can. */
  readonly keepingProblem: string | null;
  /** Data sets that were asked for and are here, by id. */
  readonly loaded: Readonly<Record<string, Dataset>>;
}

interface Datasets {
  readonly store: StoreApi<DatasetsState>;
  /** Reads those that the browser keeps; once, however often it is asked for. */
  readonly open: () => Promise<void>;
  /** The data set of that id. Fails with words for the reader. */
  readonly load: (id: string) => Promise<Dataset>;
  /** Takes in a data set of one's own, or puts it in the place of that with the same id, and keeps it. */
  readonly keep: (dataset: Dataset) => Promise<void>;
  readonly rename: (id: string, title: string) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
}

/** Whether it is one's own, by its id. */
export const isOwn = (id: string): boolean => id.startsWith('own-');

interface Sources {
  readonly keeper: SetKeeper;
  /** The text of a file that comes with the page. */
  readonly fetchText: (file: string) => Promise<string>;
  readonly now: () => number;
}

export function createDatasets({ keeper, fetchText, now }: Sources): Datasets {
  const store = createStore<DatasetsState>(() => ({ own: [], isLoaded: false, keepingProblem: null, loaded: {} }));
  const onItsWay = new Map<string, Promise<Dataset>>();
  let opening: Promise<void> | null = null;

  const take = (own: OwnSet): void =>
    store.setState((state) => ({
      own: [own, ...state.own.filter(({ dataset }) => dataset.id !== own.dataset.id)].toSorted((a, b) => b.created - a.created),
      loaded: { ...state.loaded, [own.dataset.id]: own.dataset },
    }));
  const drop = (id: string): void =>
    store.setState((state) => ({
      own: state.own.filter(({ dataset }) => dataset.id !== id),
      loaded: Object.fromEntries(Object.entries(state.loaded).filter(([each]) => each !== id)),
    }));
  /** What the storage cannot do is said, and all else goes on. */
  const guarded = async (work: Promise<void>): Promise<void> => {
    try {
      await work;
    } catch (error) {
      store.setState({ keepingProblem: keepingWords(error) });
    }
  };

  const open = (): Promise<void> =>
    (opening ??= guarded(keeper.all().then((all) => all.forEach(take))).then(() => store.setState({ isLoaded: true })));

  const ownSet = async (id: string): Promise<Dataset> => {
    await open();
    const dataset = store.getState().loaded[id];
    if (dataset) return dataset;
    throw new Error(`This browser keeps no data set ${quote(id)}: it belongs to another browser, or was deleted. Choose another data set.`);
  };
  const builtIn = async (id: string): Promise<Dataset> => {
    const table = Object.values(builtIns);
    const entry = table.find((each) => each.id === id);
    if (!entry) throw new Error(`There is no data set ${quote(id)}; there are ${named(table.map((each) => each.id), table.length)}.`);
    const dataset = entry.build(entry.file === null ? '' : await fetchText(entry.file));
    store.setState((state) => ({ loaded: { ...state.loaded, [id]: dataset } }));
    return dataset;
  };

  return {
    store,
    open,
    load(id) {
      const here = store.getState().loaded[id];
      if (here) return Promise.resolve(here);
      const work = onItsWay.get(id) ?? (isOwn(id) ? ownSet(id) : builtIn(id)).finally(() => onItsWay.delete(id));
      onItsWay.set(id, work);
      return work;
    },
    async keep(dataset) {
      await open();
      const created = store.getState().own.find((each) => each.dataset.id === dataset.id)?.created ?? now();
      take({ created, dataset });
      await guarded(keeper.keep({ created, dataset }));
    },
    async rename(id, title) {
      await open();
      const own = store.getState().own.find(({ dataset }) => dataset.id === id);
      if (!own || title.trim() === '') return;
      const next = { ...own, dataset: { ...own.dataset, task: { ...own.dataset.task, title: title.trim() } } };
      take(next);
      await guarded(keeper.keep(next));
    },
    async remove(id) {
      await open();
      drop(id);
      await guarded(keeper.forget(id));
    },
  };
}

const keepingWords = (error: unknown): string =>
  `This browser cannot keep data (${error instanceof Error ? error.message : 'its storage is switched off'}): your data sets are here until the page is closed or reloaded.`;

/** The text of a file under `data/` that comes with the page. */
async function fetchFile(file: string): Promise<string> {
  const response = await fetch(`${import.meta.env.BASE_URL}data/${file}`).catch(() => null);
  if (response?.ok) return response.text();
  throw new Error('This data set could not be fetched: is the network there? Choose it again to try once more.');
}

/** The page's own. */
export const datasets = createDatasets({ keeper: browserKeeper(), fetchText: fetchFile, now: Date.now });
export const datasetStore = datasets.store;
export const loadDataset = datasets.load;

/** What a data set is called; of one that is not here, its id. */
export function titleOfSet(id: string): string {
  const { loaded } = datasetStore.getState();
  return loaded[id]?.task.title ?? Object.values(builtIns).find((each) => each.id === id)?.title ?? id;
}
