// The worker's end: computes runs one after another, and sends their frames as long as the page hands their buffers back. While
// something is dragged, a newer run comes before the last one is done: that one may go on for a while, or nothing would ever be
// seen; of those that wait behind it, only the latest is begun.
import type { Job } from '../engine/job.ts';
import { compute, type Moment } from './compute.ts';
import { frameBytes, frameSize, pack } from './frame.ts';
import { bufferCount, type FromWorker, type ToWorker } from './protocol.ts';
import { RecipeMemory } from './recipes.ts';
import { nextTurn } from './turn.ts';
import { wordsOf } from './words.ts';

/** What a worker's global scope and a port of a MessageChannel have in common. */
export interface Port {
  postMessage(message: FromWorker, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
}

export interface ServerOptions {
  /** Milliseconds of work between two pauses. */
  readonly chunk?: number;
  /** Milliseconds, from any beginning. */
  readonly now?: () => number;
  /** Resolves when messages that were waiting have been heard. */
  readonly pause?: () => Promise<void>;
  /** Milliseconds that a run may take from its beginning although a newer one waits; after that it goes as far as its forward pass. */
  readonly grace?: number;
}

export interface Server {
  /** Ends the run under way with this error, in words. False where nothing runs, so that there is nobody to tell. */
  report(error: unknown): boolean;
  /** Calls off the run under way and hears no more. */
  close(): void;
}

/** Begins to hear a port. */
export function serve(port: Port, options: ServerOptions = {}): Server {
  const server = new EngineServer(port, options);
  port.onmessage = ({ data }) => server.hear(data);
  port.postMessage({ kind: 'ready' }, []);
  return server;
}

/** A run that was asked for; being `current` is what keeps it going. */
interface Run {
  readonly id: number;
  readonly job: Job;
  readonly heardAt: number;
  /** When it was begun; null while newer ones can still take its place. */
  beganAt: number | null;
  hasStarted: boolean;
  isForward: boolean;
}

class EngineServer implements Server {
  private readonly port: Port;
  private readonly now: () => number;
  private readonly pause: () => Promise<void>;
  private readonly chunk: number;
  private readonly grace: number;
  private readonly recipes = new RecipeMemory();
  /** The buffers at home: each is the right to send one frame. They outlive runs. */
  private readonly buffers = Array.from({ length: bufferCount }, () => new ArrayBuffer(frameBytes));
  private current: Run | null = null;
  /** The latest that waits for the current one. */
  private next: Run | null = null;
  /** Wakes the run that waits for a buffer. */
  private wake: () => void = () => {};

  constructor(port: Port, { chunk = 8, now = () => performance.now(), pause = nextTurn, grace = 1000 }: ServerOptions) {
    this.port = port;
    this.chunk = chunk;
    this.grace = grace;
    this.now = now;
    this.pause = pause;
  }

  hear(message: ToWorker): void {
    switch (message.kind) {
      case 'run':
        this.queue({ id: message.run, job: message.job, heardAt: this.now(), beganAt: null, hasStarted: false, isForward: false });
        break;
      case 'cancel':
        if (this.next && this.next.id <= message.run) this.next = this.called(this.next);
        if (this.current && this.current.id <= message.run) this.callOff();
        break;
      case 'credit':
        this.buffers.push(message.buffer);
        this.wake();
        break;
      case 'ping':
        this.port.postMessage({ kind: 'pong', beat: message.beat }, []);
        break;
    }
  }

  report(error: unknown): boolean {
    const run = this.current;
    if (!run) return false;
    this.port.postMessage({ kind: 'failed', run: run.id, words: wordsOf(error) }, []);
    this.goOn();
    return true;
  }

  close(): void {
    this.current = null;
    this.next = null;
    this.port.onmessage = null;
    this.wake();
  }

  /** Puts a run behind the current one, in place of another that waits there. */
  private queue(run: Run): void {
    if (this.next) this.called(this.next);
    this.next = run;
    if (!this.current) this.goOn();
    else if (this.current.beganAt === null) this.take();
    else if (!this.mayGoOn(this.current)) this.callOff();
  }

  /** Whether a run may go on: nothing waits behind it, or it is on its way to a whole picture. */
  private mayGoOn({ beganAt, hasStarted, isForward }: Run): boolean {
    if (!this.next || beganAt === null) return true;
    return this.now() - beganAt < this.grace || (hasStarted && !isForward);
  }

  /** Says that a run is called off. */
  private called({ id }: Run): null {
    this.port.postMessage({ kind: 'cancelled', run: id }, []);
    return null;
  }

  private callOff(): void {
    if (this.current) this.called(this.current);
    this.goOn();
  }

  /** Takes the one that waits for one that has not been begun. */
  private take(): void {
    if (this.current) this.called(this.current);
    this.current = this.next;
    this.next = null;
  }

  /** The current run is over: the one that waits is begun. */
  private goOn(): void {
    this.current = this.next;
    this.next = null;
    this.wake();
    if (this.current) void this.begin();
  }

  /** Begins the current run, or whichever has taken its place by then: while a slider is dragged, only the last one is begun. */
  private async begin(): Promise<void> {
    await this.pause();
    const run = this.current;
    if (run && run.beganAt === null) await this.execute(run, (run.beganAt = this.now()));
  }

  /** Drives a run to its end, or until it is no longer the current one; after every wait it looks whether it still is. */
  private async execute(run: Run, beganAt: number): Promise<void> {
    const isOn = (): boolean => {
      if (this.current === run && !this.mayGoOn(run)) this.callOff();
      return this.current === run;
    };
    try {
      let since = beganAt;
      for (const moment of compute(run.job, this.recipes)) {
        if (this.now() - since >= this.chunk) {
          await this.pause();
          since = this.now();
        }
        if (isOn() && moment.kind === 'frame' && this.buffers.length === 0) {
          await this.credit(isOn);
          since = this.now();
        }
        if (!isOn()) return;
        this.tell(run, moment);
      }
      this.goOn();
    } catch (error) {
      if (this.current === run) this.report(error);
    }
  }

  /** Resolves when there is a buffer, or when nobody needs one any more. */
  private async credit(isOn: () => boolean): Promise<void> {
    while (isOn() && this.buffers.length === 0) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }

  private tell(run: Run, moment: Moment): void {
    switch (moment.kind) {
      case 'pause':
        break;
      case 'started':
        run.hasStarted = true;
        this.port.postMessage({ ...moment, run: run.id }, [moment.parameters.buffer]);
        break;
      case 'frame': {
        const { trace, phase, from, to } = moment;
        const buffer = this.takeBuffer(frameSize(trace, phase, from, to));
        pack(trace, phase, from, to, buffer);
        this.port.postMessage({ kind: 'frame', run: run.id, phase, from, to, buffer }, [buffer]);
        run.isForward = phase === 'forward' && to === trace.steps.length || run.isForward;
        break;
      }
      case 'done':
        this.port.postMessage(
          { ...moment, run: run.id, milliseconds: this.now() - run.heardAt },
          [moment.parameterGradients.buffer],
        );
        break;
    }
  }

  /** A buffer of the pool. Where one step is larger than a buffer, a larger one takes its place. */
  private takeBuffer(bytes: number): ArrayBuffer {
    const buffer = this.buffers.pop();
    if (!buffer) throw new Error('A frame was to be sent without a buffer.');
    return buffer.byteLength < bytes ? new ArrayBuffer(bytes) : buffer;
  }
}
