// Data sets made ready for a network, once for each data set and preparation; the latest few are kept. What takes long is done in a worker.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Dataset, Preparation, PreparedData } from '../../engine/data/dataset.ts';
import { unpacked, type PackedData } from '../../engine/data/own/packed.ts';
import { prepareDataset } from '../../engine/data/prepare.ts';
import type { Call } from '../../worker/workshop/procedures.ts';
import { workshopClient } from './client.ts';
import { datasetStore, loadDataset } from './datasets.ts';
import { inTurns } from './inTurns.ts';
import type { DataSettings } from './settings/data.ts';

/** What is asked for, as a text: two that say the same are the same. */
type PreparedKey = string;

export interface Prepared {
  readonly data: PreparedData | null;
  /** Why there is none, in words; null as long as it is on its way too. */
  readonly problem: string | null;
}

interface Preparations {
  readonly store: StoreApi<Readonly<Record<PreparedKey, Prepared>>>;
  /** Has it made, unless it is here or on its way; then it stands in the store. */
  request(set: string, preparation: Preparation): void;
  /** The same, and waits for it. Fails with words for the reader. */
  prepare(set: string, preparation: Preparation): Promise<PreparedData>;
}

/** The preparation that the settings ask for. */
export const preparationOf = ({ lowerCase, stopWords, stems, mostWords, share, splitSeed }: DataSettings): Preparation => ({
  switches: { lowerCase, stopWords, stems },
  mostWords,
  share,
  seed: splitSeed,
});

export const preparedKey = (set: string, preparation: Preparation): PreparedKey => JSON.stringify([set, preparation]);

/** So many are kept. */
const mostKept = 6;

/** As many characters are prepared in a few milliseconds, so no worker is asked. */
const mostOnPage = 40_000;

const isSmall = ({ task }: Dataset): boolean => task.rows.reduce((sum, { text }) => sum + text.length, 0) <= mostOnPage;

/** Preparing under way off the page's thread. */
interface Aside {
  readonly data: Promise<PreparedData>;
  readonly cancel: () => void;
}

interface Sources {
  readonly load: (set: string) => Promise<Dataset>;
  /** The data set if it is here already. */
  readonly peek: (set: string) => Dataset | undefined;
  readonly prepareAside: (dataset: Dataset, preparation: Preparation) => Aside;
}

/** Said of what is not wanted any more. */
class Superseded extends Error {}

export function createPreparations({ load, peek, prepareAside }: Sources): Preparations {
  const store = createStore<Readonly<Record<PreparedKey, Prepared>>>(() => ({}));
  const onItsWay = new Map<PreparedKey, Promise<PreparedData>>();
  let giveUp: (() => void) | null = null;

  const settle = (key: PreparedKey, prepared: Prepared): void => {
    const others = Object.entries(store.getState()).filter(([each]) => each !== key);
    store.setState(Object.fromEntries([...others.slice(1 - mostKept), [key, prepared]]), true);
  };
  /** While a slider is dragged there is one preparation after the other: only the newest is worth a worker's time. */
  const newestAside = (dataset: Dataset, preparation: Preparation): Promise<PreparedData> => {
    giveUp?.();
    const aside = prepareAside(dataset, preparation);
    return new Promise((resolve, reject) => {
      giveUp = () => {
        aside.cancel();
        reject(new Superseded('Another preparation has taken its place.'));
      };
      aside.data.then(resolve, reject);
    });
  };
  const make = async (set: string, preparation: Preparation): Promise<PreparedData> => {
    const dataset = await load(set);
    // A rule is a function and cannot cross to a worker; a data set that has one is a small one, made here.
    const isHere = isSmall(dataset) || dataset.task.targetSource.kind === 'rule';
    return isHere ? prepareDataset(dataset, preparation) : newestAside(dataset, preparation);
  };
  const prepare = (set: string, preparation: Preparation): Promise<PreparedData> => {
    const key = preparedKey(set, preparation);
    const here = store.getState()[key]?.data;
    // A data set that was read anew under the same name is another one.
    if (here && here.dataset === (peek(set) ?? here.dataset)) return Promise.resolve(here);
    const work =
      onItsWay.get(key) ??
      make(set, preparation)
        .then(
          (data) => {
            settle(key, { data, problem: null });
            return data;
          },
          (error: unknown) => {
            if (!(error instanceof Superseded)) settle(key, { data: null, problem: error instanceof Error ? error.message : 'The data could not be prepared.' });
            throw error;
          },
        )
        .finally(() => onItsWay.delete(key));
    onItsWay.set(key, work);
    return work;
  };
  return { store, prepare, request: (set, preparation) => void prepare(set, preparation).catch(() => {}) };
}

/** Has the worker prepare, and unpacks what comes back between two pictures. */
function prepareInWorker(dataset: Dataset, preparation: Preparation): Aside {
  let isCancelled = false;
  let call: Call | null = null;
  const back = new Promise<PackedData>((resolve, reject) => {
    call = workshopClient().call('prepare', { dataset, preparation }, { onDone: resolve, onFailed: (words) => reject(new Error(words)) }, { lane: 'data' });
  });
  return {
    data: back.then((packed) => inTurns(unpacked(packed, dataset), () => isCancelled)),
    cancel: () => {
      isCancelled = true;
      call?.cancel();
    },
  };
}

/** The page's own. */
export const preparations = createPreparations({
  load: loadDataset,
  peek: (set) => datasetStore.getState().loaded[set],
  prepareAside: prepareInWorker,
});
