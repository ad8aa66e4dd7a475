// Rows drawn by chance, none of them twice: a row that is learned from is not to be met again among those that are kept for validation.
import type { TaskRow } from '../tasks/task.ts';

/** `count` rows of different texts in the order of drawing, `first` ones before them. `draw` has to be able to make so many. */
export function distinctRows(count: number, draw: () => TaskRow, first: readonly TaskRow[] = []): TaskRow[] {
  const rows = new Map(first.map((row) => [row.text, row]));
  while (rows.size < count) {
    const row = draw();
    if (!rows.has(row.text)) rows.set(row.text, row);
  }
  return [...rows.values()];
}
