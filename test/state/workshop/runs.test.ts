// Training runs of the workshop: trained, paused, stepped, looked back at, branched, kept over a reload.
import { describe, expect, it } from 'vitest';
import { settle, until } from '../../worker/support.ts';
import { shownNetwork } from '../../../src/state/workshop/shown.ts';
import { Bench, data, MemoryShelf, settingsWith } from './training.ts';

const epochsOf = (all: readonly { readonly epoch: number }[]): number[] => all.map(({ epoch }) => epoch);

describe('a run', () => {
  it('is trained to its end, with every epoch and its checkpoint', async () => {
    const bench = new Bench();
    const run = await bench.trained();
    expect(run).toMatchObject({ status: 'done', words: '', title: 'First tokens', parent: null });
    expect(run.name).toBe('RNN with tanh, 4 units, Adam, η = 0.01');
    expect(epochsOf(run.records)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(epochsOf(run.checkpoints)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect('training' in run.job).toBe(false);
    expect(bench.state.live).toMatchObject({ run: run.id, moment: { epoch: 6, rowsDone: 0 } });
  });

  it('can be paused, stepped and let go, and comes out the same', async () => {
    const whole = await new Bench().trained();
    const bench = new Bench();
    bench.runs.start(data, settingsWith());
    bench.runs.pause();
    expect(bench.run.status).toBe('paused');
    await settle(60);
    const updates = (): number => bench.state.live?.moment?.update ?? 0;
    const before = updates();
    bench.runs.step('batch');
    await until(() => updates() === before + 1);
    bench.runs.step('epoch');
    await until(() => bench.state.live?.moment?.rowsDone === 0);
    expect(bench.run.status).toBe('paused');
    bench.runs.resume();
    const run = await bench.ended();
    expect(run.records).toEqual(whole.records);
    expect(run.checkpoints).toEqual(whole.checkpoints);
  });

  it('that is stopped keeps its epochs, and can go on from the last of them', async () => {
    const bench = new Bench();
    bench.runs.start(data, settingsWith({ epochs: 3000 }));
    await until(() => bench.run.records.length > 3);
    bench.runs.stop();
    expect(bench.run.status).toBe('stopped');
    const count = bench.run.records.length;
    await settle();
    expect(bench.run.records).toHaveLength(count);
    bench.runs.resume();
    await until(() => bench.run.records.length > count);
    expect(epochsOf(bench.run.records)).toEqual(Array.from({ length: bench.run.records.length }, (_, k) => k));
    bench.runs.stop();
  });

  it('goes at its pace: so many updates a second by the clock, or as fast as it goes', async () => {
    const bench = new Bench();
    bench.runs.start(data, settingsWith({ pace: 'steady' }));
    const updates = (): number => bench.state.live?.moment?.update ?? 0;
    await until(() => updates() === 1);
    expect(bench.ticks.map(({ milliseconds }) => milliseconds)).toEqual([200]);
    // A clock that is ahead of the worker asks for one update, not for many.
    for (let k = 0; k < 5; k++) bench.ticks[0]!.callback();
    await until(() => updates() === 2);
    await settle();
    expect(updates()).toBe(2);
    bench.runs.setPace('quick');
    expect(bench.ticks.map(({ milliseconds }) => Math.round(milliseconds))).toEqual([33]);
    bench.runs.pause();
    expect(bench.ticks).toEqual([]);
    bench.runs.resume();
    expect(bench.ticks).toHaveLength(1);
    bench.runs.setPace('fast');
    expect(bench.ticks).toEqual([]);
    expect((await bench.ended()).status).toBe('done');
  });

  it('at the pace of single operations stands at its beginning until its walker asks for a row', async () => {
    const bench = new Bench();
    bench.runs.start(data, settingsWith({ pace: 'operation' }));
    await until(() => bench.run.records.length === 1);
    await settle();
    expect(bench.state.live?.moment).toMatchObject({ update: 0, rowsDone: 0 });
    expect(bench.ticks).toEqual([]);
    bench.runs.walk();
    await until(() => bench.state.live?.moment?.rowsDone === 1);
    expect(bench.run.status).toBe('running');
    bench.runs.stop();
  });

  it('is put aside where another begins, and can go on later', async () => {
    const bench = new Bench();
    bench.runs.start(data, settingsWith({ epochs: 500 }));
    const first = bench.run.id;
    await until(() => bench.run.records.length > 2);
    await bench.trained({ epochs: 2 });
    const aside = bench.state.runs.find(({ id }) => id === first)!;
    expect(aside.status).toBe('paused');
    expect(aside.words).toContain('another training took its place');
    bench.runs.show(first);
    bench.runs.resume();
    await until(() => bench.run.status === 'done');
    expect(bench.run.records).toHaveLength(501);
    expect(bench.state.runs.map(({ name }) => name)).toEqual(['RNN with tanh, 4 units, Adam, η = 0.01 (2)', 'RNN with tanh, 4 units, Adam, η = 0.01']);
  });

  it('tells its speed, the time left and the loss batch by batch', async () => {
    const bench = new Bench();
    bench.runs.start(data, settingsWith({ epochs: 100, pace: 'steady' }));
    for (let k = 1; k <= 6; k++) {
      await until(() => (bench.state.live?.moment?.update ?? 0) === k);
      bench.ticks[0]!.callback();
    }
    const { rowsPerSecond, secondsLeft, batchLosses } = bench.state.live!;
    expect(rowsPerSecond).toBeGreaterThan(0);
    expect(secondsLeft).toBeCloseTo((1400 - (bench.state.live!.moment!.epoch * 14 + bench.state.live!.moment!.rowsDone)) / rowsPerSecond!, 6);
    expect(batchLosses.slice(0, 5).map(({ update }) => update)).toEqual([1, 2, 3, 4, 5]);
    bench.runs.stop();
  });

  it('whose numbers run away ends with the cause, and its last good weights stay', async () => {
    const bench = new Bench();
    const run = await bench.trained({ optimiser: 'sgd', learningRate: 1e200, cell: 'rnn_relu', epochs: 50 });
    expect(run.status).toBe('failed');
    expect(run.words).toContain('the first to overflow is');
    expect(shownNetwork(bench.state)!.parameters.every(Number.isFinite)).toBe(true);
  });

  it('that cannot be begun is not there, and it is said why', async () => {
    const bench = new Bench();
    bench.runs.start(data, settingsWith({ hiddenSize: 99 }));
    expect(bench.state).toMatchObject({ runs: [], problem: 'These data cannot be read so.' });
    await bench.trained();
    expect(bench.state.problem).toBeNull();
  });

  it('whose worker is lost stands still with words, and goes on from its last epoch to the same numbers', async () => {
    const whole = await new Bench().trained({ epochs: 60 });
    const bench = new Bench();
    bench.runs.start(data, settingsWith({ epochs: 60, pace: 'quick' }));
    while (bench.run.records.length < 3) {
      await settle(2);
      bench.ticks[0]!.callback();
    }
    bench.workers.made[0]!.lose('out of memory');
    expect(bench.run).toMatchObject({ status: 'paused' });
    expect(bench.run.words).toMatch(/out of memory.*It can go on from epoch \d+\.$/);
    bench.runs.setPace('fast');
    bench.runs.resume();
    await until(() => bench.run.status === 'done');
    const { run } = bench;
    expect(run.words).toBe('');
    expect(run.records).toEqual(whole.records);
    expect(run.checkpoints.at(-1)).toEqual(whole.checkpoints.at(-1));
  });
});

describe('the network in view', () => {
  it('is that of the epoch in view; the same object for the same one', async () => {
    const bench = new Bench();
    expect(shownNetwork(bench.state)).toBeNull();
    const run = await bench.trained();
    const newest = shownNetwork(bench.state)!;
    expect(newest).toMatchObject({ epoch: 6, reader: 'sequence' });
    expect(newest.parameters).toBe(run.checkpoints[6]!.parameters);
    bench.runs.seek(2);
    expect(shownNetwork(bench.state)!.parameters).toBe(run.checkpoints[2]!.parameters);
    const second = shownNetwork(bench.state);
    bench.runs.overlay('x', true);
    expect(shownNetwork(bench.state)).toBe(second);
    bench.runs.seek(null);
    expect(shownNetwork(bench.state)).toBe(newest);
  });

  it('while it is trained is the one that is being trained', async () => {
    const bench = new Bench();
    bench.runs.start(data, settingsWith({ pace: 'steady' }));
    await until(() => bench.state.live?.moment?.update === 1);
    expect(shownNetwork(bench.state)!.parameters).toBe(bench.state.live!.moment!.parameters);
    bench.runs.stop();
  });
});

describe('a branch', () => {
  it('goes on from the epoch in view with other settings', async () => {
    const bench = new Bench();
    const first = await bench.trained();
    bench.runs.seek(3);
    bench.runs.branch(data, settingsWith({ learningRate: 0.1 }));
    const branch = await bench.ended();
    expect(branch).toMatchObject({ parent: { run: first.id, name: first.name, epoch: 3 }, status: 'done' });
    expect(epochsOf(branch.records)).toEqual([3, 4, 5, 6]);
    expect(branch.checkpoints[0]).toEqual(first.checkpoints[3]);
    expect(branch.records[1]!.training.loss).not.toBe(first.records[4]!.training.loss);
  });

  it('without a change is the same training once more', async () => {
    const bench = new Bench();
    const first = await bench.trained();
    bench.runs.seek(3);
    bench.runs.branch(data, settingsWith());
    expect((await bench.ended()).records.slice(1)).toEqual(first.records.slice(4));
  });

  it('with another optimiser takes the weights, and says that it remembers nothing', async () => {
    const bench = new Bench();
    const first = await bench.trained();
    bench.runs.branch(data, settingsWith({ optimiser: 'sgd', epochs: 8 }));
    const branch = await bench.ended();
    expect(branch.note).toBe('SGD begins without memory.');
    expect(branch.checkpoints[0]!.parameters).toEqual(first.checkpoints[6]!.parameters);
    expect(epochsOf(branch.records)).toEqual([6, 7, 8]);
  });

  it('from the last epoch goes on for as many as are set', async () => {
    const bench = new Bench();
    await bench.trained();
    bench.runs.branch(data, settingsWith());
    const branch = await bench.ended();
    expect(epochsOf(branch.records)).toEqual([6, 7, 8, 9, 10, 11, 12]);
    expect(branch.note).toBe('Epoch 6 is past the 6 epochs that are set, so it goes on for as many more.');
  });

  it('of another shape starts anew from its seed, and says why', async () => {
    for (const [training, other, why] of [
      [{ hiddenSize: 5 }, {}, 'the weights of 4 hidden units do not fit 5'],
      [{ cell: 'lstm' }, {}, 'the weights of RNN with tanh do not fit LSTM'],
      [{}, { stems: true }, 'its inputs stand for other words'],
    ] as const) {
      const bench = new Bench();
      await bench.trained();
      bench.runs.branch(data, settingsWith(training, other));
      const branch = await bench.ended();
      expect(branch).toMatchObject({ parent: null, status: 'done' });
      expect(branch.note).toContain(why);
      expect(epochsOf(branch.records)[0]).toBe(0);
    }
  });

  it('without a run says that there is nothing to branch off from', () => {
    const bench = new Bench();
    bench.runs.branch(data, settingsWith());
    expect(bench.state.problem).toBe('There is no epoch to branch off from: train a network first.');
  });
});

describe('the list of runs', () => {
  it('is renamed, overlaid and shortened', async () => {
    const bench = new Bench();
    const first = await bench.trained({ epochs: 1 });
    const second = await bench.trained({ epochs: 2 });
    bench.runs.rename(first.id, '  The short one ');
    bench.runs.rename(second.id, ' ');
    expect(bench.state.runs.map(({ name }) => name)).toEqual([second.name, 'The short one']);
    bench.runs.overlay(first.id, true);
    bench.runs.overlay(first.id, true);
    expect(bench.state.overlaid).toEqual([first.id]);
    bench.runs.remove(second.id);
    expect(bench.state).toMatchObject({ shown: first.id, live: null });
    bench.runs.remove(first.id);
    expect(bench.state).toMatchObject({ shown: null, overlaid: [], runs: [] });
  });

  it('is there again after a reload; a run that was under way can go on to the same numbers', async () => {
    const whole = await new Bench().trained({ epochs: 40 });
    const shelf = new MemoryShelf();
    const before = new Bench(shelf);
    const done = await before.trained({ epochs: 2 });
    before.runs.start(data, settingsWith({ epochs: 40, pace: 'quick' }));
    while (before.run.records.length < 4) {
      await settle(2);
      before.ticks[0]!.callback();
    }
    await until(() => shelf.values.has(`${before.run.id}/3`));

    const after = new Bench(shelf);
    await until(() => after.state.isLoaded);
    expect(after.state.runs.map(({ status }) => status)).toEqual(['paused', 'done']);
    expect(after.state.runs[1]).toEqual(done);
    expect(after.run.id).toBe(before.run.id);
    expect(after.state.live?.run).toBe(after.run.id);
    after.runs.setPace('fast');
    after.runs.resume();
    await until(() => after.run.status === 'done');
    expect(after.run.records).toEqual(whole.records);
    expect(after.run.checkpoints.at(-1)).toEqual(whole.checkpoints.at(-1));
  });

  it('is written at once when the page is left', async () => {
    const shelf = new MemoryShelf();
    const bench = new Bench(shelf);
    bench.isSaving = false;
    bench.runs.start(data, settingsWith({ epochs: 100_000 }));
    await until(() => bench.run.records.length > 3);
    expect(await shelf.entries()).toEqual([]);
    const reached = bench.run.records.length;
    for (const leave of bench.leaving) leave();
    await settle(20);
    const again = new Bench(shelf);
    await until(() => again.state.isLoaded);
    expect(again.run.records.length).toBeGreaterThanOrEqual(reached);
    expect(again.run.status).toBe('paused');
    bench.runs.stop();
  });

  it('after a removal does not come back', async () => {
    const shelf = new MemoryShelf();
    const bench = new Bench(shelf);
    const run = await bench.trained();
    await until(() => shelf.values.size === 8);
    bench.runs.remove(run.id);
    await until(() => shelf.values.size === 0);
    await settle(30);
    expect(shelf.values.size).toBe(0);
  });

  it('where nothing can be kept is said so, and training goes on', async () => {
    const shelf = new MemoryShelf();
    shelf.isBroken = true;
    const bench = new Bench(shelf);
    expect((await bench.trained()).status).toBe('done');
    await until(() => bench.state.keepingProblem !== null);
    expect(bench.state.isLoaded).toBe(true);
    expect(bench.state.keepingProblem).toMatch(/^This browser cannot keep runs \(QuotaExceededError\)/);
  });
});
