// The trainings over a lag, page and workers over MessageChannels: one clock, pauses that change no number, workers that are lost.
import { describe, expect, it, onTestFinished } from 'vitest';
import type { LagJob, LagProgress } from '../../../src/engine/laboratory/lag/job.ts';
import { testEvery, train } from '../../../src/engine/laboratory/lag/training.ts';
import { createLagTrainer, type LagTrainer } from '../../../src/worker/laboratory/lagClient.ts';
import { lagSettings, type LagOptions } from '../../../src/worker/laboratory/lagOptions.ts';
import type { FromLag, ToLag } from '../../../src/worker/laboratory/lagProtocol.ts';
import { serveLag, type LagServerOptions, type Train } from '../../../src/worker/laboratory/lagServer.ts';
import type { LagSnapshot, LagTrainingPlan } from '../../../src/worker/laboratory/lagSnapshot.ts';
import { steppingClock } from '../channel.ts';
import { settle, until } from '../support.ts';
import { Workers } from '../workers.ts';

const plan: LagTrainingPlan = { task: 'recall', cells: ['rnn_tanh', 'lstm', 'gru'], lags: [5, 10], hiddenSize: 4, updates: 20, learningRate: 0.01, seed: 7, gateBias: 4 };

const told = (update: number, changes: Partial<LagProgress> = {}): LagProgress => ({ update, loss: 1, gradientNorm: 1, result: null, isSolved: false, problem: null, ...changes });

/** What a training that goes wrong nowhere tells: tested at each fifth update, numbers by which it is known. */
function* plainTraining({ cell, lag, updates }: LagJob): Generator<LagProgress | null, void> {
  for (let update = 0; update <= updates; update++) {
    yield null;
    const accuracy = (lag + update / 100) / 100 + (cell === 'lstm' ? 0.5 : 0);
    yield told(update, update % 5 === 0 ? { result: { accuracy, loss: lag / (update + 1) } } : {});
  }
}

/** The workers of trainings over a lag. */
class LagWorkers extends Workers<ToLag, FromLag> {
  constructor(training: Train, options: LagServerOptions = {}) {
    super((port) => serveLag(port, training, options));
  }
}

/** A trainer with all it told. */
class Bench {
  readonly told: LagSnapshot[] = [];
  readonly workshop: LagWorkers;
  readonly trainer: LagTrainer;

  /** Unless told otherwise, every moment is paused at. */
  constructor(training: Train = plainTraining, options: Partial<LagOptions> = {}, server: LagServerOptions = { now: steppingClock() }) {
    this.workshop = new LagWorkers(training, server);
    this.trainer = createLagTrainer({
      createWorker: this.workshop.create,
      size: 2,
      round: 5,
      schedule: (callback) => callback(),
      every: () => () => {},
      ...options,
      onUpdate: (snapshot) => void this.told.push(snapshot),
    });
    onTestFinished(() => this.trainer.dispose());
  }

  get last(): LagSnapshot {
    return this.told.at(-1)!;
  }

  async ended(): Promise<LagSnapshot> {
    await until(() => ['done', 'failed', 'stopped'].includes(this.last.status));
    await settle();
    return this.last;
  }

  /** How far the curves of a lag are, in each snapshot. */
  lengths(lag: number): number[][] {
    return this.told.map(({ curves }) => curves.filter((each) => each.lag === lag).map(({ updates }) => updates.length));
  }
}

describe('the trainings of a plan', () => {
  it('are all done in the end, lag by lag and cell by cell, with every test', async () => {
    const bench = new Bench();
    bench.trainer.start(plan);
    const done = await bench.ended();
    expect(done).toMatchObject({ plan, status: 'done', words: '' });
    expect(done.curves.map(({ cell, lag }) => `${cell} ${lag}`)).toEqual(['rnn_tanh 5', 'lstm 5', 'gru 5', 'rnn_tanh 10', 'lstm 10', 'gru 10']);
    for (const curve of done.curves) {
      const tests = [...plainTraining({ ...plan, ...curve, updates: 20 })].filter((each) => each?.result);
      expect(curve).toMatchObject({
        updates: [0, 5, 10, 15, 20],
        accuracies: tests.map((each) => each?.result?.accuracy),
        losses: tests.map((each) => each?.result?.loss),
        isDone: true,
        isSolved: false,
        problem: null,
      });
    }
    expect(bench.workshop.made.map(({ isOver }) => isOver)).toEqual([true, true]);
  });

  it('start their gates as the plan has them, null as well', async () => {
    for (const gateBias of [null, 2]) {
      const bench = new Bench();
      bench.trainer.start({ ...plan, gateBias });
      await bench.ended();
      const jobs = bench.workshop.made.flatMap(({ heard }) => heard).flatMap((message) => (message.kind === 'begin' ? [message.job] : []));
      expect(jobs.map((job) => job.gateBias)).toEqual(Array.from({ length: 6 }, () => gateBias));
    }
  });

  it('of one lag stand on one clock: all of them have every round before it is seen', async () => {
    // One of them takes a hundred times as long as the others.
    const bench = new Bench(function* (job) {
      for (const each of plainTraining(job)) {
        if (job.cell === 'lstm') for (let k = 0; k < 100; k++) yield null;
        yield each;
      }
    });
    bench.trainer.start(plan);
    await bench.ended();
    for (const lag of plan.lags) for (const lengths of bench.lengths(lag)) expect(new Set(lengths).size).toBe(1);
    expect(new Set(bench.lengths(5).map(([length]) => length))).toEqual(new Set([0, 1, 2, 3, 4, 5]));
  });

  it('begin with the shortest lag, and a worker that has to wait for others goes on with a longer one', async () => {
    const bench = new Bench();
    bench.trainer.start(plan);
    await bench.ended();
    const firstDone = (lag: number): number => bench.told.findIndex(({ curves }) => curves.filter((each) => each.lag === lag).every(({ isDone }) => isDone));
    expect(firstDone(5)).toBeLessThan(firstDone(10));
    for (const { heard } of bench.workshop.made) expect(heard.filter(({ kind }) => kind === 'begin')).toHaveLength(3);
  });

  it('come out the same however many workers there are', async () => {
    const results = [];
    for (const size of [1, 2, 4]) {
      const bench = new Bench(plainTraining, { size });
      bench.trainer.start(plan);
      results.push((await bench.ended()).curves);
      expect(bench.workshop.made).toHaveLength(size);
    }
    expect(results[1]).toEqual(results[0]);
    expect(results[2]).toEqual(results[0]);
  });

  it('that are solved early end there, and the others go on', async () => {
    const bench = new Bench(function* (job) {
      for (const each of plainTraining(job)) {
        yield each && job.cell === 'gru' && each.update === 10 ? { ...each, isSolved: true } : each;
        if (job.cell === 'gru' && each?.update === 10) return;
      }
    });
    bench.trainer.start(plan);
    const { curves } = await bench.ended();
    expect(curves.filter(({ isSolved }) => isSolved).map(({ cell, updates }) => [cell, updates])).toEqual([
      ['gru', [0, 5, 10]],
      ['gru', [0, 5, 10]],
    ]);
    expect(curves.filter(({ cell }) => cell !== 'gru').every(({ updates }) => updates.length === 5)).toBe(true);
  });

  it('that end in a problem say it in words, be it told or thrown, and the others go on', async () => {
    const bench = new Bench(function* (job) {
      if (job.cell === 'lstm') throw new Error('There is no such cell.');
      for (const each of plainTraining(job)) {
        if (job.cell === 'gru' && each?.update === 7) {
          yield told(7, { problem: 'The loss is no number any more.' });
          return;
        }
        yield each;
      }
    });
    bench.trainer.start(plan);
    const { curves, status } = await bench.ended();
    expect(status).toBe('done');
    expect(curves.filter(({ lag }) => lag === 5).map(({ updates, problem }) => [updates.length, problem])).toEqual([
      [5, null],
      [0, 'There is no such cell.'],
      [2, 'The loss is no number any more.'],
    ]);
  });

  it('can be started anew: nothing of those before is seen', async () => {
    const bench = new Bench();
    bench.trainer.start({ ...plan, updates: 1e6 });
    await until(() => bench.last.curves.some(({ updates }) => updates.length > 2));
    bench.trainer.start({ ...plan, seed: 8 });
    expect(bench.last.curves.every(({ updates }) => updates.length === 0)).toBe(true);
    const done = await bench.ended();
    expect(done.plan?.seed).toBe(8);
    expect(done.curves.every(({ updates }) => updates.length === 5)).toBe(true);
  });

  it('never change a snapshot that was told', async () => {
    const bench = new Bench();
    bench.trainer.start(plan);
    await until(() => bench.told.length > 3);
    const copies = structuredClone(bench.told);
    await bench.ended();
    expect(bench.told.slice(0, copies.length)).toEqual(copies);
  });
});

describe('a pause', () => {
  it('stands still, and then comes to the same numbers as without one', async () => {
    const without = new Bench();
    without.trainer.start(plan);
    const expected = await without.ended();
    let steps = 0;
    const bench = new Bench(function* (job) {
      for (const each of plainTraining(job)) {
        steps++;
        yield each;
      }
    });
    bench.trainer.start(plan);
    for (let pauses = 0; pauses < 8; pauses++) {
      const so = steps;
      await until(() => steps > so + 8 || bench.last.status === 'done');
      bench.trainer.pause();
      await settle();
      const still = steps;
      await settle();
      expect(steps).toBe(still);
      expect(bench.last.status).toBe('paused');
      bench.trainer.resume();
      expect(bench.last.status).toBe('running');
    }
    expect((await bench.ended()).curves).toEqual(expected.curves);
    expect(bench.workshop.made).toHaveLength(2);
  });

  it('does nothing where nothing runs', async () => {
    const bench = new Bench();
    bench.trainer.pause();
    bench.trainer.resume();
    bench.trainer.stop();
    expect(bench.told).toEqual([]);
    bench.trainer.start(plan);
    await bench.ended();
    bench.trainer.pause();
    expect(bench.last.status).toBe('done');
  });

  it('can be ended by a stop, which keeps what was seen', async () => {
    const bench = new Bench();
    bench.trainer.start({ ...plan, updates: 1e6 });
    await until(() => bench.last.curves.some(({ updates }) => updates.length > 2));
    bench.trainer.pause();
    await settle();
    bench.trainer.stop();
    expect(bench.last.status).toBe('stopped');
    expect(bench.last.curves.some(({ updates }) => updates.length > 2)).toBe(true);
    expect(bench.workshop.made.every(({ isOver }) => isOver)).toBe(true);
  });
});

describe('a worker that is lost', () => {
  it('has its trainings begun anew, to the same numbers, and it is said', async () => {
    const without = new Bench();
    without.trainer.start(plan);
    const expected = await without.ended();
    const bench = new Bench();
    bench.trainer.start(plan);
    await until(() => bench.last.curves.some(({ updates }) => updates.length === 3));
    bench.workshop.made[1]!.lose('out of memory');
    const done = await bench.ended();
    expect(done.status).toBe('done');
    expect(done.words).toBe('A background worker was lost (out of memory). Its trainings have begun anew; their numbers come out the same.');
    expect(done.curves).toEqual(expected.curves);
    expect(bench.workshop.made).toHaveLength(3);
    // What was seen stayed, and no point was seen twice.
    const lengths = bench.lengths(5).map(([length = 0]) => length);
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
  });

  it('during a pause is replaced when it is over', async () => {
    const bench = new Bench();
    bench.trainer.start(plan);
    await until(() => bench.last.curves.some(({ updates }) => updates.length === 2));
    bench.trainer.pause();
    await settle();
    bench.trainer.crash();
    await settle();
    expect(bench.last.status).toBe('paused');
    expect(bench.workshop.made).toHaveLength(2);
    bench.trainer.resume();
    expect((await bench.ended()).curves.every(({ updates }) => updates.length === 5)).toBe(true);
  });

  it('three times in a row without coming anywhere ends the trainings with words', async () => {
    const bench = new Bench(function* () {
      for (;;) yield null;
    });
    bench.trainer.start(plan);
    for (let k = 0; k < 3; k++) {
      await settle();
      bench.workshop.made.at(k === 0 ? 0 : -1)!.lose('out of memory');
    }
    expect(bench.last).toMatchObject({
      status: 'failed',
      words: 'A background worker was lost 3 times in a row (out of memory), so the trainings were given up. Take shorter lags or fewer units, or try once more.',
    });
    expect(bench.workshop.made.every(({ isOver }) => isOver)).toBe(true);
    bench.trainer.start({ ...plan, lags: [5] });
    expect(bench.last).toMatchObject({ status: 'running', words: '' });
  });
});

describe('where there is no worker', () => {
  it('the page trains by itself, one thing at a time, and says so', async () => {
    const page = new LagWorkers(plainTraining);
    const bench = new Bench(plainTraining, {
      createWorker: () => {
        throw new Error('SecurityError');
      },
      standIn: page.create,
    });
    bench.trainer.start(plan);
    const done = await bench.ended();
    expect(done.status).toBe('done');
    expect(done.words).toContain('This browser starts no background worker here');
    expect(done.curves.every(({ updates }) => updates.length === 5)).toBe(true);
  });
});

describe('the engine’s training in a worker', () => {
  it('has the numbers of the same training without one', async () => {
    const small: LagTrainingPlan = { task: 'recall', cells: ['rnn_tanh', 'lstm'], lags: [2], hiddenSize: 3, updates: 30, learningRate: 0.01, seed: 3, gateBias: 4 };
    const bench = new Bench(train, { round: testEvery }, {});
    bench.trainer.start(small);
    await until(() => bench.last.curves.every(({ updates }) => updates.length > 0));
    bench.trainer.pause();
    await settle();
    bench.trainer.resume();
    const { curves } = await bench.ended();
    for (const curve of curves) {
      const tests = [...train({ task: 'recall', cell: curve.cell, lag: 2, hiddenSize: 3, updates: 30, learningRate: 0.01, seed: 3 })].filter((each) => each?.result);
      expect(curve.updates).toEqual([0, 25, 30]);
      expect(curve.accuracies).toEqual(tests.map((each) => each?.result?.accuracy));
      expect(curve.losses).toEqual(tests.map((each) => each?.result?.loss));
    }
  });

  it('is tested once a round', () => {
    expect(lagSettings({ onUpdate: () => {} }).round).toBe(testEvery);
  });
});
