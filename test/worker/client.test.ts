// The page's end, with the real server at the other end of a MessageChannel.
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Job } from '../../src/engine/job.ts';
import { createClient, type Client } from '../../src/worker/client.ts';
import type { ClientOptions } from '../../src/worker/options.ts';
import type { RunSnapshot } from '../../src/worker/snapshot.ts';
import { steppingClock, Workshop } from './channel.ts';
import { difference, direct, flaws, jobOf, longJob, settle, until } from './support.ts';

/** A client with everything it published, and its heartbeat and its pictures in the test's hands. */
class Bench {
  readonly workshop: Workshop;
  readonly client: Client;
  readonly published: RunSnapshot[] = [];
  isHidden = false;
  /** What was not true in anything published; a test with any of it fails. */
  private readonly flaws: string[] = [];
  private beats: (() => void)[] = [];
  private pictures: (() => void)[] = [];

  constructor(workshop = new Workshop(), options: Partial<ClientOptions> = {}) {
    this.workshop = workshop;
    this.client = createClient({
      createWorker: workshop.create,
      onUpdate: (snapshot) => {
        this.published.push(snapshot);
        this.flaws.push(...flaws(snapshot));
      },
      every: (callback) => {
        this.beats.push(callback);
        return () => void (this.beats = this.beats.filter((each) => each !== callback));
      },
      schedule: (callback) => void this.pictures.push(callback),
      isHidden: () => this.isHidden,
      now: () => 0,
      ...options,
    });
    onTestFinished(() => {
      this.client.dispose();
      if (this.flaws.length > 0) throw new Error(`What was published is not one run: ${this.flaws.slice(0, 5).join('; ')}.`);
    });
  }

  get last(): RunSnapshot {
    return this.published.at(-1)!;
  }

  get isBeating(): boolean {
    return this.beats.length > 0;
  }

  beat(times = 1): void {
    for (let k = 0; k < times; k++) for (const each of this.beats) each();
  }

  draw(): void {
    for (const each of this.pictures.splice(0)) each();
  }

  /** Waits until the run is neither under way nor superseded. */
  async ended(run: number): Promise<RunSnapshot> {
    await until(() => this.last.status === 'failed' || (this.last.status === 'done' && this.last.run === run));
    return this.last;
  }

  async compute(job: Job): Promise<RunSnapshot> {
    return this.ended(this.client.run(job));
  }

  /** The kinds of messages that the worker of this number was sent. */
  said(worker: number): string[] {
    return this.workshop.made[worker]!.heard.map((message) => message.kind);
  }
}

describe('a run', () => {
  it('is published once when it is fast, whole, as the engine has it', async () => {
    const bench = new Bench();
    const job = jobOf();
    const done = await bench.compute(job);
    expect(bench.published.map(({ status, run, version }) => ({ status, run, version }))).toEqual([
      { status: 'running', run: 0, version: 0 },
      { status: 'done', run: 1, version: 1 },
    ]);
    expect(done.job).toBe(job);
    expect(done).toMatchObject({ error: null, notice: null, restarts: 0, forwardTo: 6, backwardFrom: 0 });
    expect(done.milliseconds).toBeGreaterThanOrEqual(0);
  });

  it('leaves the former numbers in place while it is on its way', async () => {
    const bench = new Bench();
    const first = await bench.compute(jobOf({ seed: 1 }));
    bench.client.run(jobOf({ seed: 2 }));
    expect(bench.last).toEqual({ ...first, status: 'running' });
    expect(bench.last.trace).toBe(first.trace);
  });

  it('hands every buffer back, those of older runs too', async () => {
    const bench = new Bench();
    const workshop = bench.workshop;
    bench.client.run(longJob());
    await until(() => bench.said(0).includes('credit'));
    const done = await bench.compute(longJob(400));
    expect(done.run).toBe(2);
    await settle();
    // Three buffers are home again, so a page that gives no credit any more gets three frames.
    const { handle } = workshop.made[0]!;
    const post = handle.postMessage.bind(handle);
    handle.postMessage = (message, transfer) => void (message.kind !== 'credit' && post(message, transfer));
    const before = bench.published.length;
    bench.client.run(jobOf());
    await bench.ended(3);
    expect(bench.published.length).toBe(before + 2);
  });

  it('is replaced by a newer one, whose numbers alone are published', async () => {
    const bench = new Bench();
    for (let seed = 1; seed <= 20; seed++) bench.client.run(jobOf({ seed }));
    const done = await bench.ended(20);
    expect(done.job!.recipe.initialisation.seed).toBe(20);
    expect(bench.published.filter((snapshot) => snapshot.version > 0)).toHaveLength(1);
  });

  it('can be called off: what was shown stays, and nothing more comes', async () => {
    const bench = new Bench();
    const first = await bench.compute(jobOf());
    bench.client.run(longJob());
    await until(() => bench.said(0).includes('credit'));
    bench.client.cancel();
    expect(bench.last).toEqual({ ...first, status: 'idle' });
    const count = bench.published.length;
    await settle();
    bench.client.cancel();
    expect(bench.published).toHaveLength(count);
    expect((await bench.compute(jobOf({ seed: 2 }))).run).toBe(3);
  });

  it('that fails says so in words, and what was shown stays', async () => {
    const bench = new Bench();
    const first = await bench.compute(jobOf());
    const failed = await bench.compute(jobOf({ T: 0 }));
    expect(failed).toEqual({
      ...first,
      status: 'failed',
      error: 'There is nothing to read: the sequence has 0 steps, and at least 1 is needed.',
    });
    expect(await bench.compute(jobOf({ seed: 2 }))).toMatchObject({ status: 'done', error: null });
  });

  it('fails in words too where its job cannot even be sent', async () => {
    const bench = new Bench();
    const failed = await bench.compute({ ...jobOf(), extra: () => 0 } as Job);
    expect(failed.status).toBe('failed');
    expect(failed.error).toMatch(/could not be cloned/);
    expect((await bench.compute(jobOf())).status).toBe('done');
  });

  it('can be asked for from within an update', async () => {
    const bench = new Bench();
    let again: number | null = null;
    const client = createClient({
      createWorker: bench.workshop.create,
      onUpdate: (snapshot) => {
        bench.published.push(snapshot);
        if (snapshot.status === 'done') again ??= client.run(jobOf({ seed: 2 }));
      },
    });
    onTestFinished(() => client.dispose());
    client.run(jobOf());
    await bench.ended(2);
    expect(bench.published.map(({ status }) => status)).toEqual(['running', 'done', 'running', 'done']);
  });
});

describe('a slow run', () => {
  it('is shown while it grows, at most once a picture', async () => {
    let time = 0;
    const bench = new Bench(new Workshop(), { now: () => time });
    bench.client.run(longJob());
    await until(() => bench.said(0).filter((kind) => kind === 'credit').length >= 3);
    expect(bench.published).toHaveLength(1);
    time = 80;
    await until(() => bench.published.length === 2);
    expect(bench.last).toMatchObject({ status: 'running', run: 1, loss: null, parameterGradients: null, version: 1 });
    expect(bench.last.forwardTo).toBeGreaterThan(0);
    const credits = bench.said(0).length;
    await until(() => bench.said(0).length > credits + 3);
    expect(bench.published).toHaveLength(2);
    bench.draw();
    expect(bench.published).toHaveLength(3);
    while (bench.last.status === 'running') {
      bench.draw();
      await settle(1);
    }
    const steps = bench.published.slice(1, -1);
    expect(steps.length).toBeGreaterThan(10);
    steps.slice(1).forEach((each, k) => {
      expect(each.version).toBe(steps[k]!.version + 1);
      expect(each.forwardTo).toBeGreaterThanOrEqual(steps[k]!.forwardTo);
      expect(each.backwardFrom).toBeLessThanOrEqual(steps[k]!.backwardFrom);
      expect(each.trace).toBe(bench.last.trace);
      // The gradients of the parameters come with the end, so not all gradients are there before.
      expect(each.backwardFrom).toBeGreaterThan(0);
    });
    expect(bench.last).toMatchObject({ status: 'done', forwardTo: 5_000, backwardFrom: 0 });
    const count = bench.published.length;
    bench.draw();
    expect(bench.published).toHaveLength(count);
  });

  it('that a newer one waits for is shown whole, or not at all from then on', async () => {
    let time = 0;
    const bench = new Bench(new Workshop({ grace: Infinity }), { now: () => time });
    const credits = (): number => bench.said(0).filter((kind) => kind === 'credit').length;
    bench.client.run(longJob());
    time = 80;
    await until(() => bench.published.length === 2);
    const some = credits();
    await until(() => credits() > some + 2);
    bench.client.run(longJob(5_000, 2));
    const count = bench.published.length;
    await until(() => bench.last.run === 1 && bench.last.loss !== null);
    bench.draw();
    expect(bench.published).toHaveLength(count + 1);
    expect((await bench.ended(2)).version).toBe(3);
  });

  it('does not take the place of a whole one of as many steps until it is whole, or too slow to wait for', async () => {
    let time = 0;
    const bench = new Bench(new Workshop(), { now: () => time });
    await bench.compute(longJob());
    bench.client.run(longJob(5_000, 2));
    time = 900;
    await until(() => bench.last.run === 2);
    expect(bench.last).toMatchObject({ status: 'done', backwardFrom: 0 });
    bench.client.run(longJob(5_000, 3));
    await until(() => bench.said(0).filter((kind) => kind === 'credit').length % 7 === 6);
    time += 1000;
    await until(() => bench.last.run === 3);
    expect(bench.last.loss).toBeNull();
    await bench.ended(3);
  });
});

describe('a drag over a long sequence', () => {
  const dragged = (k: number): Job => {
    const job = longJob(1_000);
    return { ...job, recipe: { ...job.recipe, changes: [{ kind: 'set', symbol: 'W_hh', unit: 1, column: 1, value: k / 100 }] } };
  };

  it('shows whole pictures on its way, each of one run, newer and newer, and ends with the last', async () => {
    let time = 0;
    const bench = new Bench(new Workshop({ grace: Infinity }), { now: () => time });
    await bench.compute(dragged(0));
    const before = bench.published.length;
    const credits = (): number => bench.said(0).filter((kind) => kind === 'credit').length;
    const framesOfARun = credits();
    let last = 0;
    // A new job comes as soon as a tenth of the one under way has arrived.
    for (let k = 1; k <= 60; k++) {
      const so = credits();
      last = bench.client.run(dragged(k));
      time += 16;
      bench.draw();
      await until(() => credits() >= so + framesOfARun / 10);
    }
    await bench.ended(last);
    const seen = bench.published.slice(before).filter(({ version }, k, all) => version !== (all[k - 1]?.version ?? 1));
    const runs = [...new Set(seen.map(({ run }) => run))];
    expect(runs.length).toBeGreaterThan(3);
    expect(runs).toEqual(runs.toSorted((a, b) => a - b));
    expect(seen.every(({ loss }) => loss !== null)).toBe(true);
    expect(bench.last.job!.recipe.changes).toEqual(dragged(60).recipe.changes);
  });

  it('takes memory for two runs, and no more: the arrays of one that is out of view are used again', async () => {
    const bench = new Bench();
    const arrays = new Set<ArrayBufferLike>();
    for (let k = 1; k <= 6; k++) {
      const done = await bench.compute(dragged(k));
      for (const array of done.trace!.values) if (array.length > 0) arrays.add(array.buffer);
      bench.draw();
      bench.draw();
    }
    const slots = bench.last.trace!.values.filter(({ length }) => length > 0).length;
    expect(arrays.size).toBe(2 * slots);
  });

  it('never writes over what may still be looked at', async () => {
    const bench = new Bench();
    const first = await bench.compute(dragged(1));
    const kept = first.trace!.values.map((values) => values.slice());
    const second = await bench.compute(dragged(2));
    bench.draw(); // one picture later whoever draws may still hold on to the first
    await bench.compute(dragged(3));
    kept.forEach((values, s) => expect(difference('a value', first.trace!.values[s]!, values)).toBeNull());
    expect(second.trace!.values.every((values) => values.length === 0 || !first.trace!.values.includes(values))).toBe(true);
  });

  it('leaves the network the same object, so that what is known of it stays known', async () => {
    const bench = new Bench();
    const first = await bench.compute(dragged(1));
    expect((await bench.compute(dragged(2))).network).toBe(first.network);
    expect((await bench.compute(jobOf())).network).not.toBe(first.network);
  });
});

describe('a free run', () => {
  const free: Job = { ...jobOf({ T: 20 }), feeding: 'free' };

  it('is published with what it has really read', async () => {
    const bench = new Bench();
    const done = await bench.compute(free);
    expect(done.job).toMatchObject({ recipe: free.recipe, feeding: 'free' });
    expect(done.job!.example).toBe(done.trace!.example);
    expect(done.trace!.example).toEqual(direct(free).trace.example);
    expect(done.notice).toBeNull();
  });

  it('that cannot go on is computed with the sentence, and says so', async () => {
    const bench = new Bench();
    const job: Job = { ...free, model: { ...free.model, cell: 'rnn_relu' }, recipe: { ...free.recipe, changes: [{ kind: 'scale', symbol: 'W_hh', factor: 1e300 }] } };
    const done = await bench.compute(job);
    expect(done).toMatchObject({ status: 'done', error: null });
    expect(done.notice).toContain('So the sentence is read instead');
    expect((await bench.compute(jobOf())).notice).toBeNull();
  });
});

describe('two clients on one page', () => {
  it('have each a worker, runs and numbers of their own', async () => {
    const [one, other] = [new Bench(), new Bench()];
    const [a, b] = await Promise.all([one.compute(jobOf({ seed: 1 })), other.compute(jobOf({ seed: 2, model: { cell: 'lstm' } }))]);
    expect([a.run, b.run]).toEqual([1, 1]);
    expect(a.network!.model.cell).toBe('rnn_tanh');
    expect(b.network!.model.cell).toBe('lstm');
    one.client.dispose();
    expect((await other.compute(jobOf({ seed: 3 }))).status).toBe('done');
  });
});

describe('a worker that stops answering', () => {
  it('is asked once a second while a run is on, and only then', async () => {
    const bench = new Bench();
    bench.client.run(longJob());
    expect(bench.isBeating).toBe(true);
    await until(() => bench.said(0).includes('credit'));
    bench.beat();
    expect(bench.said(0)).toContain('ping');
    await bench.ended(1);
    expect(bench.isBeating).toBe(false);
  });

  it('is replaced after 4 beats without an answer, and the job finishes', async () => {
    const bench = new Bench(new Workshop({}, (index) => index === 0));
    bench.client.run(longJob(400));
    await settle();
    bench.beat(4);
    expect(bench.workshop.made).toHaveLength(1);
    expect(bench.said(0).filter((kind) => kind === 'ping')).toHaveLength(4);
    bench.beat();
    expect(bench.workshop.made).toHaveLength(2);
    expect(bench.workshop.made[0]!.isOver).toBe(true);
    const done = await bench.ended(1);
    expect(done).toMatchObject({ status: 'done', restarts: 1 });
    expect(done.notice).toBe(
      'The background worker was lost (it stopped answering). A fresh one has begun the computation anew.',
    );
    expect((await bench.compute(jobOf())).notice).toBeNull();
  });

  it('is given more time at first, as its file has to be loaded', () => {
    const bench = new Bench(new Workshop(), {
      createWorker: () => ({ postMessage: () => {}, terminate: () => {} }),
    });
    bench.client.run(jobOf());
    bench.beat(32);
    expect(bench.last.restarts).toBe(0);
    bench.beat();
    expect(bench.last.restarts).toBe(1);
  });

  it('is not replaced while it answers, however long it computes', async () => {
    const bench = new Bench(new Workshop({ now: steppingClock() }));
    bench.client.run(longJob(2_000));
    await until(() => bench.said(0).includes('credit'));
    while (bench.last.status === 'running') {
      bench.beat();
      await settle(4);
    }
    expect(bench.last).toMatchObject({ status: 'done', restarts: 0 });
  });

  it('is left in peace while the page is hidden, and counted from anew afterwards', async () => {
    const bench = new Bench(new Workshop({}, () => true));
    bench.client.run(jobOf());
    await settle();
    bench.beat(4);
    bench.isHidden = true;
    bench.beat(100);
    bench.isHidden = false;
    bench.beat(4);
    expect(bench.workshop.made).toHaveLength(1);
    expect(bench.said(0).filter((kind) => kind === 'ping')).toHaveLength(8);
    bench.beat();
    expect(bench.workshop.made).toHaveLength(2);
  });
});

describe('a worker that crashes', () => {
  it('in the middle of a run is replaced at once, and the run is whole in the end', async () => {
    const bench = new Bench(new Workshop(), { showAfter: 0 });
    bench.client.run(longJob());
    await until(() => bench.last.forwardTo > 0);
    bench.client.crash('error');
    expect(bench.workshop.made).toHaveLength(2);
    expect(bench.last).toMatchObject({ status: 'running', restarts: 1 });
    expect(await bench.ended(1)).toMatchObject({ status: 'done', run: 1, forwardTo: 5_000, backwardFrom: 0 });
  });

  it('in silence is seen by the heartbeat', async () => {
    const bench = new Bench();
    bench.client.run(longJob());
    await until(() => bench.said(0).includes('credit'));
    bench.client.crash('silence');
    await settle();
    expect(bench.workshop.made).toHaveLength(1);
    bench.beat(5);
    expect(await bench.ended(1)).toMatchObject({ status: 'done', restarts: 1 });
  });

  it('three times on one job is given up with words, and what was shown stays', async () => {
    const bench = new Bench(new Workshop({}, (index) => index > 0 && index <= 3));
    const first = await bench.compute(jobOf());
    bench.client.run(longJob());
    bench.workshop.made[0]!.listener.lost('out of memory');
    await settle();
    bench.workshop.made[1]!.listener.lost('out of memory');
    await settle();
    bench.workshop.made[2]!.listener.lost('out of memory');
    expect(bench.last).toEqual({
      ...first,
      status: 'failed',
      error:
        'The background worker was lost 3 times in a row on this computation (out of memory), so it was given up. Take fewer steps or fewer units, or try once more.',
      notice: 'The background worker was lost (out of memory). A fresh one has begun the computation anew.',
      restarts: 3,
    });
    expect(bench.workshop.made).toHaveLength(3);
    expect(bench.isBeating).toBe(false);
    // A new job begins with a clean slate.
    bench.client.run(jobOf());
    await settle();
    bench.workshop.made[3]!.listener.lost('once more');
    expect(await bench.ended(3)).toMatchObject({ status: 'done', restarts: 4, error: null });
  });

  it('while nothing runs is replaced when the next run is asked for', async () => {
    const bench = new Bench();
    await bench.compute(jobOf());
    bench.workshop.made[0]!.listener.lost('idle hands');
    expect(bench.last).toMatchObject({ status: 'done', restarts: 1 });
    expect(bench.workshop.made).toHaveLength(1);
    expect(await bench.compute(jobOf({ seed: 2 }))).toMatchObject({ status: 'done', notice: null });
  });

  it('is not heard any more, whatever it still says', async () => {
    const bench = new Bench();
    bench.client.run(longJob());
    await until(() => bench.said(0).includes('credit'));
    const old = bench.workshop.made[0]!;
    bench.client.crash('error');
    old.listener.lost('a second time');
    old.listener.message({ kind: 'failed', run: 1, words: 'from the grave' });
    await bench.ended(1);
    expect(bench.workshop.made).toHaveLength(2);
    expect(bench.last.restarts).toBe(1);
  });
});

describe('where there is no worker', () => {
  const notice =
    'This browser starts no background worker here, so the numbers are computed in the page itself. Long sequences may make it stutter.';

  it('the page computes by itself, and says so', async () => {
    const bench = new Bench(new Workshop(), {
      createWorker: () => {
        throw new Error('SecurityError');
      },
    });
    expect(await bench.compute(jobOf())).toMatchObject({ status: 'done', notice, restarts: 0 });
    expect(await bench.compute(longJob(1_000))).toMatchObject({ status: 'done', notice });
  });

  it('because its file does not load, the page takes over the run under way', async () => {
    const bench = new Bench(new Workshop(), {
      createWorker: (listener) => {
        setImmediate(() => listener.lost('404'));
        return { postMessage: () => {}, terminate: () => {} };
      },
    });
    expect(await bench.compute(jobOf())).toMatchObject({ status: 'done', notice, restarts: 0 });
    expect(await bench.compute(jobOf({ seed: 2 }))).toMatchObject({ status: 'done', notice });
  });

  it('a run in the page can be called off and replaced all the same', async () => {
    const bench = new Bench(new Workshop(), {
      createWorker: () => {
        throw new Error('SecurityError');
      },
      showAfter: 0,
    });
    bench.client.run(longJob());
    await until(() => bench.last.forwardTo > 0);
    expect(await bench.compute(jobOf())).toMatchObject({ status: 'done', run: 2 });
  });
});

describe('a client that is disposed of', () => {
  it('ends its worker and publishes nothing any more', async () => {
    const bench = new Bench();
    bench.client.run(longJob());
    await until(() => bench.said(0).includes('credit'));
    const count = bench.published.length;
    bench.client.dispose();
    bench.client.run(jobOf());
    bench.client.cancel();
    bench.client.crash('error');
    await settle();
    expect(bench.published).toHaveLength(count);
    expect(bench.workshop.made).toHaveLength(1);
    expect(bench.workshop.made[0]!.isOver).toBe(true);
    expect(bench.isBeating).toBe(false);
  });
});
