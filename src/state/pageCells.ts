// The cells that the page can be opened with: those that the score draws. The engine computes more of them.
import { cellIds, cells, type CellId } from '../engine/cells/index.ts';

export const pageCells: readonly CellId[] = cellIds.filter((id) => cells[id].family === 'rnn');
