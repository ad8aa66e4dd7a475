// What a network says to rows: the same as a pass over each of them, with right answers counted.
import { describe, expect, it } from 'vitest';
import type { Example, Model } from '../../../src/engine/model.ts';
import { createNetwork, slotIndex } from '../../../src/engine/network.ts';
import { initialParameters } from '../../../src/engine/recipe/parameters.ts';
import { learnerFor } from '../../../src/engine/recipe/learners.ts';
import { plainLearner, type Look } from '../../../src/engine/learn/learner.ts';
import { Pass } from '../../../src/engine/run/pass.ts';
import { createTrace } from '../../../src/engine/run/trace.ts';
import { evaluate } from '../../../src/engine/workshop/evaluate.ts';
import type { Evaluation } from '../../../src/engine/workshop/job.ts';
import { tallyOf } from '../../../src/engine/workshop/tally.ts';
import { exampleOf } from '../../worker/support.ts';
import { model, rowsOf } from './trainings.ts';

const parametersFor = (given: Model): Float64Array =>
  initialParameters(createNetwork(given), { initialisation: { scheme: 'uniform', scale: 2, seed: 9 }, baseInputSize: given.inputSize });

function evaluatedWith(parameters: Float64Array, examples: readonly Example[]): Evaluation {
  const steps = evaluate({ model, parameters, examples });
  let next = steps.next();
  while (next.done !== true) next = steps.next();
  return next.value;
}

function evaluated(given: Model, examples: readonly Example[]): Evaluation & { pauses: number } {
  const steps = evaluate({ model: given, parameters: parametersFor(given), examples });
  let [pauses, next] = [0, steps.next()];
  for (; next.done !== true; next = steps.next()) pauses++;
  return { ...next.value, pauses };
}

/** Loss and y of a row by a pass of its own. */
function passOver(given: Model, example: Example): { loss: number; y: number[] } {
  const trace = createTrace(createNetwork(given), example);
  const pass = new Pass(trace, parametersFor(given));
  pass.forward();
  const y = trace.values[slotIndex(trace.network.program, 'y')]!;
  const Y = given.outputSize;
  return { loss: pass.totalLoss(), y: trace.sequences[0]!.readoutRows.flatMap((row) => [...y.subarray(row * Y, (row + 1) * Y)]) };
}

const entities: Model = { ...model, topology: 'many-to-many-synced', loss: 'cross_entropy', outputSize: 3, cell: 'lstm', bidirectional: true };
const series: Model = { ...model, topology: 'many-to-one', loss: 'mse', outputSize: 2 };

describe('an evaluation', () => {
  it('has the mean of the losses of all rows, whose lengths differ', () => {
    const rows = rowsOf(20, 4);
    const { loss } = evaluated(model, rows);
    expect(loss).toBeCloseTo(rows.reduce((sum, row) => sum + passOver(model, row).loss, 0) / 20, 14);
  });

  it('answers yes or no with a probability, and counts both kinds of mistakes', () => {
    const rows = rowsOf(20, 4);
    const { answers, accuracy, confusion } = evaluated(model, rows);
    const wanted = rows.map((row) => 1 / (1 + Math.exp(-passOver(model, row).y[0]!)));
    answers.forEach((answer, k) => expect(answer[0]).toBeCloseTo(wanted[k]!, 14));
    const pairs = rows.map(({ targets }, k) => [targets[0]!, Number(wanted[k]! >= 0.5)] as const);
    const counted = [0, 1].map((right) => [0, 1].map((answered) => pairs.filter(([a, b]) => a === right && b === answered).length));
    expect(confusion).toEqual(counted);
    expect(accuracy).toBe(pairs.filter(([a, b]) => a === b).length / 20);
  });

  it('counts classes at every read-out', () => {
    const rows = [5, 3, 5, 1].map((T, k) => exampleOf(entities, T, k));
    const { answers, accuracy, confusion } = evaluated(entities, rows);
    expect(answers.map(({ length }) => length)).toEqual([15, 9, 15, 3]);
    expect(confusion!.flat().reduce((sum, each) => sum + each, 0)).toBe(14);
    expect(accuracy).toBeCloseTo([0, 1, 2].reduce((sum, k) => sum + confusion![k]![k]!, 0) / 14, 14);
    for (const answer of answers) for (let k = 0; k < answer.length; k += 3) expect(answer[k]! + answer[k + 1]! + answer[k + 2]!).toBeCloseTo(1, 12);
    const [y] = rows.map((row) => passOver(entities, row).y);
    const sums = [0, 1, 2].map((k) => Math.exp(y![k]!));
    expect(answers[0]![1]).toBeCloseTo(sums[1]! / (sums[0]! + sums[1]! + sums[2]!), 12);
  });

  it('of numbers has the numbers, and nothing that is right or wrong', () => {
    const row: Example = { ...exampleOf(series, 4, 1), targets: Float64Array.of(0.5, -1) };
    const { answers, accuracy, confusion } = evaluated(series, [row]);
    passOver(series, row).y.forEach((y, k) => expect(answers[0]![k]).toBeCloseTo(y, 14));
    expect([accuracy, confusion]).toEqual([null, null]);
  });

  it('pauses on its way, and has no table of thousands of classes', () => {
    expect(evaluated(model, rowsOf(2000, 1)).pauses).toBeGreaterThan(3);
    expect(tallyOf({ ...entities, outputSize: 5000 }).confusion).toBeNull();
  });

  it('is the same however many are under way, of one model or of others', () => {
    const rows = rowsOf(100, 3);
    const asked = [0.5, -2, 1].map((factor) => evaluate({ model, parameters: parametersFor(model).map((each) => factor * each), examples: rows }));
    const ends = new Map<number, Evaluation>();
    while (ends.size < 3) {
      for (const [k, steps] of asked.entries()) {
        const next = steps.next();
        if (next.done === true && !ends.has(k)) ends.set(k, next.value);
      }
    }
    const interleaved = [0, 1, 2].map((k) => ends.get(k));
    const alone = [0.5, -2, 1].map((factor) => evaluatedWith(parametersFor(model).map((each) => factor * each), rows));
    expect(interleaved).toEqual(alone);
    expect(new Set(alone.map(({ loss }) => loss)).size).toBe(3);
  });

  it('of no rows has no loss', () => {
    expect(evaluated(model, [])).toMatchObject({ loss: NaN, accuracy: null, answers: [] });
  });
});

describe('a look at a batch', () => {
  it('is the same by the kernel and by plain loops, forward alone, and disturbs no run', () => {
    for (const each of [model, entities, series]) {
      const rows = [5, 3, 6].map((T, k): Example => (each === series ? { ...exampleOf(each, T, k), targets: Float64Array.of(1, 2) } : exampleOf(each, T, k)));
      const network = createNetwork(each);
      const looks = [plainLearner(network, parametersFor(each)), learnerFor(network, parametersFor(each), Infinity)].map((learner): Look => {
        const lesson = learner.lesson(rows);
        const loss = lesson.run();
        const steps = lesson.looks();
        let next = steps.next();
        while (next.done !== true) next = steps.next();
        expect(lesson.run()).toBe(loss);
        return next.value;
      });
      const mean = rows.reduce((sum, row) => sum + passOver(each, row).loss, 0) / 3;
      for (const { loss, outputs } of looks) {
        expect(loss).toBeCloseTo(mean, 13);
        outputs.forEach((output, b) => {
          const { y } = passOver(each, rows[b]!);
          expect(output).toHaveLength(y.length);
          output.forEach((value, k) => expect(value).toBeCloseTo(y[k]!, 13));
        });
      }
    }
  });

  it('of batches that pass takes no more memory than the largest of them', () => {
    const learner = learnerFor(createNetwork(model), parametersFor(model), Infinity);
    const size = (): number => learner.parameters.buffer.byteLength;
    learner.lesson(rowsOf(8, 0), { isPassing: true }).run();
    for (let k = 0; k < 50; k++) learner.lesson(rowsOf(8, k), { isPassing: true }).run();
    const before = size();
    for (let k = 0; k < 3000; k++) learner.lesson(rowsOf(8, k % 50), { isPassing: true });
    expect(size()).toBe(before);
  });

  it('a passing batch has the loss and the gradient of one that stays', () => {
    const [staying, passing] = [0, 1].map(() => learnerFor(createNetwork(model), parametersFor(model), Infinity));
    for (let k = 0; k < 20; k++) {
      const rows = rowsOf(1 + (k % 5), k);
      expect(passing!.lesson(rows, { isPassing: true }).run()).toBe(staying!.lesson(rows).run());
      expect(passing!.gradients).toEqual(staying!.gradients);
    }
  });
});
