// Trains the runs of the list, one at a time: begins one, takes in what it tells, puts it aside, and has it stand in the worker again later.
import type { StoreApi } from 'zustand/vanilla';
import type { PreparedData } from '../../engine/data/dataset.ts';
import type { TrainingJob, TrainingMoment } from '../../engine/workshop/job.ts';
import type { WorkshopClient } from '../../worker/workshop/procedures.ts';
import { thinned } from './checkpoints.ts';
import { Conductor, type Every } from './conductor.ts';
import { Live } from './live.ts';
import type { RunList } from './runList.ts';
import { nameOf } from './runName.ts';
import type { RunsState, TrainingRun } from './run.ts';

type Settings = TrainingRun['settings'];

export interface TrainerOptions {
  readonly client: () => WorkshopClient;
  /** The data of a run that goes on after a reload. Fails in words. */
  readonly prepare: (settings: Settings['data']) => Promise<PreparedData>;
  /** Throws in words where the data cannot be read so. */
  readonly jobOf: (data: PreparedData, settings: Settings['training']) => TrainingJob;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly every: Every;
}

/** Where a run begins, beside what its settings say. */
interface Origin {
  readonly parent: TrainingRun['parent'];
  /** What the reader should know of its beginning; empty where there is nothing to say. */
  readonly note: string;
}

export class RunTrainer {
  readonly conductor: Conductor;
  private readonly store: StoreApi<RunsState>;
  private readonly list: RunList;
  private readonly options: TrainerOptions;
  /** Trainings that were begun: what was waited for is of no use any more where another one has begun since. */
  private begun = 0;

  constructor(store: StoreApi<RunsState>, list: RunList, options: TrainerOptions) {
    this.store = store;
    this.list = list;
    this.options = options;
    this.conductor = new Conductor(options.client, options.every);
  }

  /** The run that stands in the worker. */
  get current(): TrainingRun | undefined {
    return this.conductor.isUnderWay ? this.list.of(this.store.getState().live?.run) : undefined;
  }

  /** A new run that is let go at once. */
  begin(data: PreparedData, settings: Settings, given: TrainingJob, { parent, note }: Origin): void {
    const { training: _, validation: __, from: ___, ...job } = given;
    this.putAside();
    const run = this.list.add({
      id: this.list.freshId(),
      name: nameOf(job, this.store.getState().runs),
      created: this.options.now(),
      settings: { data: settings.data, training: settings.training },
      title: data.dataset.task.title,
      parent,
      status: 'running',
      words: '',
      ...(note !== '' && { note }),
      records: [],
      checkpoints: [],
      job,
    });
    this.conduct(run.id, given);
    this.conductor.setPace(settings.training.pace);
    this.conductor.goOn();
  }

  /** Has a run that is no longer in the worker stand there again, at its last checkpoint. False where another training has begun meanwhile. Fails in words. */
  async recall({ id, settings }: TrainingRun): Promise<boolean> {
    const { begun } = this;
    const data = await this.options.prepare(settings.data);
    const run = this.list.of(id);
    if (this.begun !== begun || !run) return false;
    const { training, validation } = this.options.jobOf(data, settings.training);
    const from = run.checkpoints.at(-1);
    this.putAside();
    this.conduct(id, { ...run.job, training, validation, ...(from && { from }) });
    return true;
  }

  private putAside(): void {
    const run = this.current;
    this.conductor.cancel();
    if (run) this.list.settle(run.id, 'paused', 'It stands where its last epoch ended, as another training took its place.');
  }

  /** Begins a training that stands still at first. */
  private conduct(id: string, job: TrainingJob): void {
    this.begun++;
    const live = new Live(id, job);
    this.store.setState({ live: live.rested(), shown: id, epoch: null, problem: null });
    this.conductor.begin(job, {
      onProgress: (moment) => this.heard(id, live, moment),
      onDone: ({ problem }) => this.list.settle(id, problem === null ? 'done' : 'failed', problem ?? ''),
      onFailed: (words) => this.failed(id, words),
    });
  }

  /** Whatever ended it, from its last epoch it can be tried once more. */
  private failed(id: string, words: string): void {
    const last = this.list.of(id)?.checkpoints.at(-1);
    if (last) this.list.settle(id, 'paused', `${words} It can go on from epoch ${last.epoch}.`);
    else this.list.settle(id, 'failed', words);
  }

  /** Takes in where a training stands, and its epochs that are not known yet. */
  private heard(id: string, live: Live, moment: TrainingMoment): void {
    const run = this.list.of(id);
    if (!run) return;
    this.store.setState({ live: live.heard(moment, this.options.now()) });
    const latest = run.records.at(-1)?.epoch ?? -1;
    const fresh = moment.epochs.filter(({ record }) => record.epoch > latest);
    if (fresh.length === 0) return;
    this.list.change(id, {
      records: [...run.records, ...fresh.map(({ record }) => record)],
      checkpoints: thinned([...run.checkpoints, ...fresh.map(({ checkpoint }) => checkpoint)]),
    });
  }
}
