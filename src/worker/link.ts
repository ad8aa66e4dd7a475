// The life of a worker: opened when something is sent, watched while it works, gone once it fails. Where there is none, the page stands
// in for it.
import type { CreateWorker, WorkerHandle } from './handle.ts';
import { Heartbeat } from './heartbeat.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

/** What a worker says of its runs. */
export type RunMessage = Exclude<FromWorker, { kind: 'ready' | 'pong' }>;

/** What each worker is asked, and says, of its own life, whatever else it speaks of. */
type Ping = Extract<ToWorker, { kind: 'ping' }>;
type SignOfLife = Extract<FromWorker, { kind: 'ready' | 'pong' }>;

export interface LinkSettings<To, From> {
  readonly createWorker: CreateWorker<To | Ping, From | SignOfLife>;
  /** Takes the place of a worker where there is none. */
  readonly standIn: CreateWorker<To | Ping, From | SignOfLife>;
  readonly every: (callback: () => void) => () => void;
  readonly patience: number;
  readonly isHidden: () => boolean;
}

interface LinkListener<From> {
  readonly hear: (message: From) => void;
  /** The worker is gone; a fresh one comes with what is sent next. */
  readonly lost: (why: string) => void;
  /** There is no worker and will be none: the page takes over with what is sent next. */
  readonly absent: () => void;
}

/** How much longer than for a pong one waits for a worker's file to load, in heartbeats. */
const loadingPatience = 8;

const words = {
  onPage:
    'This browser starts no background worker here, so the numbers are computed in the page itself. Long sequences may make it stutter.',
  silent: 'it stopped answering',
};

/** `From` leaves out the signs of life, which the link hears itself. */
export class Link<To = ToWorker, From extends { readonly kind: string } = RunMessage> {
  /** What the reader should know as long as this link stays: that there is no worker. */
  notice: string | null = null;
  private readonly listener: LinkListener<From>;
  private readonly heartbeat: Heartbeat;
  private readonly standIn: CreateWorker<To | Ping, From | SignOfLife>;
  private createWorker: CreateWorker<To | Ping, From | SignOfLife>;
  private worker: WorkerHandle<To | Ping> | null = null;
  private isReady = false;

  constructor({ createWorker, standIn, every, patience, isHidden }: LinkSettings<To, From>, listener: LinkListener<From>) {
    this.createWorker = createWorker;
    this.standIn = standIn;
    this.listener = listener;
    this.heartbeat = new Heartbeat({
      every,
      patience: () => patience * (this.isReady ? 1 : loadingPatience),
      isHidden,
      ping: (beat) => this.tell({ kind: 'ping', beat }),
      lost: () => this.lose(words.silent),
    });
  }

  /** Sends something and watches the worker from now on; a new one if there is none. Throws what cannot be sent. */
  send(message: To): void {
    this.heartbeat.start();
    this.worker ??= this.open();
    this.worker.postMessage(message);
  }

  /** Sends something to the worker if there is one. */
  tell(message: To | Ping, transfer: Transferable[] = []): void {
    this.worker?.postMessage(message, transfer);
  }

  /** Nothing is under way: the worker need not answer. */
  rest(): void {
    this.heartbeat.stop();
  }

  /** Ends the worker as one that is of no use any more, and says so. */
  lose(why: string): void {
    this.close();
    this.listener.lost(why);
  }

  /** For tests: the worker dies, and nobody is told. */
  silence(): void {
    this.worker?.terminate();
  }

  /** Ends the worker. */
  close(): void {
    this.heartbeat.stop();
    this.worker?.terminate();
    this.worker = null;
  }

  private open(): WorkerHandle<To | Ping> {
    this.isReady = false;
    try {
      return this.listenTo(this.createWorker);
    } catch {
      this.stayOnPage();
      return this.listenTo(this.createWorker);
    }
  }

  private stayOnPage(): void {
    this.createWorker = this.standIn;
    this.notice = words.onPage;
  }

  /** Makes a worker that is heard as long as it is the one in use. */
  private listenTo(create: CreateWorker<To | Ping, From | SignOfLife>): WorkerHandle<To | Ping> {
    const worker: WorkerHandle<To | Ping> = create({
      message: (message) => {
        if (this.worker === worker) this.hear(message);
      },
      lost: (why) => {
        if (this.worker === worker) this.failedAsAWhole(why);
      },
    });
    return worker;
  }

  private hear(message: From | SignOfLife): void {
    if (isSignOfLife(message)) {
      if (message.kind === 'ready') this.isReady = true;
      this.heartbeat.answered();
    } else {
      this.listener.hear(message);
    }
  }

  /** An error of the whole worker. One that was never ready is as good as none: its file does not load here. */
  private failedAsAWhole(why: string): void {
    if (this.isReady || this.createWorker === this.standIn) {
      this.lose(why);
      return;
    }
    this.close();
    this.stayOnPage();
    this.listener.absent();
  }
}

const isSignOfLife = <From extends { readonly kind: string }>(message: From | SignOfLife): message is SignOfLife =>
  message.kind === 'ready' || message.kind === 'pong';
