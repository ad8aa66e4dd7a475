// Names of cells in a link: a family and an activation, as the engine's table of cells has them.
import { cellIds, cells } from '../engine/cells/index.ts';
import type { CellId } from '../engine/model.ts';

export const familyOf = (cell: CellId): string => cells[cell].family;
export const activationOf = (cell: CellId): string => cells[cell].activation.toLowerCase();

/** Each once, in the order of the table. */
export const activations: readonly string[] = [...new Set(cellIds.map(activationOf))];

/** The cell of that family and activation; of the family alone where it has no such activation. */
export function cellNamed(family: string, activation: string): CellId | undefined {
  const relatives = cellIds.filter((id) => familyOf(id) === family);
  return relatives.find((id) => activationOf(id) === activation) ?? relatives[0];
}

/** Whether the cell's family has more than one activation. */
export const hasChoice = (cell: CellId): boolean => cellIds.filter((id) => familyOf(id) === familyOf(cell)).length > 1;
