// The workshop's calls, page and workers over MessageChannels: strides, holding, progress that waits for the page, workers that are lost.
import { describe, expect, it, onTestFinished } from 'vitest';
import type { TrainingJob, TrainingMoment } from '../../../src/engine/workshop/job.ts';
import { train } from '../../../src/engine/workshop/training.ts';
import { createWorkshopClient, type WorkshopOptions } from '../../../src/worker/workshop/client.ts';
import type { Call, CallOptions, WorkshopClient } from '../../../src/worker/workshop/procedures.ts';
import { procedures } from '../../../src/worker/workshop/table.ts';
import { courseOf, jobOf, model } from '../../engine/workshop/trainings.ts';
import { steppingClock } from '../channel.ts';
import { settle, until } from '../support.ts';
import { countingTable, WorkshopWorkers } from './support.ts';

function clientOf(options: WorkshopOptions): WorkshopClient {
  const client = createWorkshopClient({ every: () => () => {}, ...options });
  onTestFinished(() => client.close());
  return client;
}

/** A training with all that was heard of it. */
class Heard {
  readonly updates: number[] = [];
  readonly moments: TrainingMoment[] = [];
  end: string | null = null;
  readonly call: Call;

  constructor(client: WorkshopClient, job: Partial<TrainingJob> = {}, options: CallOptions = {}) {
    this.call = client.call(
      'train',
      jobOf(job),
      {
        onProgress: (moment) => {
          this.moments.push(moment);
          this.updates.push(moment.update);
        },
        onDone: ({ problem }) => void (this.end = problem ?? 'done'),
        onFailed: (words) => void (this.end = words),
      },
      options,
    );
  }
}

describe('a call', () => {
  it('goes on to its end, and tells where it stood then', async () => {
    const heard = new Heard(clientOf({ createWorker: new WorkshopWorkers().create }), { epochs: 4 });
    await until(() => heard.end !== null);
    expect(heard.end).toBe('done');
    expect(heard.updates.at(-1)).toBe(24);
  });

  it('that is held at first does nothing until it is asked to', async () => {
    const heard = new Heard(clientOf({ createWorker: new WorkshopWorkers().create }), { epochs: 4 }, { isHeld: true });
    await settle();
    expect(heard.moments).toEqual([]);
    heard.call.advance('row', 2);
    await settle();
    expect(heard.updates.at(-1)).toBe(2);
    expect(heard.end).toBeNull();
  });

  it('advances by rows, batches and epochs, each of which the larger ones are too', async () => {
    const heard = new Heard(clientOf({ createWorker: new WorkshopWorkers().create }), { epochs: 9 }, { isHeld: true });
    const after = async (stride: 'row' | 'batch' | 'epoch', count: number): Promise<number | undefined> => {
      heard.call.advance(stride, count);
      await settle();
      return heard.updates.at(-1);
    };
    expect(await after('row', 1)).toBe(1);
    expect(await after('batch', 1)).toBe(3);
    expect(await after('row', 3)).toBe(6);
    expect(await after('batch', 3)).toBe(15);
    expect(await after('epoch', 1)).toBe(18);
    expect(await after('epoch', 2)).toBe(30);
    // Asked twice before it has come anywhere: both are made.
    heard.call.advance('row', 1);
    heard.call.advance('row', 1);
    await settle();
    expect(heard.updates.at(-1)).toBe(32);
  });

  it('held while it goes on stands still, says where, and goes on from there', async () => {
    const heard = new Heard(clientOf({ createWorker: new WorkshopWorkers(countingTable, { now: steppingClock() }).create }), { epochs: 1000 });
    await until(() => heard.moments.length > 1);
    heard.call.hold();
    await settle();
    const stood = heard.updates.at(-1)!;
    await settle();
    expect(heard.updates.at(-1)).toBe(stood);
    heard.call.advance('row', 1);
    await settle();
    expect(heard.updates.at(-1)).toBe(stood + 1);
    heard.call.release();
    await until(() => heard.end !== null);
    expect(heard.updates.at(-1)).toBe(6000);
  });

  it('tells no more than fifteen times a second while it goes on by itself, and only what the page can take', async () => {
    // A clock of which each look is a millisecond: thousands of beats are then some seconds.
    const heard = new Heard(clientOf({ createWorker: new WorkshopWorkers(countingTable, { now: steppingClock(1) }).create }), { epochs: 500 });
    await until(() => heard.end !== null);
    expect(heard.moments.length).toBeGreaterThan(5);
    expect(heard.moments.length).toBeLessThan(3000 / 15);
    expect(heard.updates).toEqual(heard.updates.toSorted((a, b) => a - b));
  });

  it('that is cancelled says no more, and its worker goes on with others', async () => {
    const client = clientOf({ createWorker: new WorkshopWorkers(countingTable, { now: steppingClock() }).create });
    const [first, second] = [new Heard(client, { epochs: 100_000 }), new Heard(client, { epochs: 3 })];
    await until(() => first.moments.length > 0);
    first.call.cancel();
    const count = first.moments.length;
    await until(() => second.end !== null);
    await settle();
    expect(first.moments.length).toBe(count);
    expect(first.end).toBeNull();
    first.call.advance('row', 1); // of no use any more, and no harm
  });

  it('that throws says it in words, and the others go on', async () => {
    const client = clientOf({ createWorker: new WorkshopWorkers().create });
    const [bad, good] = [new Heard(client, { learningRate: 13 }), new Heard(client, { epochs: 2 })];
    await until(() => bad.end !== null && good.end !== null);
    expect(bad.end).toBe('Thirteen is too much.');
    expect(good.end).toBe('done');
  });

  it('of other kinds comes to its result too', async () => {
    const client = clientOf({ createWorker: new WorkshopWorkers().create });
    const loss = await new Promise<number>((resolve, reject) => {
      client.call('evaluate', { model, parameters: new Float64Array(7), examples: [] }, { onDone: (result) => resolve(result.loss), onFailed: (words) => reject(new Error(words)) });
    });
    expect(loss).toBe(7);
  });

  it('whose input cannot cross to a worker fails in words, after it was given back', async () => {
    const client = clientOf({ createWorker: new WorkshopWorkers().create });
    const heard = new Heard(client, { initialStates: { h: (() => []) as unknown as number[] } });
    expect(heard.end).toBeNull();
    await settle();
    expect(heard.end).toContain('could not be cloned');
  });
});

describe('lanes', () => {
  it('have a worker each; calls of one lane share theirs and take turns', async () => {
    const workers = new WorkshopWorkers(countingTable, { now: steppingClock() });
    const client = clientOf({ createWorker: workers.create });
    const long = new Heard(client, { epochs: 1_000_000 });
    const short = new Heard(client, { epochs: 2 });
    const other = new Heard(client, { epochs: 2 }, { lane: 'training' });
    await until(() => short.end !== null && other.end !== null);
    expect(workers.made).toHaveLength(2);
    expect(long.end).toBeNull();
    long.call.cancel();
  });

  it('that lose their worker fail their calls in words; the next call has a fresh worker, and other lanes notice nothing', async () => {
    const workers = new WorkshopWorkers(countingTable, { now: steppingClock() });
    const client = clientOf({ createWorker: workers.create });
    const [lost, kept] = [new Heard(client, { epochs: 1_000_000 }), new Heard(client, { epochs: 50 }, { lane: 'training' })];
    await until(() => lost.moments.length > 0 && kept.moments.length > 0);
    workers.made[0]!.lose('out of memory');
    expect(lost.end).toMatch(/^The background worker was lost \(out of memory\)/);
    expect(workers.made[0]!.isOver).toBe(true);
    await until(() => kept.end === 'done');
    const again = new Heard(client, { epochs: 2 });
    await until(() => again.end !== null);
    expect(again.end).toBe('done');
    expect(workers.made).toHaveLength(3);
  });

  it('whose worker falls silent are given up after some heartbeats', async () => {
    const beats: (() => void)[] = [];
    const silent = { postMessage: () => {}, terminate: () => {} };
    const client = clientOf({
      createWorker: (listener) => {
        listener.message({ kind: 'ready' });
        return silent;
      },
      every: (callback) => {
        beats.push(callback);
        return () => void beats.splice(beats.indexOf(callback), 1);
      },
      patience: 3,
    });
    const heard = new Heard(client);
    for (let k = 0; k < 40 && heard.end === null; k++) for (const beat of beats) beat();
    expect(heard.end).toContain('it stopped answering');
    expect(beats).toEqual([]);
  });

  it('work in the page where there are no workers, be it that none can be made or that its file does not load', async () => {
    const onPage = new WorkshopWorkers();
    const none = clientOf({
      createWorker: () => {
        throw new Error('no workers here');
      },
      standIn: onPage.create,
    });
    const first = new Heard(none, { epochs: 2 });
    await until(() => first.end !== null);
    let fail: () => void = () => {};
    const broken = clientOf({
      createWorker: (listener) => {
        fail = () => listener.lost('its file could not be loaded');
        return { postMessage: () => {}, terminate: () => {} };
      },
      standIn: onPage.create,
    });
    const second = new Heard(broken, { epochs: 9 }, { isHeld: true });
    second.call.advance('batch', 2);
    fail();
    await settle();
    expect([first.end, second.updates.at(-1), second.end]).toEqual(['done', 6, null]);
  });
});

describe('the engine’s training in a worker', () => {
  it('can go only as far as its beginning, and says what it is before any update', async () => {
    const heard = new Heard(clientOf({ createWorker: new WorkshopWorkers(procedures).create }), { epochs: 6 }, { isHeld: true });
    heard.call.advance('row', 0);
    await until(() => heard.moments.length > 0);
    heard.call.advance('row', 0); // it has begun: nothing
    await settle();
    expect(heard.moments).toHaveLength(1);
    expect(heard.moments[0]).toMatchObject({ epoch: 0, update: 0, rowsDone: 0 });
    expect(heard.moments[0]!.epochs).toHaveLength(1);
    heard.call.advance('row', 1);
    await until(() => heard.moments.length > 1);
    expect(heard.moments[1]).toMatchObject({ update: 0, rowsDone: 1 });
  });

  it('has the same numbers as without one, however it is driven', async () => {
    const job = jobOf({ epochs: 6 });
    const { records, last } = courseOf(job);
    const heard = new Heard(clientOf({ createWorker: new WorkshopWorkers(procedures, { now: steppingClock(), chunk: 25 }).create }), { epochs: 6 }, { isHeld: true });
    for (const stride of ['row', 'batch', 'row', 'epoch'] as const) {
      heard.call.advance(stride, 1);
      await settle(60);
    }
    heard.call.release();
    await until(() => heard.end !== null);
    const told = heard.moments.flatMap(({ epochs }) => epochs.map(({ record }) => record));
    expect(told).toEqual(records);
    expect(heard.moments.at(-1)!.parameters).toEqual(last!.parameters);
    expect(train(job).next().done).toBe(false);
  });
});
