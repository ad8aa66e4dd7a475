// Trainings over a data set: batches, orders, epochs, exact continuation, and what is said where numbers leave their range.
import { describe, expect, it } from 'vitest';
import { optimisers, type OptimiserId } from '../../../src/engine/learn/optimisers.ts';
import { schedules } from '../../../src/engine/learn/schedules.ts';
import { createNetwork } from '../../../src/engine/network.ts';
import { initialParameters } from '../../../src/engine/recipe/parameters.ts';
import { evaluate } from '../../../src/engine/workshop/evaluate.ts';
import { mostMeasured } from '../../../src/engine/workshop/measure.ts';
import { orderOf, sampleOf } from '../../../src/engine/workshop/order.ts';
import { train } from '../../../src/engine/workshop/training.ts';
import type { Example } from '../../../src/engine/model.ts';
import { difference } from '../../worker/support.ts';
import { courseOf, jobOf, model, rowsOf } from './trainings.ts';

const scoreOf = (parameters: Float64Array, examples: readonly Example[]): { loss: number; accuracy: number | null } => {
  const steps = evaluate({ model, parameters, examples });
  let next = steps.next();
  while (next.done !== true) next = steps.next();
  return next.value;
};

describe('a training', () => {
  it('tells its beginning, and every row, batch and epoch as it is over, each by the largest that is', () => {
    const { beats } = courseOf(jobOf({ epochs: 2 }));
    // 14 rows: three batches of four and one of two.
    const epoch = ['row', 'row', 'row', 'batch', 'row', 'row', 'row', 'batch', 'row', 'row', 'row', 'batch', 'row', 'epoch'];
    expect(beats).toEqual(['start', ...epoch, ...epoch]);
  });

  it('says before each row which one comes next, as the order of the epoch has it', () => {
    const { moments } = courseOf(jobOf({ epochs: 2 }));
    const said = moments.slice(1, 28).map(({ epoch, rowsDone, nextRow }) => [epoch, rowsDone, nextRow]);
    const orders = [1, 2, 3].map((epoch) => orderOf(14, epoch, 5));
    expect(said.slice(0, 13)).toEqual(Array.from({ length: 13 }, (_, k) => [0, k + 1, orders[0]![k + 1]]));
    expect(said[13]).toEqual([1, 0, orders[1]![0]]);
  });

  it('begins with epoch 0 measured before any update, and has every epoch once, however rarely it is asked', () => {
    const often = courseOf(jobOf());
    const rarely = courseOf(jobOf(), () => false);
    expect(often.records.map(({ epoch }) => epoch)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(rarely.records).toEqual(often.records);
    expect(rarely.moments).toHaveLength(1);
    expect(often.records[0]).toMatchObject({ epoch: 0, update: 0, gradientNorm: NaN, learningRate: 0.02 });
    expect(often.records.map(({ update }) => update)).toEqual([0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40]);
    const initial = initialParameters(createNetwork(model), { initialisation: jobOf().initialisation, baseInputSize: model.inputSize });
    expect(difference('parameters', often.checkpoints[0]!.parameters, initial)).toBeNull();
  });

  it('measures loss and accuracy of both kinds of rows with the parameters after each epoch', () => {
    const job = jobOf({ epochs: 3 });
    const { records, checkpoints } = courseOf(job);
    for (const [k, { training, validation }] of records.entries()) {
      const [seen, apart] = [job.training, job.validation].map((rows) => scoreOf(checkpoints[k]!.parameters, rows));
      expect(training.loss).toBeCloseTo(seen!.loss, 12);
      expect(training.accuracy).toBe(seen!.accuracy);
      expect(validation?.loss).toBeCloseTo(apart!.loss, 12);
      expect(validation?.accuracy).toBe(apart!.accuracy);
    }
  });

  it('learns what the rows have in common', () => {
    const { records } = courseOf(jobOf({ training: rowsOf(80, 1), validation: rowsOf(40, 2), epochs: 60, model: { ...model, hiddenSize: 8 }, clipping: {} }));
    expect(records.at(-1)!.training.accuracy).toBe(1);
    expect(records.at(-1)!.validation!.accuracy).toBeGreaterThan(0.9);
    expect(records.at(-1)!.training.loss).toBeLessThan(records[0]!.training.loss / 10);
  });

  it.each(Object.keys(optimisers) as OptimiserId[])('goes on from a checkpoint exactly as it would have, with %s', (optimiser) => {
    for (const changes of [{ batchSize: 4 }, { batchSize: 1 }, { schedule: 'exponential', orderSeed: null } as const]) {
      const job = jobOf({ optimiser, ...changes });
      const whole = courseOf(job);
      const half = courseOf({ ...job, epochs: 5 });
      const rest = courseOf({ ...job, from: structuredClone(half.checkpoints.at(-1)!) });
      expect(rest.records.slice(1)).toEqual(whole.records.slice(6));
      for (const [k, checkpoint] of rest.checkpoints.entries()) {
        const same = whole.checkpoints[5 + k]!;
        expect(difference('parameters', checkpoint.parameters, same.parameters)).toBeNull();
        expect(checkpoint.memory).toEqual(same.memory);
      }
    }
  });

  it('goes through the same numbers wherever it is left off', () => {
    const job = jobOf({ epochs: 3 });
    const steps = train(job);
    let last;
    for (let next = steps.next(); next.done !== true; next = steps.next()) {
      // A moment that is asked for changes nothing.
      if (next.value) last = next.value.progress();
    }
    expect(last?.parameters).toEqual(courseOf(job, () => false).last?.parameters);
  });

  it('reads rows in another order each epoch by its seed, or as they are written', () => {
    const orders = [1, 2, 3].map((epoch) => orderOf(30, epoch, 8));
    for (const order of orders) expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, k) => k));
    expect(new Set(orders.map(String)).size).toBe(3);
    expect(orderOf(30, 2, 8)).toEqual(orders[1]);
    expect(orderOf(30, 2, 9)).not.toEqual(orders[1]);
    expect(orderOf(4, 2, null)).toEqual([0, 1, 2, 3]);
  });

  it('has the rate of its schedule, by the epochs that are done', () => {
    const { records } = courseOf(jobOf({ schedule: 'step', scheduleSettings: { every: 2, gamma: 0.5 }, epochs: 6 }));
    expect(records.slice(1).map(({ learningRate }) => learningRate)).toEqual([0, 1, 2, 3, 4, 5].map((epoch) => schedules.step.rate(0.02, epoch, { every: 2, gamma: 0.5 })));
  });

  it('that has all its epochs behind it says where it stands and ends', () => {
    const { checkpoints } = courseOf(jobOf({ epochs: 2 }));
    const { records, end } = courseOf(jobOf({ epochs: 2, from: checkpoints.at(-1)! }));
    expect(end.problem).toBeNull();
    expect(records.map(({ epoch }) => epoch)).toEqual([2]);
  });

  it('without rows for validation has no score of them', () => {
    expect(courseOf(jobOf({ validation: [], epochs: 1 })).records.map(({ validation }) => validation)).toEqual([null, null]);
  });

  it('measures a fixed sample where there are very many rows', () => {
    expect(sampleOf(10, mostMeasured, 1)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const sample = sampleOf(10_000, mostMeasured, 1);
    expect(new Set(sample).size).toBe(mostMeasured);
    expect(sample).toEqual(sampleOf(10_000, mostMeasured, 1));
    expect(sample).toEqual(sample.toSorted((a, b) => a - b));
    expect(sample).not.toEqual(sampleOf(10_000, mostMeasured, 2));
  });
});

describe('a training that runs away', () => {
  const wild = jobOf({ model: { ...model, cell: 'rnn_relu', loss: 'mse' }, optimiser: 'sgd', learningRate: 50, clipping: {}, batchSize: 2, epochs: 200 });

  it('ends with the number that overflowed first and what to do, and keeps its last good checkpoint', () => {
    const { end, checkpoints, records, last } = courseOf(wild);
    expect(end.problem).toMatch(/^In epoch \d+, before update \d+, .*the first to overflow is \S+ at t = \d+.*η = 50\. Take a smaller learning rate or clip the gradient, and go on from the last epoch/);
    for (const { parameters } of checkpoints) expect(parameters.every(Number.isFinite)).toBe(true);
    expect(last!.parameters.every(Number.isFinite)).toBe(true);
    expect(records.length).toBe(checkpoints.length);
  });

  it('runs away no more with a smaller rate and clipping', () => {
    expect(courseOf({ ...wild, learningRate: 0.01, clipping: { norm: 1 }, epochs: 5 }).end.problem).toBeNull();
  });

  it('names a weight that overflowed in the last update of an epoch', () => {
    const far = rowsOf(14, 1).map((row) => ({ ...row, targets: Float64Array.of(1000) }));
    const { end } = courseOf(jobOf({ model: { ...model, loss: 'mse' }, training: far, optimiser: 'sgd', learningRate: 1.7e308, clipping: {}, batchSize: 14, epochs: 3 }));
    expect(end.problem).toMatch(/^After update 1 the weight \S+\[\d+,\d+\] is −?∞: the step that moved it was too large/);
  });
});

describe('a training that cannot be begun', () => {
  it('says why', () => {
    const begun = (changes: Parameters<typeof jobOf>[0]) => () => train(jobOf(changes)).next();
    expect(begun({ training: [] })).toThrow('There is no row to learn from');
    expect(begun({ batchSize: 0 })).toThrow('A batch has 1, 2, 3, … rows, but its size is 0.');
    expect(begun({ epochs: -1 })).toThrow('The number of epochs is 0, 1, 2, …, but it is -1.');
    expect(begun({ learningRate: -1 })).toThrow('The learning rate of Adam should be');
    expect(begun({ from: { epoch: 1, update: 1, parameters: new Float64Array(3), memory: optimisers.adam.make({}, 3).save() } })).toThrow('This network has');
  });
});
