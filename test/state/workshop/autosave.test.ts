// Keeping runs as they change, and what is seen of a training under way.
import { describe, expect, it } from 'vitest';
import { Autosave } from '../../../src/state/workshop/autosave.ts';
import { Live } from '../../../src/state/workshop/live.ts';
import type { RunKeeper } from '../../../src/state/workshop/kept.ts';
import type { TrainingRun } from '../../../src/state/workshop/run.ts';
import type { TrainingMoment } from '../../../src/engine/workshop/job.ts';
import { rowsOf } from '../../engine/workshop/trainings.ts';
import { settle } from '../../worker/support.ts';

const run = (id: string, name: string): TrainingRun => ({ id, name }) as TrainingRun;

/** A keeper that writes down what it is told, and a clock that is moved by hand. */
class Desk {
  readonly told: string[] = [];
  readonly failures: string[] = [];
  isFull = false;
  private timers: { callback: () => void; milliseconds: number }[] = [];
  readonly waits: number[] = [];
  private readonly keeper: RunKeeper = {
    all: async () => [],
    keep: async ({ id, name }) => {
      if (this.isFull) throw new Error('the disk is full');
      this.told.push(`keep ${id} ${name}`);
    },
    forget: async (id) => void this.told.push(`forget ${id}`),
  };
  readonly autosave = new Autosave({
    keeper: this.keeper,
    failed: (words) => void this.failures.push(words),
    later: (callback, milliseconds) => {
      this.waits.push(milliseconds);
      this.timers.push({ callback, milliseconds });
    },
  });

  async tick(): Promise<void> {
    for (const { callback } of this.timers.splice(0)) callback();
    await settle();
  }
}

describe('runs that change', () => {
  it('are written once a second at most, as they are then', async () => {
    const desk = new Desk();
    for (const name of ['one', 'two', 'three']) desk.autosave.changed(run('a', name));
    desk.autosave.changed(run('b', 'other'));
    await settle();
    expect(desk.told).toEqual([]);
    await desk.tick();
    expect(desk.told).toEqual(['keep a three', 'keep b other']);
    desk.autosave.changed(run('a', 'four'));
    await desk.tick();
    expect(desk.told.slice(2)).toEqual(['keep a four']);
    expect(desk.waits).toEqual([1000, 1000]);
  });

  it('are written at once where they stand still, and forgotten for good', async () => {
    const desk = new Desk();
    desk.autosave.changed(run('a', 'end'));
    await desk.autosave.flush();
    expect(desk.told).toEqual(['keep a end']);
    desk.autosave.changed(run('a', 'later'));
    desk.autosave.forget('a');
    await desk.tick();
    expect(desk.told).toEqual(['keep a end', 'forget a']);
  });

  it('that cannot be written are told of in words, and others are written after them', async () => {
    const desk = new Desk();
    desk.isFull = true;
    desk.autosave.changed(run('a', 'one'));
    await desk.tick();
    expect(desk.failures).toEqual([
      'This browser cannot keep runs (the disk is full): they are here until the page is closed or reloaded. Export those that you want to keep.',
    ]);
    desk.isFull = false;
    desk.autosave.changed(run('a', 'two'));
    await desk.tick();
    expect(desk.told).toEqual(['keep a two']);
  });
});

describe('a training under way', () => {
  const moment = (update: number, changes: Partial<TrainingMoment> = {}): TrainingMoment => ({
    epoch: 0, update, rowsDone: update, nextRow: 0, loss: 1 / update, gradientNorm: 1, parameters: new Float64Array(), epochs: [], ...changes,
  });
  const job = { epochs: 10, training: rowsOf(50, 1) };

  it('has the speed of the latest second or so, and the time that is left at it', () => {
    const live = new Live('run', job);
    expect(live.heard(moment(1), 0)).toMatchObject({ rowsPerSecond: null, secondsLeft: null });
    expect(live.heard(moment(11), 500)).toMatchObject({ rowsPerSecond: 20, secondsLeft: (500 - 11) / 20 });
    // What lies longer back does not count any more.
    live.heard(moment(12), 2000);
    expect(live.heard(moment(42), 3000).rowsPerSecond).toBe(30);
    expect(live.heard(moment(43, { epoch: 2, rowsDone: 10 }), 3000).secondsLeft).toBeCloseTo((500 - 110) / (110 - 12), 10);
    expect(live.rested()).toMatchObject({ rowsPerSecond: null, secondsLeft: null });
  });

  it('has the loss by update, each once, thinned to a thousand with the newest among them', () => {
    const live = new Live('run', job);
    for (let update = 1; update <= 5000; update++) for (let twice = 0; twice < 2; twice++) live.heard(moment(update), update);
    const { batchLosses } = live.heard(moment(5001, { loss: NaN }), 5001);
    expect(batchLosses.length).toBeLessThanOrEqual(1000);
    expect(batchLosses.length).toBeGreaterThan(400);
    expect(batchLosses.at(-1)).toEqual({ update: 5000, loss: 1 / 5000 });
    expect(new Set(batchLosses.map(({ update }) => update)).size).toBe(batchLosses.length);
  });
});
