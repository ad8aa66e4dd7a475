// The workshop worker's end: drives the calls it was given, each for some milliseconds in turn, and stands still when told to.
import { nextTurn } from '../turn.ts';
import { wordsOf } from '../words.ts';
import type { Begin, FromWorkshop, ToWorkshop } from './protocol.ts';
import type { ProcedureTable } from './table.ts';
import { Undertaking, type Steps } from './undertaking.ts';

/** What a worker's global scope and a port of a MessageChannel have in common. */
interface WorkshopPort {
  postMessage(message: FromWorkshop): void;
  onmessage: ((event: MessageEvent<ToWorkshop>) => void) | null;
}

export interface WorkshopServerOptions {
  /** Milliseconds of work between two pauses. */
  readonly chunk?: number;
  /** Milliseconds, from any beginning. */
  readonly now?: () => number;
  /** Resolves when messages that were waiting have been heard. */
  readonly pause?: () => Promise<void>;
}

interface WorkshopServer {
  /** Forgets its calls and hears no more. */
  close(): void;
}

/** Begins to hear a port. */
export function serveWorkshop(port: WorkshopPort, table: ProcedureTable, options: WorkshopServerOptions = {}): WorkshopServer {
  const server = new CallServer(port, table, options);
  port.onmessage = ({ data }) => server.hear(data);
  port.postMessage({ kind: 'ready' });
  return server;
}

class CallServer implements WorkshopServer {
  private readonly port: WorkshopPort;
  private readonly table: ProcedureTable;
  private readonly chunk: number;
  private readonly now: () => number;
  private readonly pause: () => Promise<void>;
  /** In the order of their turns. */
  private calls: Undertaking[] = [];
  private isWorking = false;

  constructor(port: WorkshopPort, table: ProcedureTable, { chunk = 8, now = () => performance.now(), pause = nextTurn }: WorkshopServerOptions) {
    this.port = port;
    this.table = table;
    this.chunk = chunk;
    this.now = now;
    this.pause = pause;
  }

  hear(message: ToWorkshop): void {
    if (message.kind === 'ping') {
      this.port.postMessage({ kind: 'pong', beat: message.beat });
      return;
    }
    if (message.kind === 'begin') this.begin(message);
    else this.tellOne(message);
    if (!this.isWorking) void this.work();
  }

  close(): void {
    this.calls = [];
    this.port.onmessage = null;
  }

  private begin(message: Begin): void {
    try {
      const tell = (said: FromWorkshop): void => this.port.postMessage(said);
      this.calls.push(new Undertaking(message.call, this.stepsOf(message), message.isHeld, tell, this.now));
    } catch (error) {
      this.port.postMessage({ kind: 'failed', call: message.call, words: wordsOf(error) });
    }
  }

  private stepsOf({ procedure, input }: Begin): Steps {
    // Of each procedure the message has that one's own input, which the compiler cannot see through a lookup.
    return (this.table[procedure] as (given: typeof input) => Steps)(input);
  }

  private tellOne(message: Exclude<ToWorkshop, Begin | { kind: 'ping' }>): void {
    const call = this.calls.find((each) => each.call === message.call);
    switch (message.kind) {
      case 'advance':
        call?.advance(message.stride, message.count);
        break;
      case 'release':
        call?.release();
        break;
      case 'hold':
        call?.hold();
        break;
      case 'taken':
        call?.taken();
        break;
      case 'cancel':
        this.calls = this.calls.filter((each) => each !== call);
        break;
    }
  }

  private async work(): Promise<void> {
    this.isWorking = true;
    for (let call = this.next(); call; call = this.next()) {
      const until = this.now() + this.chunk;
      let isOver = call.step();
      while (!isOver && call.mayGoOn && this.now() < until) isOver = call.step();
      this.calls = isOver ? this.calls.filter((each) => each !== call) : this.calls;
      await this.pause();
    }
    this.isWorking = false;
  }

  /** Whose turn it is: of those that may go on, who had theirs longest ago. It then stands last. */
  private next(): Undertaking | undefined {
    const next = this.calls.find(({ mayGoOn }) => mayGoOn);
    if (next) this.calls = [...this.calls.filter((each) => each !== next), next];
    return next;
  }
}
