// A page that speaks the protocol by hand, for tests of the server; and workers for tests of the client.
import { onTestFinished } from 'vitest';
import type { Job } from '../../src/engine/job.ts';
import type { CreateWorker, WorkerHandle, WorkerListener } from '../../src/worker/handle.ts';
import type { FromWorker, ToWorker } from '../../src/worker/protocol.ts';
import { serve, type Server, type ServerOptions } from '../../src/worker/server.ts';
import { until } from './support.ts';

export type Message<Kind extends FromWorker['kind']> = Extract<FromWorker, { kind: Kind }>;

/** A clock that moves by itself whenever it is read, so that every moment counts as a long one and is paused at. */
export function steppingClock(step = 10): () => number {
  let time = 0;
  return () => (time += step);
}

export class Page {
  readonly heard: FromWorker[] = [];
  readonly server: Server;
  /** Whether the buffers of frames are handed back at once. */
  givesCredit = true;
  private readonly port: MessagePort;

  constructor(options: ServerOptions = {}) {
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    port1.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      this.heard.push(data);
      if (data.kind === 'frame' && this.givesCredit) {
        // The test keeps a copy: the buffer itself goes back.
        this.heard[this.heard.length - 1] = { ...data, buffer: data.buffer.slice(0) };
        this.say({ kind: 'credit', buffer: data.buffer }, [data.buffer]);
      }
    };
    this.server = serve(port2, options);
    onTestFinished(() => {
      this.server.close();
      port1.close();
      port2.close();
    });
  }

  say(message: ToWorker, transfer: Transferable[] = []): void {
    this.port.postMessage(message, transfer);
  }

  run(run: number, job: Job): void {
    this.say({ kind: 'run', run, job });
  }

  all<Kind extends FromWorker['kind']>(kind: Kind): Message<Kind>[] {
    return this.heard.filter((message): message is Message<Kind> => message.kind === kind);
  }

  /** The first message of that kind, and of that run where one is given, once it has come. */
  async first<Kind extends FromWorker['kind']>(kind: Kind, run?: number): Promise<Message<Kind>> {
    const find = (): Message<Kind> | undefined =>
      this.all(kind).find((message) => run === undefined || ('run' in message && message.run === run));
    await until(() => find() !== undefined);
    return find()!;
  }

  async count(kind: FromWorker['kind'], least: number): Promise<void> {
    await until(() => this.all(kind).length >= least);
  }

  /** Waits until the server has heard everything said so far. */
  async echo(): Promise<void> {
    const beat = this.all('pong').length + 1;
    this.say({ kind: 'ping', beat });
    await this.count('pong', beat);
  }
}

/** Workers over a MessageChannel, as `createWorker` makes them, with a hand on each. */
export class Workshop {
  /** Every worker made so far. */
  readonly made: {
    handle: WorkerHandle;
    /** Reports in the worker's name. */
    listener: WorkerListener;
    heard: ToWorker[];
    isOver: boolean;
  }[] = [];
  private readonly options: ServerOptions;
  /** Whether the worker of this number, from 0, never answers. */
  private readonly isMute: (index: number) => boolean;

  constructor(options: ServerOptions = {}, isMute: (index: number) => boolean = () => false) {
    this.options = options;
    this.isMute = isMute;
  }

  readonly create: CreateWorker = (listener) => {
    const { port1, port2 } = new MessageChannel();
    const index = this.made.length;
    port1.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data.kind === 'ready' || !this.isMute(index)) listener.message(data);
    };
    const server = serve(port2, this.options);
    const heard: ToWorker[] = [];
    const handle: WorkerHandle = {
      postMessage: (message, transfer = []) => {
        heard.push(message);
        port1.postMessage(message, transfer);
      },
      terminate: () => {
        worker.isOver = true;
        server.close();
        port1.close();
        port2.close();
      },
    };
    const worker = { handle, listener, heard, isOver: false };
    this.made.push(worker);
    return handle;
  };
}
