// Runs to test with: data of a few rows, a storage in memory, a client whose worker is the engine in this very realm, and clocks that are moved by hand.
import { onTestFinished } from 'vitest';
import type { PreparedData } from '../../../src/engine/data/dataset.ts';
import type { TrainingJob } from '../../../src/engine/workshop/job.ts';
import { createWorkshopRuns, type WorkshopRuns } from '../../../src/state/workshop/runs.ts';
import { keeperOn, type RunKeeper, type Shelf } from '../../../src/state/workshop/kept.ts';
import { dataSettings } from '../../../src/state/workshop/settings/data.ts';
import { trainingSettings, type TrainingSettings } from '../../../src/state/workshop/settings/training.ts';
import type { Settings, Values } from '../../../src/state/workshop/setting.ts';
import type { TrainingRun } from '../../../src/state/workshop/run.ts';
import { createWorkshopClient } from '../../../src/worker/workshop/client.ts';
import { jobOf as engineJob } from '../../engine/workshop/trainings.ts';
import { until } from '../../worker/support.ts';
import { WorkshopWorkers } from '../../worker/workshop/support.ts';
import { procedures } from '../../../src/worker/workshop/table.ts';

const firstOf = <Table extends Settings>(table: Table): Values<Table> => Object.fromEntries(Object.entries(table).map(([key, { first }]) => [key, first])) as Values<Table>;

export const settingsWith = (training: Partial<TrainingSettings> = {}, data: Partial<TrainingRun['settings']['data']> = {}): TrainingRun['settings'] => ({
  data: { ...firstOf(dataSettings), ...data },
  training: { ...firstOf(trainingSettings), epochs: 6, batchSize: 4, hiddenSize: 4, ...training },
});

/** What the runs know of data: a title. What is learned comes from `jobOf`. */
export const data = { dataset: { task: { title: 'First tokens' } } } as PreparedData;

/** A training over the engine's test rows by these settings. */
export function jobOf(_: PreparedData, { hiddenSize, epochs, batchSize, learningRate, optimiser, cell }: TrainingSettings): TrainingJob {
  if (hiddenSize === 99) throw new Error('These data cannot be read so.');
  const job = engineJob({ epochs, batchSize, learningRate, optimiser });
  return { ...job, model: { ...job.model, hiddenSize, cell } };
}

/** A storage in memory that copies as a browser's does. */
export class MemoryShelf implements Shelf {
  readonly values = new Map<string, unknown>();
  puts: string[][] = [];
  isBroken = false;

  async entries(): Promise<[string, unknown][]> {
    this.check();
    return [...structuredClone(this.values)];
  }

  async put(values: readonly (readonly [string, unknown])[]): Promise<void> {
    this.check();
    this.puts.push(values.map(([key]) => key));
    for (const [key, value] of values) this.values.set(key, structuredClone(value));
  }

  async drop(keys: readonly string[]): Promise<void> {
    this.check();
    for (const key of keys) this.values.delete(key);
  }

  private check(): void {
    if (this.isBroken) throw new Error('QuotaExceededError');
  }
}

/** A page with its runs; a second one over the same shelf is the page after a reload. */
export class Bench {
  readonly runs: WorkshopRuns;
  readonly workers = new WorkshopWorkers(procedures);
  /** Of the timer in use: what it calls, and every how many milliseconds. */
  ticks: { callback: () => void; milliseconds: number }[] = [];
  time = 1_700_000_000_000;
  /** Whether what has changed is written by the clock too. */
  isSaving = true;
  /** What is called when the page is left. */
  readonly leaving: (() => void)[] = [];

  constructor(shelf: Shelf = new MemoryShelf(), keeper: RunKeeper = keeperOn(shelf)) {
    const client = createWorkshopClient({ createWorker: this.workers.create, every: () => () => {} });
    onTestFinished(() => client.close());
    this.runs = createWorkshopRuns({
      client: () => client,
      keeper,
      prepare: async () => data,
      jobOf,
      now: () => (this.time += 7),
      every: (callback, milliseconds) => {
        const tick = { callback, milliseconds };
        this.ticks.push(tick);
        return () => void (this.ticks = this.ticks.filter((each) => each !== tick));
      },
      later: (callback) => void (this.isSaving && setTimeout(callback, 5)),
      onLeaving: (callback) => void this.leaving.push(callback),
    });
  }

  get state() {
    return this.runs.store.getState();
  }

  /** The run in view. */
  get run(): TrainingRun {
    const run = this.state.runs.find(({ id }) => id === this.state.shown);
    if (!run) throw new Error('No run is shown.');
    return run;
  }

  async ended(): Promise<TrainingRun> {
    await until(() => !['running'].includes(this.run.status));
    return this.run;
  }

  /** A run that has come to its end. */
  async trained(training: Partial<TrainingSettings> = {}): Promise<TrainingRun> {
    this.runs.start(data, settingsWith(training));
    return this.ended();
  }
}

