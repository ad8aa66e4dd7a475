// The page's end: sends the latest job, puts its trace together apart from what is shown, and publishes it when it is worth
// showing. Runs that were asked for before it may still come: whole pictures on the way, as while something is dragged. A worker
// that fails or falls silent is replaced, and the latest job begins anew.
import type { Job } from '../engine/job.ts';
import { Assembly } from './assembly.ts';
import { Growth } from './growth.ts';
import { Link, type RunMessage } from './link.ts';
import { serveOnPage } from './onPage.ts';
import { settingsOf, type ClientOptions, type Settings } from './options.ts';
import { Publication } from './publication.ts';
import { Queue } from './queue.ts';
import type { RunSnapshot } from './snapshot.ts';
import { wordsOf } from './words.ts';

export interface Client {
  /**
   * Computes a job; returns the run's number, from 1. What is under way may still be shown before it, if it is soon done; what
   * waits is given up. The job must not be changed afterwards.
   */
  run(job: Job): number;
  /** Calls off whatever is under way. What is shown stays. */
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

const words = {
  restarted: (why: string) => `The background worker was lost (${why}). A fresh one has begun the computation anew.`,
  givenUp: (why: string) =>
    `The background worker was lost ${lossLimit} times in a row on this computation (${why}), so it was given up. Take fewer steps or fewer units, or try once more.`,
};

export function createClient(options: ClientOptions): Client {
  return new RunClient(settingsOf(options));
}

type Told<Kind extends RunMessage['kind']> = Extract<RunMessage, { kind: Kind }>;

class RunClient implements Client {
  private readonly settings: Settings;
  private readonly link: Link;
  private readonly queue: Queue;
  private readonly publication: Publication;
  private readonly growth: Growth;
  private lastRun = 0;
  /** Workers that the latest run has lost. */
  private losses = 0;
  private isDisposed = false;

  constructor(settings: Settings) {
    this.settings = settings;
    this.queue = new Queue(({ trace }) => trace && this.publication.release(trace));
    this.publication = new Publication(settings, (trace) => this.queue.isFilling(trace));
    this.growth = new Growth(settings, this.queue, this.publication);
    this.link = new Link({ ...settings, standIn: serveOnPage }, {
      hear: (message) => this.hear(message),
      lost: (why) => this.lost(why),
      absent: () => this.again({}),
    });
  }

  run(job: Job): number {
    const run = ++this.lastRun;
    if (this.isDisposed) return run;
    this.losses = 0;
    this.begin(new Assembly(run, job, this.settings.now()), { error: null, notice: null });
    return run;
  }

  cancel(): void {
    const { latest } = this.queue;
    if (!latest) return;
    this.link.tell({ kind: 'cancel', run: latest.run });
    this.end({ status: 'idle' });
  }

  crash(how: 'error' | 'silence'): void {
    if (how === 'error') this.link.lose('it was crashed on purpose');
    else this.link.silence();
  }

  dispose(): void {
    this.isDisposed = true;
    this.publication.end();
    this.queue.leaveAll();
    this.link.close();
  }

  /** Sends a job, and says that it runs. */
  private begin(run: Assembly, changes: Partial<RunSnapshot>): void {
    this.queue.add(run);
    this.growth.startAfresh();
    try {
      this.link.send({ kind: 'run', run: run.run, job: run.asked });
    } catch (error) {
      this.end({ ...changes, status: 'failed', error: wordsOf(error) });
      return;
    }
    this.publication.publish({ ...changes, notice: changes.notice ?? this.link.notice, status: 'running' });
  }

  private hear(message: RunMessage): void {
    switch (message.kind) {
      case 'frame':
        this.queue.find(message)?.add(message);
        this.link.tell({ kind: 'credit', buffer: message.buffer }, [message.buffer]);
        this.growth.grown(this.queue.find(message));
        break;
      case 'started':
        this.started(message);
        break;
      case 'done':
        this.done(message);
        break;
      case 'failed':
        this.failed(message);
        break;
      case 'cancelled':
        this.cancelled(message);
        break;
    }
  }

  private started(message: Told<'started'>): void {
    try {
      this.queue.find(message)?.start(message, this.publication.traces, this.settings.now());
    } catch (error) {
      // No run before or after it would find the room either.
      if (this.queue.latest) this.link.tell({ kind: 'cancel', run: this.queue.latest.run });
      this.end({ status: 'failed', error: wordsOf(error) });
    }
  }

  private done(message: Told<'done'>): void {
    const run = this.queue.find(message);
    const whole = run?.finish(message);
    if (!run || !whole) return;
    const isLatest = run === this.queue.latest;
    this.publication.keep(whole);
    this.queue.leaveUpTo(run);
    const changes = this.publication.changesFor(whole, run);
    if (isLatest) this.end({ ...changes, status: 'done' });
    else this.publication.publish(changes);
  }

  private failed(message: Told<'failed'>): void {
    const isLatest = message.run === this.queue.latest?.run;
    this.queue.leaveUpTo(message);
    // That an earlier one could not be computed is of no interest any more.
    if (isLatest) this.end({ status: 'failed', error: message.words });
  }

  /** A run that had to give way to a newer one; if its forward pass is whole it is still worth a picture. */
  private cancelled(message: Told<'cancelled'>): void {
    const run = this.queue.find(message);
    const sofar = run?.isForward === true ? run.sofar() : null;
    if (run && sofar) this.publication.publish(this.publication.changesFor(sofar, run));
    this.queue.leaveOnly(message);
  }

  private end(changes: Partial<RunSnapshot>): void {
    this.queue.leaveAll();
    this.link.rest();
    this.publication.publish(changes);
  }

  /** The worker is of no use any more: a fresh one does the job, unless it has taken too many already. */
  private lost(why: string): void {
    const restarts = this.publication.snapshot.restarts + 1;
    this.losses += 1;
    if (!this.queue.latest) this.publication.publish({ restarts });
    else if (this.losses >= lossLimit) this.end({ status: 'failed', error: words.givenUp(why), restarts });
    else this.again({ notice: words.restarted(why), restarts });
  }

  /** Begins the latest run anew, if there is one; those before it are given up. */
  private again(changes: Partial<RunSnapshot>): void {
    const { latest } = this.queue;
    if (!latest) return;
    this.queue.leaveAll();
    this.begin(new Assembly(latest.run, latest.asked, latest.askedAt), changes);
  }
}
