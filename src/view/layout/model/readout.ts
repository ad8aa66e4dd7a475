// The read-out of the folded model: its matrix and bias on the arrow to the output; when folded, beside the column of outputs.
import { clamp, mix, right, type Rect } from '../rect.ts';
import { inputBeside, sideRoom } from './cell.ts';
import { sharesHeight, type CellFrame, type Frame } from './frame.ts';
import { besides, fitMatrix, gridAt, largestOpenCell, leastCell, mixMatrix } from './matrix.ts';
import type { MatrixLabel, MatrixLayout, ModelSpec } from './types.ts';

interface ReadoutParts {
  readonly outputBox: Rect;
  readonly matrices: Readonly<Record<string, MatrixLayout>>;
  readonly labels: readonly MatrixLabel[];
}

/** `below`: what the matrix stands over, the top of the loops of the cell that is read. */
export function readoutParts(spec: ModelSpec, frame: Frame, cell: CellFrame, below: number): ReadoutParts {
  const { anatomy: { network, readout }, fold } = spec;
  const { parameters } = network.program;
  const { outputs, boxHeight, arrow, isNarrow } = frame;
  const half = isNarrow ? 28 : 34;
  // Folded, the box stands at the stave's foot, so that its arrow ends there whether there is an output at this step or not.
  const outputBox: Rect = { x: cell.axis - half, y: outputs.y + Math.max(outputs.height - boxHeight, 0) * fold, width: 2 * half, height: boxHeight };
  const [matrix, bias] = [parameters[readout.matrix], parameters[readout.bias]];
  if (!matrix || !bias) return { outputBox, matrices: {}, labels: [] };

  const biasRoom = isNarrow ? 12 : 26;
  const shares = network.program.reads.length > 1 ? sharesHeight : 0;
  const top = outputs.y + boxHeight + shares + Math.min(arrow, Math.max(below - outputs.y - boxHeight - shares, 0) * 0.25);
  const side = sideRoom(frame) + 11;
  const width = Math.max(cell.span.width - 2 * side - 2 * biasRoom, 18);
  // Right of it there is little room beside another cell; left there is some.
  const more = clamp(70 - width, 0, cell.from - width / 2 - spec.left - 8);
  const room: Rect = { x: cell.from - width / 2 - more, y: top, width: width + more, height: Math.max(below - 5 - top, 6) };
  const from = fitMatrix(matrix.rows, matrix.columns, room, leastCell);
  const beside = inputBeside(spec, cell);
  const grid = mixMatrix(from, besides(from, beside.x, { ...room, width: Math.max(beside.width - 46, 20) }), fold);
  const gap = clamp(grid.cellWidth * 0.5, 3, isNarrow ? 4 : 8);
  const biasWidth = clamp(grid.cellWidth, 5, mix(isNarrow ? 8 : biasRoom - 8, largestOpenCell, fold));
  const biasGrid = gridAt(right(grid) + gap, grid.y, bias.rows, 1, biasWidth, grid.cellHeight);
  const label: MatrixLabel = {
    parameters: [readout.matrix], x: right(biasGrid) + 6, room: sideRoom(frame), place: 'side', opacity: 1,
    // Two lines have to end before the loops begin.
    y: mix(Math.min(grid.y + grid.height / 2, below - 17), grid.y + grid.height / 2, fold),
    note: grid.columns < matrix.columns ? grid.y + grid.height + 12 : null,
  };
  return { outputBox, matrices: { [matrix.symbol]: grid, [bias.symbol]: biasGrid }, labels: [label] };
}
