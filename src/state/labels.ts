// The reader's own label for a sentence: which numbers it may be for a task.
import { tasks, type TaskId } from '../engine/tasks/index.ts';

/** The largest label of a task, 0-based; one output alone has the labels 0 and 1. */
export const lastLabel = (task: TaskId): number => Math.max(tasks[task].outputs.length, 2) - 1;

/** What a label of a task has to be, in words. */
export const expectedLabel = (task: TaskId): string => `a whole number from 0 to ${lastLabel(task)}`;

export const isLabel = (task: TaskId, label: number): boolean => Number.isInteger(label) && label >= 0 && label <= lastLabel(task);

/** Null where the task has that label, and where there is none; else what is expected. */
export function labelProblem(task: TaskId, label: number | null): string | null {
  return label === null || isLabel(task, label) ? null : `The label is ${label}, but it has to be ${expectedLabel(task)}.`;
}
