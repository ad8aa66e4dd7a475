// The page's end, with the real server at the other end of a MessageChannel: sets are whole, the latest wins, and what is known is not asked.
import { describe, expect, it, onTestFinished } from 'vitest';
import { createLaboratory, type LaboratoryClient } from '../../../src/worker/laboratory/client.ts';
import type { LaboratoryOptions } from '../../../src/worker/laboratory/options.ts';
import type { PublishedSet, QuestionSet } from '../../../src/worker/laboratory/sets.ts';
import { steppingClock } from '../channel.ts';
import { settle, until } from '../support.ts';
import { FakeEngine, LaboratoryWorkshop, Pauses, questionOf, seedOf } from './support.ts';

interface BenchOptions extends Partial<LaboratoryOptions> {
  readonly pauses?: Pauses;
  readonly isMute?: (index: number) => boolean;
}

/** A client with everything it published, and its clock, its heartbeat and its pictures in the test's hands. */
class Bench {
  readonly engine = new FakeEngine();
  readonly workshop: LaboratoryWorkshop;
  readonly client: LaboratoryClient;
  readonly published: { readonly channel: string; readonly set: PublishedSet }[] = [];
  time = 0;
  private timers: { readonly at: number; readonly callback: () => void }[] = [];
  private beats: (() => void)[] = [];

  constructor({ pauses, isMute, ...options }: BenchOptions = {}) {
    // Every moment is paused at.
    this.workshop = new LaboratoryWorkshop(this.engine.answer, { now: steppingClock(), ...(pauses && { pause: pauses.pause }) }, isMute);
    this.client = createLaboratory({
      createWorker: this.workshop.create,
      size: 2,
      grace: 1000,
      rest: () => 0,
      schedule: (callback) => callback(),
      now: () => this.time,
      later: (callback, milliseconds) => {
        const timer = { at: this.time + milliseconds, callback };
        this.timers.push(timer);
        return () => void (this.timers = this.timers.filter((each) => each !== timer));
      },
      every: (callback) => {
        this.beats.push(callback);
        return () => void (this.beats = this.beats.filter((each) => each !== callback));
      },
      ...options,
      onSet: (channel, set) => void this.published.push({ channel, set }),
    });
    onTestFinished(() => this.client.dispose());
  }

  beat(times: number): void {
    for (let k = 0; k < times; k++) for (const each of this.beats) each();
  }

  wait(milliseconds: number): void {
    this.time += milliseconds;
    const due = this.timers.filter(({ at }) => at <= this.time);
    this.timers = this.timers.filter(({ at }) => at > this.time);
    for (const { callback } of due) callback();
  }

  /** What was published, as the seeds of its answers. */
  seeds(channel = 'main'): (number | null)[][] {
    return this.published.filter((each) => each.channel === channel).map(({ set }) => Object.values(set.answers).map(seedOf));
  }

  async sets(count: number): Promise<void> {
    await until(() => this.published.length >= count);
    await settle();
  }
}

const setOf = (...seeds: number[]): QuestionSet => Object.fromEntries(seeds.map((seed, k) => [`q${k}`, questionOf(seed)]));

describe('a set of questions', () => {
  it('is published with all of its answers, and with the questions they are for', async () => {
    const bench = new Bench();
    const questions = setOf(1, 2, 3);
    bench.client.ask('main', questions);
    await bench.sets(1);
    expect(bench.seeds()).toEqual([[1, 2, 3]]);
    expect(bench.published[0]!.set.questions).toBe(questions);
    expect(bench.published[0]!.set.problems).toEqual({ q0: null, q1: null, q2: null });
  });

  it('is never published by half', async () => {
    const bench = new Bench();
    bench.client.ask('main', { quick: questionOf(1), slow: questionOf(2, 300) });
    await until(() => bench.engine.answered.includes(1));
    await settle();
    expect(bench.published).toEqual([]);
    await bench.sets(1);
    expect(bench.seeds()).toEqual([[1, 2]]);
  });

  it('with no questions is whole at once', () => {
    const bench = new Bench();
    bench.client.ask('main', {});
    expect(bench.published[0]!.set).toEqual({ questions: {}, answers: {}, problems: {} });
    expect(bench.workshop.made).toHaveLength(0);
  });

  it('says in words which question has no answer, beside the answers of the others', async () => {
    const bench = new Bench();
    bench.client.ask('main', setOf(1, -1));
    await bench.sets(1);
    expect(bench.seeds()).toEqual([[1, null]]);
    expect(bench.published[0]!.set.problems).toEqual({ q0: null, q1: 'A seed is at least 0, but it is -1.' });
  });

  it('comes with the next picture, and only the latest whole set of a channel does', async () => {
    const pictures: (() => void)[] = [];
    const bench = new Bench({ schedule: (callback) => void pictures.push(callback) });
    bench.client.ask('main', setOf(1));
    await until(() => pictures.length === 1);
    bench.client.ask('main', setOf(2));
    bench.client.ask('detail', setOf(3));
    await until(() => bench.engine.answered.length === 3);
    await settle();
    expect(bench.published).toEqual([]);
    expect(pictures).toHaveLength(1);
    pictures[0]!();
    expect([bench.seeds('main'), bench.seeds('detail')]).toEqual([[[2]], [[3]]]);
  });
});

describe('while a control is dragged', () => {
  it('the set under way comes to its end, and of those that wait only the latest is asked', async () => {
    const bench = new Bench();
    bench.client.ask('main', setOf(1));
    for (let seed = 2; seed <= 20; seed++) bench.client.ask('main', setOf(seed));
    await bench.sets(2);
    expect(bench.seeds()).toEqual([[1], [20]]);
    expect(bench.engine.begun).toEqual([1, 20]);
  });

  it('the picture of a set has its turn before the next set begins, which is the newest that was asked by then', async () => {
    const taken: number[] = [];
    const bench = new Bench({
      rest: (each) => {
        taken.push(each);
        return 40;
      },
    });
    bench.client.ask('main', setOf(1));
    await bench.sets(1);
    bench.client.ask('main', setOf(2));
    bench.wait(39);
    bench.client.ask('main', setOf(3));
    await settle();
    expect(bench.engine.begun).toEqual([1]);
    bench.wait(1);
    await bench.sets(2);
    expect(bench.seeds()).toEqual([[1], [3]]);
    expect(taken).toEqual([0, 0]);
    // After a rest of its own the hand is answered at once.
    bench.wait(100);
    bench.client.ask('main', setOf(4));
    await bench.sets(3);
    expect(bench.engine.begun).toEqual([1, 3, 4]);
  });

  it('a set that takes longer than its grace is dropped for a newer one, although nothing more is asked', async () => {
    const bench = new Bench();
    bench.client.ask('main', { slow: questionOf(1, 1e9) });
    await until(() => bench.engine.begun.length === 1);
    bench.client.ask('main', setOf(2));
    bench.wait(999);
    await settle();
    expect(bench.engine.begun).toEqual([1]);
    bench.wait(1);
    await bench.sets(1);
    expect(bench.seeds()).toEqual([[2]]);
  });

  it('a slow set goes on as long as nothing newer waits', async () => {
    const bench = new Bench();
    bench.client.ask('main', { slow: questionOf(1, 500) });
    await until(() => bench.engine.begun.length === 1);
    bench.wait(10_000);
    await bench.sets(1);
    expect(bench.seeds()).toEqual([[1]]);
  });

  it('a hand that comes back to what is under way asks nothing more', async () => {
    const bench = new Bench();
    bench.client.ask('main', setOf(1));
    bench.client.ask('main', setOf(2));
    bench.client.ask('main', setOf(1));
    await bench.sets(1);
    expect(bench.seeds()).toEqual([[1]]);
    expect(bench.engine.begun).toEqual([1]);
  });

  it('a set whose questions still wait for a worker gives its place up at once', async () => {
    const bench = new Bench({ size: 1 });
    bench.client.ask('other', { slow: questionOf(9, 200) });
    bench.client.ask('main', setOf(1));
    bench.client.ask('main', setOf(2));
    await bench.sets(2);
    expect(bench.seeds()).toEqual([[2]]);
    expect(bench.engine.begun).toEqual([9, 2]);
  });
});

describe('what is known', () => {
  it('is not asked again: neither inside a set nor from the set before', async () => {
    const bench = new Bench();
    bench.client.ask('main', setOf(1, 2, 1));
    await bench.sets(1);
    bench.client.ask('main', setOf(2, 3));
    await bench.sets(2);
    expect(bench.seeds()).toEqual([[1, 2, 1], [2, 3]]);
    expect(new Set(bench.engine.begun)).toEqual(new Set([1, 2, 3]));
    expect(bench.engine.begun).toHaveLength(3);
  });

  it('is known by value, and a set that is published already is not published again', async () => {
    const bench = new Bench();
    bench.client.ask('main', setOf(1, 2));
    await bench.sets(1);
    bench.client.ask('main', setOf(1, 2));
    bench.client.leave('main');
    bench.client.ask('main', setOf(1, 2));
    await settle();
    expect(bench.published).toHaveLength(1);
    expect(bench.engine.begun).toHaveLength(2);
  });

  it('tells −0 from 0 and NaN from nothing', async () => {
    const bench = new Bench();
    const strong = (strength: number): QuestionSet => {
      const question = questionOf(1);
      return { q: { ...question, setup: { ...question.setup, sequence: { ...question.setup.sequence, strength } } } };
    };
    for (const [k, strength] of [0, -0, NaN, Infinity].entries()) {
      bench.client.ask('main', strong(strength));
      await bench.sets(k + 1);
    }
    expect(bench.engine.begun).toHaveLength(4);
  });

  it('goes on for the newer set where both ask it', async () => {
    const bench = new Bench();
    bench.client.ask('main', { slow: questionOf(1, 200), slower: questionOf(2, 1e9) });
    await until(() => bench.engine.begun.length === 2);
    bench.client.ask('main', { slow: questionOf(1, 200), quick: questionOf(3) });
    bench.wait(1000);
    await bench.sets(1);
    expect(bench.seeds()).toEqual([[1, 3]]);
    expect(bench.engine.begun).toEqual([1, 2, 3]);
  });

  it('does not count where it is a problem: that is worth another try', async () => {
    const bench = new Bench();
    bench.client.ask('main', setOf(-1));
    await bench.sets(1);
    bench.client.ask('main', setOf(-1));
    await bench.sets(2);
    expect(bench.engine.begun).toEqual([-1, -1]);
  });
});

describe('channels', () => {
  it('take turns with one worker, however much one of them asks', async () => {
    const bench = new Bench({ size: 1 });
    bench.client.ask('main', setOf(1, 2, 3, 4, 5));
    bench.client.ask('detail', setOf(11, 12));
    await bench.sets(2);
    expect(bench.engine.begun).toEqual([1, 11, 2, 12, 3, 4, 5]);
    expect(bench.published.map(({ channel }) => channel)).toEqual(['detail', 'main']);
  });

  it('do not disturb each other: a newer set on one drops nothing of another', async () => {
    const bench = new Bench();
    bench.client.ask('main', { slow: questionOf(1, 300) });
    await until(() => bench.engine.begun.length === 1);
    bench.client.ask('detail', setOf(2));
    bench.wait(2000);
    bench.client.ask('detail', setOf(3));
    await bench.sets(2);
    expect(bench.seeds('main')).toEqual([[1]]);
    expect(bench.seeds('detail')).toEqual([[3]]);
    expect(bench.engine.begun.filter((seed) => seed === 1)).toHaveLength(1);
  });

  it('that are left publish nothing more, and their workers are free', async () => {
    const bench = new Bench({ size: 1 });
    bench.client.ask('main', { slow: questionOf(1, 1e9) });
    await until(() => bench.engine.begun.length === 1);
    bench.client.leave('main');
    bench.client.ask('detail', setOf(2));
    await bench.sets(1);
    expect(bench.seeds('main')).toEqual([]);
    expect(bench.seeds('detail')).toEqual([[2]]);
  });
});

describe('the pool of workers', () => {
  it('is as large as the questions need, and no larger than it may be', async () => {
    const bench = new Bench({ size: 3 });
    expect(bench.workshop.made).toHaveLength(0);
    bench.client.ask('main', setOf(1));
    await bench.sets(1);
    expect(bench.workshop.made).toHaveLength(1);
    bench.client.ask('main', setOf(2, 3, 4, 5, 6));
    await bench.sets(2);
    expect(bench.workshop.made).toHaveLength(3);
  });

  it('begins with the question that took longest the last time', async () => {
    const bench = new Bench({ size: 1 });
    const both = (seed: number): QuestionSet => ({ quick: questionOf(seed), slow: questionOf(seed + 1, 100, 'lstm') });
    bench.client.ask('main', both(1));
    await bench.sets(1);
    bench.client.ask('main', both(3));
    await bench.sets(2);
    expect(bench.engine.begun).toEqual([1, 2, 4, 3]);
  });
});

describe('a worker that is lost', () => {
  it('in the middle of a question is replaced, and the set is whole in the end', async () => {
    const bench = new Bench({ isMute: (index) => index === 0 });
    bench.client.ask('main', setOf(1, 2));
    await settle();
    bench.workshop.made[0]!.listener.lost('out of memory');
    await bench.sets(1);
    expect(bench.seeds()).toEqual([[1, 2]]);
    expect(bench.workshop.made[0]!.isOver).toBe(true);
  });

  it('in silence is seen by the heartbeat', async () => {
    const bench = new Bench({ size: 1, isMute: (index) => index === 0 });
    bench.client.ask('main', setOf(1));
    await settle();
    bench.beat(5);
    await bench.sets(1);
    expect(bench.seeds()).toEqual([[1]]);
    expect(bench.workshop.made).toHaveLength(2);
  });

  it('three times on one question makes it a problem in words, and the others have their answers', async () => {
    const bench = new Bench({ size: 1, isMute: (index) => index < 3 });
    bench.client.ask('main', setOf(1, 2));
    for (let loss = 0; loss < 3; loss++) {
      await settle();
      bench.workshop.made[loss]!.listener.lost('out of memory');
    }
    await bench.sets(1);
    expect(bench.seeds()).toEqual([[null, 2]]);
    expect(bench.published[0]!.set.problems['q0']).toBe(
      'The background worker was lost 3 times in a row on this computation (out of memory), so it was given up. Take fewer steps or fewer units, or try once more.',
    );
  });

  it('all at once are all replaced', async () => {
    const pauses = new Pauses();
    const bench = new Bench({ pauses });
    bench.client.ask('main', setOf(1, 2));
    await until(() => pauses.count === 2);
    bench.client.crash();
    await until(() => pauses.count >= 4);
    pauses.end();
    await bench.sets(1);
    expect(bench.seeds()).toEqual([[1, 2]]);
    expect(bench.workshop.made).toHaveLength(4);
  });
});

describe('where there is no worker', () => {
  it('the page answers by itself, one question at a time', async () => {
    const page = new LaboratoryWorkshop(new FakeEngine().answer);
    const bench = new Bench({
      size: 3,
      createWorker: () => {
        throw new Error('SecurityError');
      },
      standIn: page.create,
    });
    bench.client.ask('main', setOf(1, 2, 3));
    await bench.sets(1);
    expect(bench.seeds()).toEqual([[1, 2, 3]]);
    expect(page.made).toHaveLength(1);
  });

  it('because its file does not load, the page takes over what was asked', async () => {
    const page = new LaboratoryWorkshop(new FakeEngine().answer);
    const bench = new Bench({
      size: 3,
      createWorker: (listener) => {
        setImmediate(() => listener.lost('404'));
        return { postMessage: () => {}, terminate: () => {} };
      },
      standIn: page.create,
    });
    bench.client.ask('main', setOf(1, 2, 3));
    await bench.sets(1);
    expect(bench.seeds()).toEqual([[1, 2, 3]]);
    expect(page.made).toHaveLength(1);
  });
});

describe('a client that is disposed of', () => {
  it('ends its workers and publishes nothing any more', async () => {
    const bench = new Bench();
    bench.client.ask('main', setOf(1, 2));
    bench.client.dispose();
    bench.client.ask('main', setOf(3));
    await settle();
    expect(bench.published).toEqual([]);
    expect(bench.workshop.made.map(({ isOver }) => isOver)).toEqual([true, true]);
  });
});
