// A series of numbers as rows of a task: windows of it, scaled to 0 … 1, in which each value is to be told from those before it.
import type { Task, TaskRow } from '../tasks/task.ts';
import type { SeriesScale } from './dataset.ts';

/** Windows of `steps` values to read and one more to tell; the last value of one is the first of the next, so that all are told once. */
export function windowsOf(values: readonly number[], scale: SeriesScale, steps: number): TaskRow[] {
  const count = Math.floor((values.length - 1) / steps);
  return Array.from({ length: count }, (_, k) => ({ text: values.slice(k * steps, (k + 1) * steps + 1).map((value) => scaled(value, scale)).join(';') }));
}

/** The number from 0 to 1 that a value is read as, to nine places: that takes away what the subtraction leaves of tenths, which are no sums of halves. */
const scaled = (value: number, { offset, factor }: SeriesScale): number => Math.round((1e9 * (value - offset)) / factor) / 1e9;

/** What tasks of a series have in common. */
export const seriesTask = {
  topology: 'many-to-many-synced',
  loss: 'mse',
  step: 'value',
  whole: 'series',
  cut: 'dense',
  targetSource: { kind: 'next' },
  canGrow: false,
} as const satisfies Partial<Task>;
