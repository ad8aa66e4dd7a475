// A data set as CSV, which the room of data reads again: each row with its answer in words, and on which side of the split it is.
import { csvLine } from '../../engine/interchange/csv.ts';
import type { PreparedData } from '../../engine/data/dataset.ts';
import type { Task } from '../../engine/tasks/task.ts';

/** Rows as they were given, before any preparation; those that cannot be read have no side. */
export function dataCsv({ dataset: { task }, rows, validation }: PreparedData): string {
  const kept = new Set(validation);
  const sides = new Map(rows.map(({ index }, position) => [index, kept.has(position) ? 'validation' : 'training']));
  const isAnswered = task.rows.some(({ targets }) => targets !== undefined);
  const head = csvLine(['text', ...(isAnswered ? ['answer'] : []), 'side']);
  return head + task.rows.map(({ text, targets }, index) => csvLine([text, ...(isAnswered ? [targets ? answerWords(task, targets) : ''] : []), sides.get(index) ?? ''])).join('');
}

/** "positive", "O O PER", "0.25 0.5". */
function answerWords({ loss, outputs }: Task, targets: readonly number[]): string {
  if (loss === 'cross_entropy') return targets.map((target) => outputs[target] ?? String(target)).join(' ');
  if (loss === 'mse') return targets.join(' ');
  const [only = '1'] = outputs;
  if (outputs.length === 1) return targets.map((target) => (target >= 0.5 ? only : `not ${only}`)).join(' ');
  return targets.flatMap((target, k) => (target >= 0.5 ? [outputs[k % outputs.length] ?? ''] : [])).join(' ');
}
