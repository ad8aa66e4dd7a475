// The page's end: sends the latest job, puts its trace together apart from what is shown, and publishes it when it is worth
// showing. A worker that fails or falls silent is replaced, and the job begins anew.
import type { Job } from '../engine/job.ts';
import { Assembly } from './assembly.ts';
import type { CreateWorker, WorkerHandle } from './handle.ts';
import { Heartbeat } from './heartbeat.ts';
import { serveOnPage } from './onPage.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import { idle, type RunSnapshot, type Shown } from './snapshot.ts';
import { wordsOf } from './words.ts';

export interface ClientOptions {
  readonly createWorker: CreateWorker;
  /** Called with every change; the first follows the first `run`. */
  readonly onUpdate: (snapshot: RunSnapshot) => void;
  /** Calls back when the next picture can be drawn; `requestAnimationFrame` on a page. */
  readonly schedule?: (callback: () => void) => void;
  /** A run that takes longer than this, in milliseconds, is shown while it grows. */
  readonly showAfter?: number;
  /** Calls back once a heartbeat, every second by default, until the function it returns is called. */
  readonly every?: (callback: () => void) => () => void;
  /** Heartbeats in a row that may go unanswered. */
  readonly patience?: number;
  /** Whether the page is hidden. */
  readonly isHidden?: () => boolean;
  /** Milliseconds, from any beginning. */
  readonly now?: () => number;
}

export interface Client {
  /** Computes a job instead of what is under way; returns the run's number, from 1. The job must not be changed afterwards. */
  run(job: Job): number;
  /** Calls off the run under way, if there is one. What is shown stays. */
  cancel(): void;
  /**
   * For tests: kills the worker as it would die. `error`: with an error event, which is seen at once; `silence`: without
   * one, which only the heartbeat sees.
   */
  crash(how: 'error' | 'silence'): void;
  /** Ends the worker; nothing is published any more. */
  dispose(): void;
}

/** Workers that one run may lose before it is given up. */
const lossLimit = 3;
/** How much longer than for a pong one waits for a worker's file to load, in heartbeats. */
const loadingPatience = 8;

const words = {
  onPage:
    'This browser starts no background worker here, so the numbers are computed in the page itself. Long sequences may make it stutter.',
  silent: 'it stopped answering',
  restarted: (why: string) => `The background worker was lost (${why}). A fresh one has begun the computation anew.`,
  givenUp: (why: string) =>
    `The background worker was lost ${lossLimit} times in a row on this computation (${why}), so it was given up. Take fewer steps or fewer units, or try once more.`,
};

const everySecond = (callback: () => void): (() => void) => {
  const timer = setInterval(callback, 1000);
  return () => clearInterval(timer);
};

export function createClient(options: ClientOptions): Client {
  return new RunClient(options);
}

class RunClient implements Client {
  private readonly options: Required<ClientOptions>;
  private readonly heartbeat: Heartbeat;
  private createWorker: CreateWorker;
  private worker: WorkerHandle | null = null;
  private isReady = false;
  /** Stays as long as the client: there is no worker. */
  private standingNotice: string | null = null;
  private snapshot = idle;
  private lastRun = 0;
  /** The run under way. */
  private pending: Assembly | null = null;
  /** Workers that the run under way has lost. */
  private losses = 0;
  /** Whether a picture is awaited before more of the run under way may be shown. */
  private isScheduled = false;
  private hasMore = false;
  private isDisposed = false;

  constructor(options: ClientOptions) {
    this.options = {
      schedule: (callback) => void setTimeout(callback, 16),
      showAfter: 80,
      every: everySecond,
      patience: 4,
      isHidden: () => false,
      now: () => performance.now(),
      ...options,
    };
    this.createWorker = options.createWorker;
    this.heartbeat = new Heartbeat({
      every: this.options.every,
      patience: () => this.options.patience * (this.isReady ? 1 : loadingPatience),
      isHidden: this.options.isHidden,
      ping: (beat) => this.worker?.postMessage({ kind: 'ping', beat }),
      lost: () => this.lost(words.silent),
    });
  }

  run(job: Job): number {
    const run = ++this.lastRun;
    if (this.isDisposed) return run;
    this.losses = 0;
    this.begin(run, job, { error: null, notice: null });
    return run;
  }

  cancel(): void {
    if (!this.pending) return;
    this.post({ kind: 'cancel', run: this.pending.run });
    this.end({ status: 'idle' });
  }

  crash(how: 'error' | 'silence'): void {
    if (how === 'error') this.lost('it was crashed on purpose');
    else this.worker?.terminate();
  }

  dispose(): void {
    this.isDisposed = true;
    this.pending = null;
    this.heartbeat.stop();
    this.worker?.terminate();
    this.worker = null;
  }

  /** Sends a job, to a new worker if there is none, and says that it runs. */
  private begin(run: number, job: Job, changes: Partial<RunSnapshot>): void {
    this.pending = new Assembly(run, job, this.options.now());
    this.hasMore = false;
    this.heartbeat.start();
    try {
      this.worker ??= this.open();
      this.worker.postMessage({ kind: 'run', run, job });
    } catch (error) {
      this.end({ ...changes, status: 'failed', error: wordsOf(error) });
      return;
    }
    this.publish({ ...changes, notice: changes.notice ?? this.standingNotice, status: 'running' });
  }

  private open(): WorkerHandle {
    this.isReady = false;
    try {
      return this.listenTo(this.createWorker);
    } catch {
      this.stayOnPage();
      return this.listenTo(this.createWorker);
    }
  }

  private stayOnPage(): void {
    this.createWorker = serveOnPage;
    this.standingNotice = words.onPage;
  }

  /** Makes a worker that is heard as long as it is the one in use. */
  private listenTo(create: CreateWorker): WorkerHandle {
    const worker: WorkerHandle = create({
      message: (message) => {
        if (this.worker === worker) this.hear(message);
      },
      lost: (why) => {
        if (this.worker === worker) this.failedAsAWhole(why);
      },
    });
    return worker;
  }

  private post(message: ToWorker, transfer: Transferable[] = []): void {
    this.worker?.postMessage(message, transfer);
  }

  private hear(message: FromWorker): void {
    switch (message.kind) {
      case 'ready':
        this.isReady = true;
        this.heartbeat.answered();
        break;
      case 'pong':
        this.heartbeat.answered();
        break;
      case 'frame':
        if (this.isPending(message)) this.pending?.add(message);
        this.post({ kind: 'credit', buffer: message.buffer }, [message.buffer]);
        if (this.isPending(message)) this.grown();
        break;
      case 'started':
        if (this.isPending(message)) this.started(message);
        break;
      case 'done':
        if (this.isPending(message)) this.done(message);
        break;
      case 'failed':
        if (this.isPending(message)) this.fail(message.words);
        break;
      case 'cancelled':
        break;
    }
  }

  private isPending({ run }: { readonly run: number }): boolean {
    return this.pending?.run === run;
  }

  private started(message: Extract<FromWorker, { kind: 'started' }>): void {
    try {
      this.pending?.start(message);
    } catch (error) {
      this.post({ kind: 'cancel', run: message.run });
      this.fail(wordsOf(error));
    }
  }

  private done(message: Extract<FromWorker, { kind: 'done' }>): void {
    const whole = this.pending?.finish(message);
    if (whole) this.end({ ...this.shown(whole), status: 'done' });
  }

  private fail(error: string): void {
    this.end({ status: 'failed', error });
  }

  private end(changes: Partial<RunSnapshot>): void {
    this.pending = null;
    this.heartbeat.stop();
    this.publish(changes);
  }

  /** More of the run under way has arrived: shows it, if the run is slow enough and no picture is awaited. */
  private grown(): void {
    const run = this.pending;
    if (!run || this.options.now() - run.beganAt < this.options.showAfter) return;
    this.hasMore = true;
    if (!this.isScheduled) this.showMore();
  }

  private showMore(): void {
    const sofar = this.hasMore ? this.pending?.sofar() : null;
    if (!sofar) return;
    this.hasMore = false;
    this.isScheduled = true;
    this.options.schedule(() => {
      this.isScheduled = false;
      this.showMore();
    });
    this.publish(this.shown(sofar));
  }

  private shown(numbers: Shown): Partial<RunSnapshot> {
    return { ...numbers, version: this.snapshot.version + 1 };
  }

  private publish(changes: Partial<RunSnapshot>): void {
    if (this.isDisposed) return;
    this.snapshot = { ...this.snapshot, ...changes };
    this.options.onUpdate(this.snapshot);
  }

  /** An error of the whole worker. One that was never ready is as good as none: its file does not load here. */
  private failedAsAWhole(why: string): void {
    if (this.isReady || this.createWorker === serveOnPage) {
      this.lost(why);
      return;
    }
    this.drop();
    this.stayOnPage();
    if (this.pending) this.begin(this.pending.run, this.pending.job, {});
  }

  /** The worker is of no use any more: a fresh one does the job, unless it has taken too many already. */
  private lost(why: string): void {
    this.drop();
    const restarts = this.snapshot.restarts + 1;
    this.losses += 1;
    if (!this.pending) {
      this.publish({ restarts });
    } else if (this.losses >= lossLimit) {
      this.end({ status: 'failed', error: words.givenUp(why), restarts });
    } else {
      this.begin(this.pending.run, this.pending.job, { notice: words.restarted(why), restarts });
    }
  }

  private drop(): void {
    this.heartbeat.stop();
    this.worker?.terminate();
    this.worker = null;
  }
}
