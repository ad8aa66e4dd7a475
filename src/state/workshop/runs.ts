// The workshop's training runs: one is trained at a time, all are kept, any of them can be looked at at any of its epochs. They belong to the module and
// not to a part of the page, so that a training goes on while another section is looked at.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PreparedData } from '../../engine/data/dataset.ts';
import type { Checkpoint, TrainingJob, TrainingMoment } from '../../engine/workshop/job.ts';
import type { Stride, WorkshopClient } from '../../worker/workshop/procedures.ts';
import { Autosave, keepingWords } from './autosave.ts';
import { beginningOf } from './branching.ts';
import { thinned } from './checkpoints.ts';
import { workshopClient } from './client.ts';
import { Conductor, type Every } from './conductor.ts';
import { browserShelf, keeperOn, type RunKeeper } from './kept.ts';
import { Live } from './live.ts';
import { preparationOf, preparations } from './prepared.ts';
import type { RunsState, RunStatus, TrainingRun } from './run.ts';
import { readRunFile, writeRunFile } from './runFile.ts';
import { nameOf } from './runName.ts';
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
  exportRun(id: string): Promise<Blob>;
  /** Takes in a run from a file, and shows it. What came of it in words, also where the file is none. */
  importRun(file: Blob): Promise<string>;
}

export interface RunsOptions {
  readonly client: () => WorkshopClient;
  readonly keeper: RunKeeper;
  /** The data of a run that goes on after a reload. Fails in words. */
  readonly prepare: (settings: Settings['data']) => Promise<PreparedData>;
  readonly jobOf: (data: PreparedData, settings: Settings['training']) => TrainingJob;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly every: Every;
  readonly later: (callback: () => void, milliseconds: number) => void;
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export function createWorkshopRuns(options: RunsOptions): WorkshopRuns {
  const { keeper, jobOf, now } = options;
  const store = createStore<RunsState>(() => ({ runs: [], isLoaded: false, keepingProblem: null, shown: null, epoch: null, overlaid: [], live: null, problem: null }));
  const { getState, setState } = store;
  const conductor = new Conductor(options.client, options.every);
  const autosave = new Autosave({ keeper, later: options.later, failed: (keepingProblem) => setState({ keepingProblem }) });

  const runOf = (id: string | null | undefined): TrainingRun | undefined => getState().runs.find((each) => each.id === id);
  /** The run that the conductor has. */
  const conducted = (): TrainingRun | undefined => (conductor.isUnderWay ? runOf(getState().live?.run) : undefined);
  const change = (id: string, changes: Partial<TrainingRun>): void => {
    setState(({ runs }) => ({ runs: runs.map((each) => (each.id === id ? { ...each, ...changes } : each)) }));
    const run = runOf(id);
    if (run) autosave.changed(run);
  };
  const add = (run: TrainingRun): void => {
    setState(({ runs }) => ({ runs: [run, ...runs], shown: run.id, epoch: null, problem: null }));
    autosave.changed(run);
  };
  const freshId = (): string => {
    const base = `run-${now().toString(36)}`;
    let id = base;
    for (let k = 2; runOf(id); k++) id = `${base}-${k}`;
    return id;
  };
  const settle = (id: string, status: RunStatus, words: string): void => {
    change(id, { status, words });
    void autosave.flush();
  };

  /** Takes in what a training tells: epochs that are not known yet, and where it stands. */
  const heard = (id: string, live: Live, moment: TrainingMoment): void => {
    const run = runOf(id);
    if (!run) return;
    setState({ live: live.heard(moment, now()) });
    const latest = run.records.at(-1)?.epoch ?? -1;
    const fresh = moment.epochs.filter(({ record }) => record.epoch > latest);
    if (fresh.length === 0) return;
    const checkpoints = thinned([...run.checkpoints, ...fresh.map(({ checkpoint }) => checkpoint)]);
    change(id, { records: [...run.records, ...fresh.map(({ record }) => record)], checkpoints });
  };

  /** Has a run trained, from standing still. */
  const conduct = ({ id }: Pick<TrainingRun, 'id'>, job: TrainingJob): void => {
    putAside();
    const live = new Live(id, job);
    setState({ live: live.rested(), shown: id, epoch: null, problem: null });
    conductor.begin(job, {
      onProgress: (moment) => heard(id, live, moment),
      onDone: ({ problem }) => settle(id, problem === null ? 'done' : 'failed', problem ?? ''),
      onFailed: (words) => settle(id, (runOf(id)?.checkpoints.length ?? 0) > 0 ? 'paused' : 'failed', words),
    });
  };
  const putAside = (): void => {
    const run = conducted();
    conductor.cancel();
    if (run) settle(run.id, 'paused', 'It stands where its last epoch ended, as another training took its place.');
  };

  const begin = (data: PreparedData, settings: Settings, given: TrainingJob, parent: TrainingRun['parent'], note: string): void => {
    const { training: _, validation: __, from: ___, ...job } = given;
    const { runs } = getState();
    const run: TrainingRun = {
      id: freshId(), name: nameOf(job, runs), created: now(), settings: { data: settings.data, training: settings.training },
      title: data.dataset.task.title, parent, status: 'running', words: '', ...(note !== '' && { note }), records: [], checkpoints: [], job,
    };
    putAside();
    add(run);
    conduct(run, given);
    conductor.setPace(settings.training.pace);
    conductor.goOn();
  };
  /** Does what may fail in words. */
  const attempt = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      setState({ problem: wordsOf(error) });
    }
  };

  /** Has a run that is not in the worker stand there again, at its last checkpoint. */
  const recall = async (run: TrainingRun): Promise<void> => {
    const data = await options.prepare(run.settings.data);
    const { training, validation } = jobOf(data, run.settings.training);
    const from = run.checkpoints.at(-1);
    conduct(run, { ...run.job, training, validation, ...(from && { from }) });
  };
  /** The run that a wish to go on means. */
  const meant = (): TrainingRun | undefined => {
    const { shown, live } = getState();
    const canGoOn = (run: TrainingRun | undefined): run is TrainingRun => run !== undefined && ['running', 'paused', 'stopped'].includes(run.status);
    return [runOf(shown), runOf(live?.run)].find(canGoOn);
  };
  let isRecalling = false;
  /** Lets the run that is meant go on in a way, in the worker or once it is there again. */
  const withMeant = (status: RunStatus, goOn: () => void): void => {
    const run = meant();
    if (!run || isRecalling) return;
    const proceed = (): void => {
      change(run.id, { status, words: '' });
      goOn();
    };
    if (conducted()?.id === run.id) {
      setState({ epoch: null });
      proceed();
      return;
    }
    isRecalling = true;
    void recall(run)
      .then(proceed, (error: unknown) => setState({ problem: wordsOf(error) }))
      .finally(() => (isRecalling = false));
  };

  void keeper.all().then(
    (kept) => {
      const known = new Set(getState().runs.map(({ id }) => id));
      const back = kept.filter(({ id }) => !known.has(id)).map((run): TrainingRun => (run.status === 'running' ? { ...run, status: 'paused', words: 'The page was closed or reloaded; it can go on from its last epoch.' } : run));
      setState(({ runs, shown, live }) => ({
        runs: [...runs, ...back].toSorted((a, b) => b.created - a.created),
        isLoaded: true,
        shown: shown ?? back[0]?.id ?? null,
        live: live ?? (back[0] ? { run: back[0].id, moment: null, rowsPerSecond: null, secondsLeft: null, batchLosses: [] } : null),
      }));
    },
    (error: unknown) => setState({ isLoaded: true, keepingProblem: keepingWords(error) }),
  );

  return {
    store,
    start: (data, settings, from) => attempt(() => begin(data, settings, { ...jobOf(data, settings.training), ...(from && { from }) }, null, '')),
    pause() {
      const run = conducted();
      if (!run) return;
      conductor.hold();
      settle(run.id, 'paused', '');
    },
    resume: () => withMeant('running', () => conductor.goOn()),
    step: (stride) => withMeant('paused', () => conductor.step(stride)),
    walk: () => conductor.walk(),
    setPace: (pace) => conductor.setPace(pace),
    stop() {
      const run = conducted();
      conductor.cancel();
      if (run) settle(run.id, 'stopped', '');
    },
    show: (id) => setState({ shown: id, epoch: null }),
    seek: (epoch) => setState({ epoch }),
    branch: (data, settings) =>
      attempt(() => {
        const { shown, epoch } = getState();
        const run = runOf(shown);
        const checkpoint = run?.checkpoints.findLast((each) => epoch === null || each.epoch <= epoch);
        if (!run || !checkpoint) throw new Error('There is no epoch to branch off from: train a network first.');
        const job = jobOf(data, settings.training);
        const { from, epochs, words } = beginningOf(run, checkpoint, settings, job);
        const parent = from && { run: run.id, name: run.name, epoch: checkpoint.epoch };
        begin(data, settings, { ...job, epochs, ...(from && { from }) }, parent, words);
      }),
    overlay: (id, on) => setState(({ overlaid }) => ({ overlaid: [...overlaid.filter((each) => each !== id), ...(on ? [id] : [])] })),
    rename: (id, name) => (name.trim() === '' ? undefined : change(id, { name: name.trim() })),
    remove(id) {
      if (conducted()?.id === id) conductor.cancel();
      setState(({ runs, shown, epoch, overlaid, live }) => {
        const others = runs.filter((each) => each.id !== id);
        const isShown = shown === id;
        return {
          runs: others, overlaid: overlaid.filter((each) => each !== id), live: live?.run === id ? null : live,
          shown: isShown ? (others[0]?.id ?? null) : shown, epoch: isShown ? null : epoch,
        };
      });
      autosave.forget(id);
    },
    async exportRun(id) {
      const run = runOf(id);
      if (!run) throw new Error('This run is no longer there.');
      return writeRunFile(run);
    },
    async importRun(file) {
      try {
        const read = await readRunFile(file);
        const run = runOf(read.id) ? { ...read, id: freshId() } : read;
        add(run);
        void autosave.flush();
        return `“${run.name}” is taken in: ${run.records.at(-1)?.epoch ?? 0} epochs over ${run.title}.`;
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
});
