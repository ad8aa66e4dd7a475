import { describe, expect, it } from 'vitest';
import type { Task } from '../../../../src/engine/tasks/task.ts';
import { tasks } from '../../../../src/engine/tasks/index.ts';
import { forecastAsked, forecastOf, givenOf } from '../../../../src/view/panels/workshop/generation/forecast.ts';
import { errorWords, forecastWords } from '../../../../src/view/panels/workshop/generation/words.ts';
import { forecastPlot } from '../../../../src/view/layout/workshop/generation/forecastPlot.ts';
import { answersTo, prepared, untrained } from './support.ts';

const rows = [[0.1, 0.2, 0.3, 0.4, 0.5, 0.6], [0.6, 0.5, 0.4, 0.3, 0.2, 0.1]];
const task: Task = {
  ...tasks.letters, id: 'series', loss: 'mse', step: 'value', whole: 'series', cut: 'dense', vocabulary: ['value'], outputs: ['next value'],
  rows: rows.map((values) => ({ text: values.join(';') })), targetSource: { kind: 'next' },
};
const data = prepared(task, { offset: -10, factor: 40, unit: '°C' });
const { model, parameters } = untrained(data);
const asked = forecastAsked(data, data.rows[0]!, 2, model, parameters);
const said = answersTo(asked);
const forecast = forecastOf(asked, said)!;

describe('a series that goes on by itself', () => {
  it('is told in its unit, and begins where the truth ends', () => {
    expect(forecast.truth).toHaveLength(6);
    forecast.truth.forEach((value, k) => expect(value).toBeCloseTo(-10 + 40 * rows[0]![k]!, 10));
    expect(forecast.oneStep).toHaveLength(5);
    expect(forecast.free).toHaveLength(4);
    // The first of its own was said with the truth alone before it.
    expect(forecast.free[0]).toBe(forecast.oneStep[1]);
    expect(forecast.free[1]).not.toBe(forecast.oneStep[2]);
  });

  it('errs by the root of the mean square over all rows, step by step ahead', () => {
    const inUnit = (value: number) => -10 + 40 * value;
    [0, 1, 2, 3].forEach((k) => {
      const squares = rows.map((values, r) => (inUnit(values[2 + k]!) - inUnit(said[2 * r + 3]!.scores[1 + k]!)) ** 2);
      expect(forecast.errors.free[k]).toBeCloseTo(Math.sqrt((squares[0]! + squares[1]!) / 2), 10);
      expect(forecast.errors.same[k]).toBeCloseTo(4 * (k + 1), 10);
    });
    expect(forecast.errors.free[0]).toBe(forecast.errors.oneStep[0]);
    expect(forecast.rowCount).toBe(2);
  });

  it('is given half where nothing is set, and at least one step is left', () => {
    expect(givenOf(0, 20)).toBe(10);
    expect(givenOf(99, 20)).toBe(19);
    expect(givenOf(3, 20)).toBe(3);
    expect(givenOf(0, 1)).toBe(1);
  });

  it('is told in words from the same numbers', () => {
    expect(forecastWords({ given: 2, truth: [1, 2, 3, 5], oneStep: [0, 3, 8], free: [3, 9] }, '°C')).toBe(
      'The first 2 values are given. After them, given each value before it, it is off by 2.12\u00a0°C (root of the mean square); reading what it said itself, by 2.83\u00a0°C, over the same 2 steps.',
    );
    expect(errorWords({ errors: { free: [1, 2, 5], oneStep: [1, 1, 1], same: [2, 3, 4] }, rowCount: 7 }, '', true)).toContain('From 3 steps ahead on');
    expect(errorWords({ errors: { free: [1, 2, 3], oneStep: [1, 1, 1], same: [2, 3, 4] }, rowCount: 7 }, '', true)).toContain('better than saying the last value again at every');
  });

  it('is drawn on from the last value that is given', () => {
    const { lines, xOf, yOf } = forecastPlot({ ...forecast, unit: '°C', size: { width: 600, height: 300, textSize: 12 } });
    const [truth, oneStep, free] = lines;
    expect(truth!.points).toHaveLength(6);
    expect(oneStep!.points[0]!.x).toBeCloseTo(xOf(2), 8);
    expect(free!.points[0]).toMatchObject({ x: xOf(2), y: yOf(forecast.truth[1]!) });
    expect(free!.points.at(-1)!.x).toBeCloseTo(xOf(6), 8);
  });
});
