// Whatever the order in which messages arrive, runs are asked for and workers die: every picture is a picture of one run.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Job } from '../../src/engine/job.ts';
import { createClient, type Client } from '../../src/worker/client.ts';
import type { CreateWorker } from '../../src/worker/handle.ts';
import type { FromWorker, ToWorker } from '../../src/worker/protocol.ts';
import { serve, type Port } from '../../src/worker/server.ts';
import type { RunSnapshot } from '../../src/worker/snapshot.ts';
import { steppingClock } from './channel.ts';
import { flaws, jobOf, longJob } from './support.ts';

/** Short, long, of other shapes, and one that cannot be computed. */
const jobs: readonly Job[] = [
  jobOf({ seed: 1 }),
  jobOf({ seed: 2, T: 9, model: { hiddenSize: 3, loss: 'mse', outputSize: 2 } }),
  longJob(300, 1),
  longJob(300, 2),
  jobOf({ seed: 1, recipe: { changes: [{ kind: 'set', symbol: 'W_hh', unit: 1, column: 1, value: 2 }] } }),
  jobOf({ T: 0 }),
];

type Move =
  | { readonly kind: 'run'; readonly job: number }
  | { readonly kind: 'cancel' | 'crash' }
  | { readonly kind: 'toWorker' | 'toPage' | 'work' | 'draw'; readonly times: number };

/** Messages travel only when they are told to; what a worker has sent before its death arrives late, but it arrives. */
class Journey {
  readonly published: RunSnapshot[] = [];
  readonly client: Client;
  /** Messages of the worker in their order, over all runs. */
  readonly sent: FromWorker[] = [];
  private toWorker: ToWorker[] = [];
  private toPage: (() => void)[] = [];
  private pauses: (() => void)[] = [];
  private pictures: (() => void)[] = [];
  private port: Port | null = null;

  constructor() {
    this.client = createClient({
      createWorker: this.create,
      onUpdate: (snapshot) => void this.published.push(snapshot),
      schedule: (callback) => void this.pictures.push(callback),
      showAfter: 0,
      every: () => () => {},
      now: () => 0,
    });
  }

  private readonly create: CreateWorker = (listener) => {
    this.toWorker = [];
    this.pauses = [];
    const port: Port = {
      onmessage: null,
      postMessage: (message, transfer) => {
        if (this.port !== port) return;
        const copy = structuredClone(message, { transfer });
        this.toPage.push(() => listener.message(copy));
        if (copy.kind !== 'frame') this.sent.push(copy);
        else this.sent.push({ ...copy, buffer: new ArrayBuffer(0) });
      },
    };
    this.port = port;
    const pause = (): Promise<void> => new Promise((resolve) => void this.pauses.push(resolve));
    serve(port, { pause, now: steppingClock(3) });
    return {
      postMessage: (message, transfer = []) => void this.toWorker.push(structuredClone(message, { transfer })),
      terminate: () => {},
    };
  };

  async move(move: Move): Promise<void> {
    switch (move.kind) {
      case 'run':
        this.client.run(jobs[move.job]!);
        break;
      case 'cancel':
        this.client.cancel();
        break;
      case 'crash':
        this.client.crash('error');
        break;
      case 'toWorker': {
        const data = this.toWorker.shift();
        if (data) this.port?.onmessage?.({ data } as MessageEvent<ToWorker>);
        break;
      }
      case 'toPage':
        this.toPage.shift()?.();
        break;
      case 'work':
        this.pauses.shift()?.();
        break;
      case 'draw':
        this.pictures.shift()?.();
        break;
    }
    // What the worker does between two waits is done by now.
    for (let k = 0; k < 8; k++) await Promise.resolve();
  }

  /** Lets everything arrive that is on its way. */
  async settle(): Promise<void> {
    while (this.toWorker.length + this.toPage.length + this.pauses.length > 0) {
      for (const kind of ['toWorker', 'work', 'toPage', 'draw'] as const) await this.move({ kind, times: 1 });
    }
  }
}

/** Where a message of a run comes after its end, in words. */
function afterTheEnd(sent: readonly FromWorker[]): string[] {
  const ended = new Set<number>();
  const wrong: string[] = [];
  for (const message of sent) {
    if (message.kind === 'ready') ended.clear(); // a fresh worker begins the run anew
    if (!('run' in message)) continue;
    if (ended.has(message.run)) wrong.push(`"${message.kind}" of run ${message.run} comes after its end`);
    if (message.kind === 'cancelled' || message.kind === 'failed' || message.kind === 'done') ended.add(message.run);
  }
  return wrong;
}

/** Asking and dying are rare; in between, messages travel and work goes on by fits and starts. */
const moves = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('run' as const), job: fc.nat(jobs.length - 1) }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'cancel' as const }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'crash' as const }) },
    {
      weight: 40,
      arbitrary: fc.record({
        kind: fc.constantFrom('toWorker' as const, 'toPage', 'work', 'draw'),
        times: fc.integer({ min: 1, max: 6 }),
      }),
    },
  ),
  { minLength: 50, maxLength: 300, size: 'max' },
);

describe('any interleaving of runs, messages, pictures, cancels and crashes', () => {
  it('publishes only pictures of one run, and ends with the numbers of the last one', async () => {
    let partial = 0;
    let complete = 0;
    await fc.assert(
      fc.asyncProperty(moves, fc.nat(jobs.length - 1), async (journeyMoves, lastJob) => {
        const journey = new Journey();
        let seen = 0; // snapshots looked at, each before the next move
        for (const move of journeyMoves) {
          for (let k = 0; k < ('times' in move ? move.times : 1); k++) {
            await journey.move(move);
            for (; seen < journey.published.length; seen++) {
              const snapshot = journey.published[seen]!;
              expect(flaws(snapshot)).toEqual([]);
              if (snapshot.loss !== null) complete += 1;
              else if (snapshot.trace) partial += 1;
            }
          }
        }
        const run = journey.client.run(jobs[lastJob]!);
        await journey.settle();
        const last = journey.published.at(-1)!;
        expect(flaws(last)).toEqual([]);
        const isComputable = jobs[lastJob]!.example.targets.length > 0;
        expect(last).toMatchObject(isComputable ? { status: 'done', run, error: null } : { status: 'failed' });
        expect(afterTheEnd(journey.sent)).toEqual([]);
        journey.client.dispose();
      }),
      { seed: 1, numRuns: 100 },
    );
    // The property is not empty: pictures of both kinds were looked at.
    expect(partial).toBeGreaterThan(100);
    expect(complete).toBeGreaterThan(100);
  });
});
