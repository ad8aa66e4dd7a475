// The document at the start: a trained network about to read the task's first row.
import type { TaskId } from '../engine/tasks/index.ts';
import type { TaskRow } from '../engine/tasks/task.ts';
import { tasks } from '../engine/tasks/index.ts';
import { firstCellOf, recipeOf } from '../engine/tasks/choices.ts';
import type { CellId } from '../engine/model.ts';
import type { UnrolledDocument } from './document.ts';

const defaultTask: TaskId = 'reviews';

/** What stands on the screen before anything was done. A link holds only what differs from it. The cell may be another than at first. */
export function initialDocument(taskId: TaskId = defaultTask, cell: CellId = firstCellOf(tasks[taskId])): UnrolledDocument {
  const task = tasks[taskId];
  const { hiddenSize, seed, epochs, learningRate } = recipeOf(task, cell);
  return {
    task: taskId,
    text: firstRowOf(taskId).text,
    generatedLength: null,
    label: null,
    addedWords: [],
    cell,
    bidirectional: task.bidirectional ?? false,
    hiddenSize,
    biases: 'one',
    initialisation: { scheme: 'uniform', scale: 1, seed },
    trainedEpochs: epochs,
    learningRate,
    clipping: null,
    feeding: 'teacher',
    initialStates: null,
    changes: [],
    playhead: 0,
    fold: 0,
    gates: false,
    inside: 0,
    notation: 'papers',
    rival: null,
    section: 'score',
    laboratory: null,
    workshop: null,
  };
}

/** The row that stands on the screen at first. */
export function firstRowOf(taskId: TaskId): TaskRow {
  const { rows, firstRow } = tasks[taskId];
  const row = rows[firstRow];
  if (!row) throw new Error(`The task "${taskId}" starts with its row ${firstRow + 1}, but it has ${rows.length} rows.`);
  return row;
}
