// The document that a figure of the gallery opens: its task with that cell, and the sentence that it shows.
import { cells } from '../../engine/cells/index.ts';
import { cellsFor } from '../../engine/tasks/choices.ts';
import { tasks } from '../../engine/tasks/index.ts';
import type { CellId } from '../../engine/model.ts';
import { apply, type Command } from '../../state/commands.ts';
import type { UnrolledDocument } from '../../state/document.ts';
import { firstRowOf } from '../../state/defaults.ts';
import type { FigureExample, GalleryFigure } from '../../view/draw/gallery/figures.ts';

/** The cell of a figure, where one of these goes with its wiring; null where none does. */
export function fittingCell({ examples: [{ task }] }: GalleryFigure, wanted: readonly CellId[]): CellId | null {
  const fitting = cellsFor(tasks[task]);
  return wanted.find((cell) => fitting.includes(cell)) ?? null;
}

/** What is done one after the other; the undo menu has all of it as one entry. */
export function commandsFor({ task, text }: FigureExample, cell: CellId): Command[] {
  return [
    { type: 'setTask', task },
    ...(text === firstRowOf(task).text ? [] : [{ type: 'setText', text } as const]),
    { type: 'setCell', cell },
    { type: 'setDirection', bidirectional: tasks[task].bidirectional ?? false },
  ];
}

export function openedDocument(document: UnrolledDocument, example: FigureExample, cell: CellId, fold: number): UnrolledDocument {
  return [...commandsFor(example, cell), { type: 'setFold', fold } as const].reduce<UnrolledDocument>(apply, document);
}

/** For the undo menu, after "Undo". */
export const openWords = ({ title }: GalleryFigure, cell: CellId): string => `open ${title.charAt(0).toLowerCase()}${title.slice(1)} with ${cells[cell].title}`;
