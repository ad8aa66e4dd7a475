// Three networks that learn the same reviews with negation, side by side: a bag of words, padded words, and an RNN. It belongs to the module, so that
// learning goes on while another part or room is looked at.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PreparedData } from '../../../engine/data/dataset.ts';
import { encodedFor, type DataReader, type EncodedData } from '../../../engine/data/readers.ts';
import { createNetwork } from '../../../engine/network.ts';
import { initialParameters } from '../../../engine/recipe/parameters.ts';
import type { EpochRecord, TrainingJob, TrainingMoment } from '../../../engine/workshop/job.ts';
import type { Call, WorkshopClient } from '../../../worker/workshop/procedures.ts';
import { workshopClient } from '../client.ts';
import { initialWorkshop } from '../edit.ts';
import { preparationOf, preparations } from '../prepared.ts';
import { trainingJob } from '../trainingJob.ts';

export interface ComparedNetwork {
  readonly reader: DataReader;
  readonly encoded: EncodedData;
  readonly job: TrainingJob;
  /** After the latest whole epoch; before any, as they are drawn from the seed. */
  readonly parameters: Float64Array;
  readonly records: readonly EpochRecord[];
  /** Why it ended early, in words. */
  readonly problem: string | null;
  readonly isOver: boolean;
}

export interface ComparisonState {
  readonly status: 'idle' | 'running' | 'done';
  /** Null until they are here. */
  readonly data: PreparedData | null;
  readonly networks: readonly ComparedNetwork[];
  /** Why the data cannot be had, in words. */
  readonly problem: string | null;
}

interface Comparison {
  readonly store: StoreApi<ComparisonState>;
  /** Fetches the data and draws the networks, once. */
  open(): void;
  /** All three from the seed on. */
  start(): void;
  stop(): void;
}

/** In the order of the table: what knows least of the order first. */
export const comparedReaders: readonly DataReader[] = ['bag', 'padded', 'sequence'];

/** The data set in which negation and the order of words decide. */
const set = 'negation';

export function createComparison(client: () => WorkshopClient, prepare: () => Promise<PreparedData>): Comparison {
  const store = createStore<ComparisonState>(() => ({ status: 'idle', data: null, networks: [], problem: null }));
  let calls: Call[] = [];
  let isOpening = false;

  const change = (reader: DataReader, by: (network: ComparedNetwork) => Partial<ComparedNetwork>): void =>
    store.setState(({ networks }) => ({ networks: networks.map((each) => (each.reader === reader ? { ...each, ...by(each) } : each)) }));
  const heard = (reader: DataReader, { epochs }: TrainingMoment): void => {
    const latest = epochs.at(-1);
    if (latest) change(reader, ({ records }) => ({ records: [...records, ...epochs.map(({ record }) => record)], parameters: latest.checkpoint.parameters }));
  };
  const over = (reader: DataReader, problem: string | null): void => {
    change(reader, () => ({ problem, isOver: true }));
    if (store.getState().networks.every(({ isOver }) => isOver)) store.setState({ status: 'done' });
  };
  const giveUp = (): void => {
    for (const call of calls) call.cancel();
    calls = [];
  };

  return {
    store,
    open() {
      if (isOpening || store.getState().data) return;
      isOpening = true;
      prepare()
        .then(
          (data) => store.setState({ data, networks: comparedReaders.map((reader) => fresh(data, reader)), problem: null }),
          (error: unknown) => store.setState({ problem: error instanceof Error ? error.message : String(error) }),
        )
        .finally(() => (isOpening = false));
    },
    start() {
      const { data } = store.getState();
      if (!data) return;
      giveUp();
      const networks = comparedReaders.map((reader) => fresh(data, reader));
      store.setState({ networks, status: 'running' });
      // One worker for all three: they have their turns one after the other.
      calls = networks.map(({ reader, job }) =>
        client().call('train', job, { onProgress: (moment) => heard(reader, moment), onDone: ({ problem }) => over(reader, problem), onFailed: (words) => over(reader, words) }, { lane: 'text' }),
      );
    },
    stop() {
      giveUp();
      if (store.getState().status === 'running') store.setState({ status: 'done' });
    },
  };
}

/** A network before its training: as many units for each reader, and all else the same. */
function fresh(data: PreparedData, reader: DataReader): ComparedNetwork {
  const { task, recipe } = data.dataset;
  const { hiddenSize, epochs, learningRate, seed } = task;
  const job = trainingJob(data, { ...initialWorkshop.training, ...recipe, gateBias: null, cell: 'rnn_tanh', reader, hiddenSize, epochs, learningRate, seed });
  const parameters = initialParameters(createNetwork(job.model), { initialisation: job.initialisation, baseInputSize: job.model.inputSize });
  return { reader, encoded: encodedFor(reader, data), job, parameters, records: [], problem: null, isOver: false };
}

/** The page's own. */
export const comparison = createComparison(workshopClient, () => preparations.prepare(set, preparationOf(initialWorkshop.data)));
