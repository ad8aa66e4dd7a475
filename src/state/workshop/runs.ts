// The workshop's training runs: one is trained at a time, all are kept, any of them can be looked at at any of its epochs. They belong to the module and
// not to a part of the page, so that a training goes on while another section is looked at.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PreparedData } from '../../engine/data/dataset.ts';
import type { Checkpoint } from '../../engine/workshop/job.ts';
import type { Stride } from '../../worker/workshop/procedures.ts';
import { beginningOf } from './branching.ts';
import { workshopClient } from './client.ts';
import { browserShelf, keeperOn } from './kept.ts';
import { preparationOf, preparations } from './prepared.ts';
import type { RunsState, TrainingRun } from './run.ts';
import { readRunFile, writeRunFile } from './runFile.ts';
import { RunList, type RunListOptions } from './runList.ts';
import { RunTrainer, type TrainerOptions } from './runTrainer.ts';
import { trainingJob } from './trainingJob.ts';
import type { Pace } from './settings/training.ts';

type Settings = TrainingRun['settings'];

export interface WorkshopRuns {
  readonly store: StoreApi<RunsState>;
  /** Begins a run and shows it, from the seed or from a checkpoint. One that was under way stands still where its last epoch ended. */
  start(data: PreparedData, settings: Settings, from?: Checkpoint): void;
  pause(): void;
  /** Goes on with the run in view where it stands still, else with the one that was trained last; from its last checkpoint where it is no longer in the worker. */
  resume(): void;
  /** Goes on by one row, batch or epoch, and stands still. */
  step(stride: Stride): void;
  /** At the pace of single operations: learns from the row that was walked through, and goes on with the next. */
  walk(): void;
  setPace(pace: Pace): void;
  /** Ends the training; what it has learned up to its last epoch stays. */
  stop(): void;
  show(id: string): void;
  /** Looks at an epoch of the run in view; null: the newest. */
  seek(epoch: number | null): void;
  /** Begins a run with other settings from the epoch in view; from its seed, and says why, where the weights do not fit. */
  branch(data: PreparedData, settings: Settings): void;
  overlay(id: string, on: boolean): void;
  rename(id: string, name: string): void;
  remove(id: string): void;
  /** Takes in a run that is ready, and shows it; under another id where its own is taken. */
  add(run: TrainingRun): TrainingRun;
  exportRun(id: string): Promise<Blob>;
  /** Takes in a run from a file, and shows it. What came of it in words, also where the file is none. */
  importRun(file: Blob): Promise<string>;
}

interface RunsOptions extends RunListOptions, TrainerOptions {
  /** Calls back when the page is left or hidden: it may be the last that is heard of it. */
  readonly onLeaving: (callback: () => void) => void;
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export function createWorkshopRuns(options: RunsOptions): WorkshopRuns {
  const store = createStore<RunsState>(() => ({ runs: [], isLoaded: false, keepingProblem: null, shown: null, epoch: null, overlaid: [], live: null, problem: null }));
  const { getState, setState } = store;
  const list = new RunList(store, options);
  const trainer = new RunTrainer(store, list, options);
  const { conductor } = trainer;
  const failed = (error: unknown): void => setState({ problem: wordsOf(error) });
  /** Does what may throw in words. */
  const attempt = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      failed(error);
    }
  };

  /** The run that a wish to go on means. */
  const meant = (): TrainingRun | undefined =>
    [list.shown, list.of(getState().live?.run)].find((run) => run !== undefined && ['running', 'paused', 'stopped'].includes(run.status));
  /** Lets the run that is meant go on in a way, in the worker or once it is there again. */
  const withMeant = (status: 'running' | 'paused', goOn: () => void): void => {
    const run = meant();
    if (!run) return;
    const proceed = (): void => {
      list.change(run.id, { status, words: '' });
      goOn();
    };
    if (trainer.current?.id !== run.id) {
      trainer.recall(run).then((isThere) => (isThere ? proceed() : undefined), failed);
      return;
    }
    setState({ epoch: null, shown: run.id });
    proceed();
  };

  void list.load();
  options.onLeaving(() => void list.write());

  return {
    store,
    start: (data, settings, from) =>
      attempt(() => trainer.begin(data, settings, { ...options.jobOf(data, settings.training), ...(from && { from }) }, { parent: null, note: '' })),
    pause() {
      const run = trainer.current;
      conductor.hold();
      if (run) list.settle(run.id, 'paused', '');
    },
    resume: () => withMeant('running', () => conductor.goOn()),
    step: (stride) => withMeant('paused', () => conductor.step(stride)),
    walk: () => conductor.walk(),
    setPace: (pace) => conductor.setPace(pace),
    stop() {
      const run = trainer.current;
      conductor.cancel();
      if (run) list.settle(run.id, 'stopped', '');
    },
    show: (id) => setState({ shown: id, epoch: null }),
    seek: (epoch) => setState({ epoch }),
    branch: (data, settings) =>
      attempt(() => {
        const { epoch } = getState();
        const run = list.shown;
        const checkpoint = run?.checkpoints.findLast((each) => epoch === null || each.epoch <= epoch);
        if (!run || !checkpoint) throw new Error('There is no epoch to branch off from: train a network first.');
        const job = options.jobOf(data, settings.training);
        const { from, epochs, words } = beginningOf(run, checkpoint, settings, job);
        const parent = from && { run: run.id, name: run.name, epoch: checkpoint.epoch };
        trainer.begin(data, settings, { ...job, epochs, ...(from && { from }) }, { parent, note: words });
      }),
    overlay: (id, on) => setState(({ overlaid }) => ({ overlaid: [...overlaid.filter((each) => each !== id), ...(on ? [id] : [])] })),
    rename: (id, name) => (name.trim() === '' ? undefined : list.change(id, { name: name.trim() })),
    remove(id) {
      if (trainer.current?.id === id) conductor.cancel();
      list.remove(id);
    },
    add: (run) => list.add(run),
    async exportRun(id) {
      const run = list.of(id);
      if (!run) throw new Error('This run is no longer there.');
      return writeRunFile(run);
    },
    async importRun(file) {
      try {
        const { name, title, records } = list.add(await readRunFile(file));
        return `“${name}” is taken in: ${records.at(-1)?.epoch ?? 0} epochs over ${title}.`;
      } catch (error) {
        return wordsOf(error);
      }
    },
  };
}

/** The page's own. */
export const workshopRuns = createWorkshopRuns({
  client: workshopClient,
  keeper: keeperOn(browserShelf()),
  prepare: (data) => preparations.prepare(data.set, preparationOf(data)),
  jobOf: trainingJob,
  now: Date.now,
  every: (callback, milliseconds) => {
    const timer = setInterval(callback, milliseconds);
    return () => clearInterval(timer);
  },
  later: (callback, milliseconds) => void setTimeout(callback, milliseconds),
  onLeaving: (callback) => {
    // Where there is no page there is nothing to leave.
    for (const event of ['pagehide', 'visibilitychange']) globalThis.addEventListener?.(event, callback);
  },
});
