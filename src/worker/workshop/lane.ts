// A lane: one worker and the calls it is at. A worker that is lost fails them in words; the next call has a fresh one.
import { Link, type LinkSettings } from '../link.ts';
import { wordsOf } from '../words.ts';
import type { Call, CallListener, ProcedureId, Procedures } from './procedures.ts';
import type { Begin, FromWorkshop, ToWorkshop } from './protocol.ts';

type Said = Exclude<FromWorkshop, { kind: 'ready' | 'pong' }>;

/** What is called, of whichever procedure. */
interface Asked<Id extends ProcedureId> {
  readonly procedure: Id;
  readonly input: Procedures[Id]['input'];
  readonly isHeld: boolean;
}

/** Whoever waits for a call; what it hears is of the call's own procedure. */
interface Waiting {
  readonly listener: CallListener<ProcedureId>;
  /** What its worker was told of it, until that worker is heard for the first time: another one may have to be told the same. */
  said: ToWorkshop[];
}

const lostWords = (why: string): string =>
  `The background worker was lost (${why}), and what it was computing with it. What was seen of it stays.`;

export class Lane {
  private readonly link: Link<ToWorkshop, Said>;
  private readonly calls = new Map<number, Waiting>();
  private lastCall = 0;
  private isHeard = false;

  constructor(settings: LinkSettings<ToWorkshop, Said>) {
    this.link = new Link<ToWorkshop, Said>(settings, {
      hear: (message) => this.hear(message),
      lost: (why) => this.lost(why),
      absent: () => this.sayAgain(),
    });
  }

  begin<Id extends ProcedureId>({ procedure, input, isHeld }: Asked<Id>, listener: CallListener<Id>): Call {
    const call = ++this.lastCall;
    // A listener hears only of its own call, and so of its own procedure.
    this.calls.set(call, { listener: listener as unknown as CallListener<ProcedureId>, said: [] });
    this.say({ kind: 'begin', call, procedure, input, isHeld } as Begin);
    return {
      advance: (stride, count) => this.say({ kind: 'advance', call, stride, count }),
      release: () => this.say({ kind: 'release', call }),
      hold: () => this.say({ kind: 'hold', call }),
      cancel: () => {
        this.say({ kind: 'cancel', call });
        this.end(call);
      },
    };
  }

  close(): void {
    this.calls.clear();
    this.link.close();
  }

  private say(message: Exclude<ToWorkshop, { kind: 'ping' }>): void {
    const waiting = this.calls.get(message.call);
    if (!waiting) return;
    if (!this.isHeard) waiting.said.push(message);
    try {
      this.link.send(message);
    } catch (error) {
      this.end(message.call);
      // Whoever calls has its answer first, and hears of the failure after it.
      queueMicrotask(() => waiting.listener.onFailed(wordsOf(error)));
    }
  }

  private hear(message: Said): void {
    this.isHeard = true;
    for (const waiting of this.calls.values()) waiting.said = [];
    const waiting = this.calls.get(message.call);
    if (!waiting) return;
    const { listener } = waiting;
    if (message.kind === 'progress') {
      listener.onProgress?.(message.progress as never);
      this.say({ kind: 'taken', call: message.call });
      return;
    }
    this.end(message.call);
    if (message.kind === 'done') listener.onDone(message.result as never);
    else listener.onFailed(message.words);
  }

  private end(call: number): void {
    this.calls.delete(call);
    if (this.calls.size === 0) this.link.rest();
  }

  private lost(why: string): void {
    const all = [...this.calls.values()];
    this.calls.clear();
    this.isHeard = false;
    for (const { listener } of all) listener.onFailed(lostWords(why));
  }

  /** There are no workers here: the page begins what the worker was to begin. */
  private sayAgain(): void {
    for (const { said } of this.calls.values()) for (const message of said) this.link.send(message);
  }
}
