// What is shown: the snapshot that everybody has, and the memory of runs, which is used again once nobody looks at them any more.
import type { Trace } from '../engine/run/trace.ts';
import type { Assembly } from './assembly.ts';
import type { Settings } from './options.ts';
import { idle, type RunSnapshot, type Shown } from './snapshot.ts';
import { Traces } from './traces.ts';

export class Publication {
  snapshot = idle;
  readonly traces = new Traces();
  private readonly settings: Pick<Settings, 'onUpdate' | 'schedule'>;
  private readonly isFilling: (trace: Trace) => boolean;
  /** The latest run that was published whole. */
  private whole: Shown | null = null;
  private isOver = false;

  /** `isFilling`: whether a run that is awaited writes to a trace. */
  constructor(settings: Pick<Settings, 'onUpdate' | 'schedule'>, isFilling: (trace: Trace) => boolean) {
    this.settings = settings;
    this.isFilling = isFilling;
  }

  publish(changes: Partial<RunSnapshot>): void {
    if (this.isOver) return;
    const { trace: before } = this.snapshot;
    this.snapshot = { ...this.snapshot, ...changes };
    if (before && before !== this.snapshot.trace) this.releaseSoon(before);
    this.settings.onUpdate(this.snapshot);
  }

  /** Nothing is published any more. */
  end(): void {
    this.isOver = true;
  }

  /** Keeps a whole run's memory for as long as it is the latest one. */
  keep(whole: Shown): void {
    const before = this.whole?.trace;
    this.whole = whole;
    if (before) this.releaseSoon(before);
  }

  /** The numbers of a run as changes of what is shown, with what the reader should know where it could not be computed as its job says. */
  changesFor(numbers: Shown, { problem }: Assembly): Partial<RunSnapshot> {
    const { notice, version } = this.snapshot;
    const isTold = problem === null || notice?.includes(problem) === true;
    return { ...numbers, version: version + 1, ...(isTold ? {} : { notice: notice === null ? problem : `${notice} ${problem}` }) };
  }

  /** Gives a trace free for a later run, unless it is still in view: the last whole run is, beside one that grows. */
  release(trace: Trace): void {
    if (trace !== this.snapshot.trace && trace !== this.whole?.trace && !this.isFilling(trace)) this.traces.release(trace);
  }

  /** Whoever draws may hold on to a run for a picture longer than it is published. */
  private releaseSoon(trace: Trace): void {
    const { schedule } = this.settings;
    schedule(() => schedule(() => this.release(trace)));
  }
}
