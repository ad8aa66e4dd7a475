import { describe, expect, it } from 'vitest';
import { batchBytes, batchOf, batchSize, testOf, testSize } from '../../../src/engine/laboratory/lag/batches.ts';
import { beginningOf } from '../../../src/engine/laboratory/lag/beginning.ts';
import { usualGateBias, type LagJob, type LagProgress } from '../../../src/engine/laboratory/lag/job.ts';
import { classCount, lagTasks, tolerance } from '../../../src/engine/laboratory/lag/tasks.ts';
import { testing } from '../../../src/engine/laboratory/lag/testing.ts';
import { testEvery, train } from '../../../src/engine/laboratory/lag/training.ts';
import { learn, plainLearner } from '../../../src/engine/learn/learner.ts';
import { optimisers } from '../../../src/engine/learn/optimisers.ts';
import { parameterOf, slotIndex } from '../../../src/engine/network.ts';
import { Pass } from '../../../src/engine/run/pass.ts';
import { createTrace } from '../../../src/engine/run/trace.ts';

const job: LagJob = { task: 'recall', lag: 5, cell: 'gru', hiddenSize: 8, updates: 60, learningRate: 0.01, seed: 3 };

const told = (of: LagJob): LagProgress[] => [...train(of)].filter((each) => each !== null);

describe('first-token recall', () => {
  it('asks for the first of lag + 1 tokens, which none of the others can be', () => {
    for (const { inputs, targets } of batchOf({ task: 'recall', lag: 7, seed: 1 }, 1)) {
      if (inputs.kind !== 'one-hot') throw new Error('Tokens are one-hot.');
      const [first, ...others] = inputs.indices;
      expect(inputs.indices).toHaveLength(8);
      expect([...targets]).toEqual([first]);
      expect(first).toBeLessThan(classCount);
      expect(others.every((each) => each >= classCount && each < 2 * classCount)).toBe(true);
    }
  });

  it('is tested on as many sequences of each class', () => {
    const counts = Array.from({ length: classCount }, (_, k) => testOf({ task: 'recall', lag: 7, seed: 1 }).filter(({ targets }) => targets[0] === k).length);
    expect(counts).toEqual(Array.from({ length: classCount }, () => testSize / classCount));
  });

  it('takes an answer as right where the right score alone is the highest', () => {
    const { isRight } = lagTasks.recall;
    expect(isRight(Float64Array.of(0, 2, 1, -1), Float64Array.of(1))).toBe(true);
    expect(isRight(Float64Array.of(0, 2, 2, -1), Float64Array.of(1))).toBe(false);
    expect(isRight(Float64Array.of(0, 2, 1, -1), Float64Array.of(2))).toBe(false);
    expect(isRight(new Float64Array(4).fill(NaN), Float64Array.of(1))).toBe(false);
  });
});

describe('the adding problem', () => {
  it.each([1, 2, 5, 30, 100])('asks for the sum of the two marked numbers, of which one is within the first tenth, at a lag of %i', (lag) => {
    for (const { inputs, targets } of testOf({ task: 'adding', lag, seed: 4 })) {
      if (inputs.kind !== 'dense') throw new Error('Numbers with marks are dense.');
      const steps = Array.from({ length: lag + 1 }, (_, k) => ({ k, value: inputs.values[2 * k]!, mark: inputs.values[2 * k + 1]! }));
      const marked = steps.filter(({ mark }) => mark === 1);
      expect(inputs.values).toHaveLength(2 * (lag + 1));
      expect(steps.filter(({ mark }) => mark === 0)).toHaveLength(lag - 1);
      expect(steps.every(({ value }) => value >= 0 && value < 1)).toBe(true);
      expect(marked).toHaveLength(2);
      expect(marked[0]!.k).toBeLessThan(Math.max(1, (lag + 1) / 10));
      expect(targets[0]).toBe(marked[0]!.value + marked[1]!.value);
    }
  });

  it('has the loss and the share of right answers that always answering 1 comes to', () => {
    const all = Array.from({ length: 50 }, (_, n) => batchOf({ task: 'adding', lag: 20, seed: 9 }, n)).flat();
    const { baseline, isRight } = lagTasks.adding;
    const loss = all.reduce((total, { targets }) => total + (1 - targets[0]!) ** 2, 0) / all.length;
    const accuracy = all.filter(({ targets }) => isRight(Float64Array.of(1), targets)).length / all.length;
    // 1,600 sums: three standard errors.
    expect(Math.abs(loss - baseline.loss)).toBeLessThan(0.015);
    expect(Math.abs(accuracy - baseline.accuracy)).toBeLessThan(0.03);
    expect(isRight(Float64Array.of(1 + tolerance * 1.01), Float64Array.of(1))).toBe(false);
    expect(isRight(Float64Array.of(NaN), Float64Array.of(1))).toBe(false);
  });
});

describe('what is read', () => {
  it('is another batch at each update, and the same for the same seed, task and lag', () => {
    expect(batchOf(job, 3)).toEqual(batchOf({ task: 'recall', lag: 5, seed: 3 }, 3));
    expect(batchOf(job, 3)).toHaveLength(batchSize);
    for (const other of [batchOf(job, 4), batchOf({ ...job, seed: 4 }, 3), testOf(job).slice(0, batchSize)]) expect(batchOf(job, 3)).not.toEqual(other);
  });

  it('is the same for every cell: the first loss of each is that of the first batch with its own weights', () => {
    for (const cell of ['rnn_tanh', 'rnn_relu', 'lstm', 'gru'] as const) {
      const { network, parameters } = beginningOf({ ...job, cell });
      const trace = createTrace(network, batchOf(job, 1));
      const pass = new Pass(trace, parameters);
      pass.forward();
      expect(told({ ...job, cell, updates: 1 })[1]!.loss).toBeCloseTo(pass.totalLoss(), 12);
    }
  });
});

describe('the beginning', () => {
  it('opens the gate that keeps the state, and no other', () => {
    for (const [cell, gate, others] of [['lstm', 'b_f', ['b_i', 'b_g', 'b_o']], ['gru', 'b_z', ['b_r', 'b_n']]] as const) {
      const [open, half] = [beginningOf({ ...job, cell }), beginningOf({ ...job, cell, gateBias: 0.5 })];
      const biasOf = ({ network, parameters }: typeof open, symbol: string) => {
        const { offset, rows } = parameterOf(network.program, symbol)!;
        return [...parameters.subarray(offset, offset + rows)];
      };
      expect(biasOf(open, gate)).toEqual(Array.from({ length: 8 }, () => usualGateBias));
      expect(biasOf(half, gate)).toEqual(Array.from({ length: 8 }, () => 0.5));
      const drawn = beginningOf({ ...job, cell, gateBias: null });
      expect(new Set(biasOf(drawn, gate)).size).toBe(8);
      for (const each of biasOf(drawn, gate)) expect(Math.abs(each)).toBeLessThanOrEqual(1 / Math.sqrt(8));
      for (const other of others) expect(biasOf(open, other).every((each) => Math.abs(each) <= 1 / Math.sqrt(8))).toBe(true);
    }
  });

  it('says in words which lag or bias cannot be', () => {
    expect(() => beginningOf({ ...job, lag: 0 })).toThrow('A lag is a whole number of steps from 1, but it is 0.');
    expect(() => beginningOf({ ...job, gateBias: NaN })).toThrow('The bias of the gate is a number, but it is NaN.');
  });
});

describe('a test', () => {
  it('has the mean loss and the share of right answers that one pass over all of its sequences has', () => {
    const { network, parameters } = beginningOf({ ...job, task: 'adding' });
    const examples = testOf({ ...job, task: 'adding' });
    const trace = createTrace(network, examples);
    const pass = new Pass(trace, parameters);
    pass.forward();
    const steps = testing(network, parameters, lagTasks.adding, examples);
    let next = steps.next();
    while (next.done !== true) next = steps.next();
    expect(next.value.loss).toBeCloseTo(pass.totalLoss(), 12);
    const answers = trace.values[slotIndex(network.program, 'y')]!.subarray(trace.stepCount * examples.length);
    const right = examples.filter(({ targets }, b) => Math.abs(answers[b]! - targets[0]!) < tolerance).length;
    expect(next.value.accuracy).toBe(right / testSize);
    expect(right).toBeGreaterThan(0);
  });
});

describe('a training', () => {
  it.each(['rnn_tanh', 'lstm', 'gru'] as const)('learns to recall the first token at a lag of 5: %s', (cell) => {
    const all = told({ ...job, cell, hiddenSize: 12, updates: 300 });
    const { baseline } = lagTasks.recall;
    expect(all[0]).toMatchObject({ update: 0, loss: NaN, isSolved: false, problem: null });
    expect(Math.abs(all[0]!.result!.accuracy - baseline.accuracy)).toBeLessThan(0.15);
    expect(all.at(-1)!.isSolved).toBe(true);
    expect(all.at(-1)!.result!.accuracy).toBe(1);
    expect(all.at(-1)!.loss).toBeLessThan(baseline.loss / 2);
  });

  it('lowers the loss of the adding problem below that of always answering 1', () => {
    const all = told({ ...job, task: 'adding', updates: 300 });
    expect(all.at(-1)!.result!.loss).toBeLessThan(lagTasks.adding.baseline.loss / 2);
  });

  it('tells of every update in turn, and tests at the first, now and then, and at the last', () => {
    const all = told({ ...job, lag: 30, cell: 'rnn_tanh', updates: testEvery + 3 });
    expect(all.map(({ update }) => update)).toEqual(Array.from({ length: testEvery + 4 }, (_, k) => k));
    expect(all.filter(({ result }) => result !== null).map(({ update }) => update)).toEqual([0, testEvery, testEvery + 3]);
  });

  it('tells the same again, and when it is driven in turn with another one', () => {
    const jobs = [{ ...job, updates: 30 }, { ...job, cell: 'lstm', updates: 30 }] as const;
    const alone = jobs.map(told);
    const runs = jobs.map((each) => ({ steps: train(each), heard: [] as LagProgress[], isOver: false }));
    while (runs.some(({ isOver }) => !isOver)) {
      for (const run of runs) {
        const next = run.steps.next();
        if (next.done === true) run.isOver = true;
        else if (next.value) run.heard.push(next.value);
      }
    }
    expect(runs.map(({ heard }) => heard)).toEqual(alone);
  });

  it('begins the same, however many updates it is to have', () => {
    expect(told({ ...job, updates: 300 }).slice(0, 20)).toEqual(told({ ...job, updates: 290 }).slice(0, 20));
  });

  it('tells the same where a learner holds few batches, and learning moves on to another', () => {
    for (const held of [1, 3, 7].map((count) => count * batchBytes(job))) {
      expect([...train({ ...job, updates: 20 }, held)].filter((each) => each !== null)).toEqual(told({ ...job, updates: 20 }));
    }
  });

  it.each(['recall', 'adding'] as const)('has the losses of Adam on clipped gradients, in plain loops over the same batches: %s', (task) => {
    const { network, parameters } = beginningOf({ ...job, task });
    const learner = plainLearner(network, parameters);
    const adam = optimisers.adam.make({ learningRate: job.learningRate }, parameters.length);
    for (const { update, loss, gradientNorm } of told({ ...job, task, updates: 30 }).slice(1)) {
      const plain = learn(learner, learner.lesson(batchOf({ ...job, task }, update)), adam, { clipping: { norm: 1 } });
      expect(loss).toBeCloseTo(plain.loss, 9);
      expect(gradientNorm).toBeCloseTo(plain.gradientNorm, 8);
    }
  });

  it('pauses far more often than it tells', () => {
    const steps = [...train({ ...job, lag: 60, updates: 3 })];
    expect(steps.filter((each) => each === null).length).toBeGreaterThan(4 * steps.filter((each) => each !== null).length);
  });

  it('ends in words where the loss is no number any more', () => {
    const all = told({ ...job, cell: 'rnn_relu', lag: 100, learningRate: 1e150, updates: 20 });
    expect(all.at(-1)!.problem).toMatch(/^At update \d+ the (loss|gradient) is no number any more/);
    expect(all.length).toBeLessThan(21);
  });
});
