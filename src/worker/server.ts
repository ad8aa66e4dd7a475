// The worker's end: computes the latest run, and sends its frames as long as the page hands their buffers back.
import type { Job } from '../engine/job.ts';
import { compute, type Moment } from './compute.ts';
import { frameBytes, frameSize, pack } from './frame.ts';
import { bufferCount, type FromWorker, type ToWorker } from './protocol.ts';
import { RecipeMemory } from './recipes.ts';
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
}

export interface Server {
  /** Ends the run under way with this error, in words. False where nothing runs, so that there is nobody to tell. */
  report(error: unknown): boolean;
  /** Calls off the run under way and hears no more. */
  close(): void;
}

/** Lets everything that waits in the event loop go first. A timer would do, but browsers stretch it to 4 ms. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Begins to hear a port. */
export function serve(port: Port, options: ServerOptions = {}): Server {
  const server = new EngineServer(port, options);
  port.onmessage = ({ data }) => server.hear(data);
  port.postMessage({ kind: 'ready' }, []);
  return server;
}

/** A run under way; being `current` is what keeps it going. */
interface Run {
  readonly id: number;
  readonly beganAt: number;
}

class EngineServer implements Server {
  private readonly port: Port;
  private readonly now: () => number;
  private readonly pause: () => Promise<void>;
  private readonly chunk: number;
  private readonly recipes = new RecipeMemory();
  /** The buffers at home: each is the right to send one frame. They outlive runs. */
  private readonly buffers = Array.from({ length: bufferCount }, () => new ArrayBuffer(frameBytes));
  private current: Run | null = null;
  /** Wakes the run that waits for a buffer. */
  private wake: () => void = () => {};

  constructor(port: Port, { chunk = 8, now = () => performance.now(), pause = nextTurn }: ServerOptions) {
    this.port = port;
    this.chunk = chunk;
    this.now = now;
    this.pause = pause;
  }

  hear(message: ToWorker): void {
    switch (message.kind) {
      case 'run':
        this.callOff();
        void this.execute({ id: message.run, beganAt: this.now() }, message.job);
        break;
      case 'cancel':
        if (this.current?.id === message.run) this.callOff();
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
    this.current = null;
    this.port.postMessage({ kind: 'failed', run: run.id, words: wordsOf(error) }, []);
    this.wake();
    return true;
  }

  close(): void {
    this.current = null;
    this.port.onmessage = null;
    this.wake();
  }

  private callOff(): void {
    const run = this.current;
    if (!run) return;
    this.current = null;
    this.port.postMessage({ kind: 'cancelled', run: run.id }, []);
    this.wake();
  }

  /** Drives a run to its end, or until it is no longer the current one; after every wait it looks whether it still is. */
  private async execute(run: Run, job: Job): Promise<void> {
    this.current = run;
    const isOn = (): boolean => this.current === run;
    try {
      // A newer run may be waiting already: while a slider is dragged, only the last one is begun.
      await this.pause();
      let since = this.now();
      if (!isOn()) return;
      for (const moment of compute(job, this.recipes)) {
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
      this.current = null;
    } catch (error) {
      if (isOn()) this.report(error);
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
        this.port.postMessage({ ...moment, run: run.id }, [moment.parameters.buffer]);
        break;
      case 'frame': {
        const { trace, phase, from, to } = moment;
        const buffer = this.takeBuffer(frameSize(trace, phase, from, to));
        pack(trace, phase, from, to, buffer);
        this.port.postMessage({ kind: 'frame', run: run.id, phase, from, to, buffer }, [buffer]);
        break;
      }
      case 'done':
        this.port.postMessage(
          { ...moment, run: run.id, milliseconds: this.now() - run.beganAt },
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
