// The worker's end of the trainings over a lag: advances one training at a time, in chunks of some milliseconds, and stands still when told to.
import type { LagJob, LagProgress } from '../../engine/laboratory/lag/job.ts';
import { nextTurn } from '../turn.ts';
import { wordsOf } from '../words.ts';
import type { FromLag, LagEnd, LagPoint, ToLag } from './lagProtocol.ts';

/** What a worker's global scope and a port of a MessageChannel have in common. */
interface LagPort {
  postMessage(message: FromLag): void;
  onmessage: ((event: MessageEvent<ToLag>) => void) | null;
}

/** Tells where a training stands after each update, from update 0, and null at pauses between; throws an `Error` in words. */
export type Train = (job: LagJob) => Generator<LagProgress | null, void>;

export interface LagServerOptions {
  /** Milliseconds of work between two pauses. */
  readonly chunk?: number;
  /** Milliseconds, from any beginning. */
  readonly now?: () => number;
  /** Resolves when messages that were waiting have been heard. */
  readonly pause?: () => Promise<void>;
}

interface LagServer {
  /** Forgets its trainings and hears no more. */
  close(): void;
}

/** Begins to hear a port. */
export function serveLag(port: LagPort, train: Train, options: LagServerOptions = {}): LagServer {
  const server = new TrainingServer(port, train, options);
  port.onmessage = ({ data }) => server.hear(data);
  port.postMessage({ kind: 'ready' });
  return server;
}

interface Advance {
  readonly training: number;
  readonly to: number;
}

class TrainingServer implements LagServer {
  private readonly port: LagPort;
  private readonly train: Train;
  private readonly chunk: number;
  private readonly now: () => number;
  private readonly pause: () => Promise<void>;
  private readonly trainings = new Map<number, Generator<LagProgress | null, void>>();
  private waiting: Advance[] = [];
  private isWorking = false;
  private isClosed = false;
  /** While it stands still: resolves when it may go on. */
  private still: Promise<void> | null = null;
  private wake: () => void = () => {};

  constructor(port: LagPort, train: Train, { chunk = 8, now = () => performance.now(), pause = nextTurn }: LagServerOptions) {
    this.port = port;
    this.train = train;
    this.chunk = chunk;
    this.now = now;
    this.pause = pause;
  }

  hear(message: ToLag): void {
    switch (message.kind) {
      case 'begin':
        this.trainings.set(message.training, this.train(message.job));
        break;
      case 'advance':
        this.waiting.push({ training: message.training, to: message.to });
        void this.work();
        break;
      case 'pause':
        this.still ??= new Promise((resolve) => {
          this.wake = resolve;
        });
        break;
      case 'resume':
        this.still = null;
        this.wake();
        break;
      case 'ping':
        this.port.postMessage({ kind: 'pong', beat: message.beat });
        break;
    }
  }

  close(): void {
    this.isClosed = true;
    this.waiting = [];
    this.trainings.clear();
    this.port.onmessage = null;
    this.still = null;
    this.wake();
  }

  private async work(): Promise<void> {
    if (this.isWorking) return;
    this.isWorking = true;
    for (let next = this.waiting.shift(); next; next = this.waiting.shift()) await this.advance(next);
    this.isWorking = false;
  }

  private async advance({ training, to }: Advance): Promise<void> {
    const points: LagPoint[] = [];
    const end = await this.drive(training, to, points);
    if (this.isClosed) return;
    if (end) this.trainings.delete(training);
    this.port.postMessage({ kind: 'reached', training, points, end });
  }

  /** Lets messages be heard, and stands still as long as it is told to. */
  private async rest(): Promise<void> {
    await this.pause();
    while (this.still) await this.still;
  }

  /** Drives a training on until `to` updates are done, null, or to its end. Between two pauses nothing else is done, so no number depends on them. */
  private async drive(training: number, to: number, points: LagPoint[]): Promise<LagEnd | null> {
    const steps = this.trainings.get(training);
    if (!steps) return { isSolved: false, problem: 'This training was never begun.' };
    let isSolved = false;
    let problem: string | null = null;
    try {
      let since = this.now();
      for (;;) {
        if (this.still || this.now() - since >= this.chunk) {
          await this.rest();
          since = this.now();
        }
        if (this.isClosed) return null;
        const step = steps.next();
        if (step.done === true) return { isSolved, problem };
        if (step.value === null) continue;
        const { update, result } = step.value;
        if (result) points.push({ update, ...result });
        isSolved ||= step.value.isSolved;
        problem ??= step.value.problem;
        // What has told its end has only to end: the page need not ask once more.
        if (update >= to && !isSolved && problem === null) return null;
      }
    } catch (error) {
      return { isSolved: false, problem: wordsOf(error) };
    }
  }
}
