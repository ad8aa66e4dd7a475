// Keeps runs as they change: each at most once a second, one write after the other, and the newest state always in the end.
import type { RunKeeper } from './kept.ts';
import type { TrainingRun } from './run.ts';

export interface AutosaveOptions {
  readonly keeper: RunKeeper;
  /** Why a write failed, in words. */
  readonly failed: (words: string) => void;
  /** Calls back after some milliseconds. */
  readonly later: (callback: () => void, milliseconds: number) => void;
}

/** Milliseconds between two writes. */
const interval = 1000;

export class Autosave {
  private readonly options: AutosaveOptions;
  /** What is to be written: a run, or null to forget it. */
  private readonly waiting = new Map<string, TrainingRun | null>();
  private isResting = false;
  private writing: Promise<void> = Promise.resolve();

  constructor(options: AutosaveOptions) {
    this.options = options;
  }

  /** The run has changed. It is written within a second. */
  changed(run: TrainingRun): void {
    this.waiting.set(run.id, run);
    if (this.isResting) return;
    this.isResting = true;
    this.options.later(() => {
      this.isResting = false;
      void this.flush();
    }, interval);
  }

  forget(id: string): void {
    this.waiting.set(id, null);
    void this.flush();
  }

  /** Writes what waits, at once. Never fails: what cannot be written is told in words. */
  flush(): Promise<void> {
    const all = [...this.waiting];
    this.waiting.clear();
    const { keeper, failed } = this.options;
    for (const [id, run] of all) {
      this.writing = this.writing
        .then(() => (run ? keeper.keep(run) : keeper.forget(id)))
        .catch((error: unknown) => failed(keepingWords(error)));
    }
    return this.writing;
  }
}

export const keepingWords = (error: unknown): string =>
  `This browser cannot keep runs (${error instanceof Error && error.message !== '' ? error.message : 'its storage is switched off or full'}): they are here until the page is closed or reloaded. Export those that you want to keep.`;
