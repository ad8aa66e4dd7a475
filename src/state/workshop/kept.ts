// Runs in the browser's storage: a run's head under its id, each of its checkpoints beside it, so that only what is new is written. Every one of these
// may fail, as where storage is switched off or full.
import { createStore, delMany, entries, setMany, type UseStore } from 'idb-keyval';
import type { Checkpoint } from '../../engine/workshop/job.ts';
import type { TrainingRun } from './run.ts';

/** Where runs are kept. */
export interface RunKeeper {
  /** All of them, newest first; what is none is left out. */
  all(): Promise<readonly TrainingRun[]>;
  keep(run: TrainingRun): Promise<void>;
  forget(id: string): Promise<void>;
}

/** A storage of values by their keys. */
export interface Shelf {
  entries(): Promise<readonly (readonly [key: unknown, value: unknown])[]>;
  /** All of them, or none. */
  put(values: readonly (readonly [key: string, value: unknown])[]): Promise<void>;
  drop(keys: readonly string[]): Promise<void>;
}

interface Head {
  readonly run: Omit<TrainingRun, 'checkpoints'>;
  readonly epochs: readonly number[];
}

const keyOf = (id: string, epoch: number): string => `${id}/${epoch}`;

/** Keeps runs on a shelf. */
export function keeperOn(shelf: Shelf): RunKeeper {
  /** Epochs of the checkpoints that stand on the shelf, by run. */
  const there = new Map<string, ReadonlySet<number>>();
  return {
    async all() {
      const values = new Map(await shelf.entries());
      const runs = [...values.values()].filter(isHead).map(({ run, epochs }): TrainingRun => {
        const checkpoints = epochs.map((epoch) => values.get(keyOf(run.id, epoch))).filter(isCheckpoint);
        there.set(run.id, new Set(checkpoints.map(({ epoch }) => epoch)));
        return { ...run, checkpoints };
      });
      return runs.toSorted((a, b) => b.created - a.created);
    },
    async keep({ checkpoints, ...run }) {
      const before = there.get(run.id) ?? new Set<number>();
      const epochs = new Set(checkpoints.map(({ epoch }) => epoch));
      const head: Head = { run, epochs: [...epochs] };
      const fresh = checkpoints.filter(({ epoch }) => !before.has(epoch));
      await shelf.put([[run.id, head], ...fresh.map((each) => [keyOf(run.id, each.epoch), each] as const)]);
      there.set(run.id, epochs);
      const gone = [...before].filter((epoch) => !epochs.has(epoch));
      if (gone.length > 0) await shelf.drop(gone.map((epoch) => keyOf(run.id, epoch)));
    },
    async forget(id) {
      const epochs = [...(there.get(id) ?? [])];
      there.delete(id);
      await shelf.drop([id, ...epochs.map((epoch) => keyOf(id, epoch))]);
    },
  };
}

// This page alone writes here; what is not of its making is told apart by what it must have.
const isHead = (value: unknown): value is Head => typeof value === 'object' && value !== null && 'run' in value && 'epochs' in value && Array.isArray(value.epochs);
const isCheckpoint = (value: unknown): value is Checkpoint =>
  typeof value === 'object' && value !== null && 'parameters' in value && value.parameters instanceof Float64Array && 'memory' in value;

/** The browser's own storage. It is opened with the first use, as that alone may fail. */
export function browserShelf(): Shelf {
  let opened: UseStore | null = null;
  const store = (): UseStore => (opened ??= createStore('unrolled-runs', 'runs'));
  return {
    entries: async () => entries<IDBValidKey, unknown>(store()),
    put: async (values) => setMany(values.map(([key, value]): [IDBValidKey, unknown] => [key, value]), store()),
    drop: async (keys) => delMany([...keys], store()),
  };
}
