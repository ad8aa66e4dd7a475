// The second network that the button begins with: the next kind of cell that goes with the task.
import { cellsFor } from '../../../engine/tasks/choices.ts';
import { tasks } from '../../../engine/tasks/index.ts';
import type { Rival, UnrolledDocument } from '../../../state/document.ts';
import { cellLike, kindOf, kindsOf } from '../controls/cellKinds.ts';

export function firstRival({ task, cell }: Pick<UnrolledDocument, 'task' | 'cell'>): Rival {
  const kinds = kindsOf(cellsFor(tasks[task]));
  const own = kindOf(cell, kinds);
  const next = kinds[(own ? kinds.indexOf(own) + 1 : 0) % Math.max(kinds.length, 1)];
  const other = next && next !== own ? cellLike(next, cell) : undefined;
  return other ? { cell: other } : {};
}
