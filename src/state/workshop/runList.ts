// The list of runs as the store has it and the browser keeps it: one is added, changed, removed; those kept come back after a reload.
import type { StoreApi } from 'zustand/vanilla';
import { Autosave, keepingWords, type AutosaveOptions } from './autosave.ts';
import type { RunsState, RunStatus, TrainingRun } from './run.ts';

export interface RunListOptions extends Pick<AutosaveOptions, 'keeper' | 'later'> {
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const reloaded = 'The page was closed or reloaded, or trains it in another tab; here it can go on from its last epoch that is kept.';

export class RunList {
  private readonly store: StoreApi<RunsState>;
  private readonly options: RunListOptions;
  private readonly autosave: Autosave;

  constructor(store: StoreApi<RunsState>, options: RunListOptions) {
    this.store = store;
    this.options = options;
    this.autosave = new Autosave({ ...options, failed: (keepingProblem) => store.setState({ keepingProblem }) });
  }

  of(id: string | null | undefined): TrainingRun | undefined {
    return this.store.getState().runs.find((each) => each.id === id);
  }

  /** The run in view. */
  get shown(): TrainingRun | undefined {
    return this.of(this.store.getState().shown);
  }

  change(id: string, changes: Partial<TrainingRun>): void {
    this.store.setState(({ runs }) => ({ runs: runs.map((each) => (each.id === id ? { ...each, ...changes } : each)) }));
    const run = this.of(id);
    if (run) this.autosave.changed(run);
  }

  /** A change that is written at once: the run stands still. */
  settle(id: string, status: RunStatus, words: string): void {
    this.change(id, { status, words });
    void this.autosave.flush();
  }

  /** Writes what has changed, at once. */
  write(): Promise<void> {
    return this.autosave.flush();
  }

  /** Puts a run first, and shows it; under another id where its own is taken. */
  add(run: TrainingRun): TrainingRun {
    const added = this.of(run.id) ? { ...run, id: this.freshId() } : run;
    this.store.setState(({ runs }) => ({ runs: [added, ...runs], shown: added.id, epoch: null, problem: null }));
    this.autosave.changed(added);
    return added;
  }

  remove(id: string): void {
    this.store.setState(({ runs, shown, epoch, overlaid, live }) => {
      const others = runs.filter((each) => each.id !== id);
      const isShown = shown === id;
      return {
        runs: others,
        overlaid: overlaid.filter((each) => each !== id),
        live: live?.run === id ? null : live,
        shown: isShown ? (others[0]?.id ?? null) : shown,
        epoch: isShown ? null : epoch,
      };
    });
    this.autosave.forget(id);
  }

  freshId(): string {
    const base = `run-${this.options.now().toString(36)}`;
    let id = base;
    for (let k = 2; this.of(id); k++) id = `${base}-${k}`;
    return id;
  }

  /** Takes in those that the browser keeps. One that was under way stands still. */
  async load(): Promise<void> {
    const { getState, setState } = this.store;
    try {
      const kept = await this.options.keeper.all();
      const known = new Set(getState().runs.map(({ id }) => id));
      const back = kept
        .filter(({ id }) => !known.has(id))
        .map((run): TrainingRun => (run.status === 'running' ? { ...run, status: 'paused', words: reloaded } : run));
      setState(({ runs, shown, live }) => ({
        runs: [...runs, ...back].toSorted((a, b) => b.created - a.created),
        isLoaded: true,
        shown: shown ?? back[0]?.id ?? null,
        live: live ?? (back[0] ? { run: back[0].id, moment: null, rowsPerSecond: null, secondsLeft: null, batchLosses: [] } : null),
      }));
    } catch (error) {
      setState({ isLoaded: true, keepingProblem: keepingWords(error) });
    }
  }
}
