// A cell with all of its matrices in rows. Unrolled it reaches down as far as it needs, where no other cell stands below.
import { between, clamp, mix, type Rect } from '../rect.ts';
import { foldedBox, foldedRoom, headHeight, leastWidth, reachOf, stepAside, type CellParts, type OwnGroups } from './cell.ts';
import { inputBoxAt, type CellFrame, type Frame } from './frame.ts';
import { mixMatrix } from './matrix.ts';
import { movedRows, rowsHeight, rowsIn, type RowsLayout } from './rows.ts';
import type { MatrixLabel, ModelSpec } from './types.ts';

export function fullCell(spec: ModelSpec, frame: Frame, cell: CellFrame, groups: OwnGroups): CellParts {
  const { anatomy: { network }, fold, litColumns } = spec;
  const { band, open: place, span } = cell;
  const lit = litColumns[network.program.chains[cell.chain]?.axis ?? 0];
  const head = headHeight(frame);
  const pad = frame.isNarrow ? 5 : 8;
  const widest = span.width - 2 * cell.side;
  const height = clamp(rowsHeight({ network, groups }) + head + 6, place.height, deepest(spec, frame, cell));
  const rows = rowsIn({ network, groups, lit, room: { x: 0, y: place.y + head, width: widest - 2 * pad, height: height - head - 6 } });
  const width = Math.max(rows.width + 2 * pad, Math.min(leastWidth, widest));
  const open: Rect = { x: cell.from - width / 2, y: place.y, width, height };

  const room = foldedRoom(cell, spec);
  const opened = rowsIn({ network, groups, lit, shown: rows.matrices, room: { x: 0, y: band.y + 4, width: room.width, height: band.height - 10 } });
  const aside = stepAside(room, opened.width);
  return {
    ...mixRows(movedRows(rows, cell.from - rows.width / 2), movedRows(opened, room.x + aside), fold),
    box: between(open, foldedBox(cell, spec, aside + opened.width), fold),
    reach: reachOf(open, cell, frame, fold),
  };
}

/** The greatest height of the box: down to the arrow of x. */
function deepest({ anatomy }: ModelSpec, frame: Frame, { open, axis }: CellFrame): number {
  if (anatomy.tracks.length > 1) return open.height;
  return Math.max(inputBoxAt(axis, frame).y - 2 * frame.arrow - open.y, open.height);
}

function mixRows(from: RowsLayout, to: RowsLayout, part: number): Pick<CellParts, 'matrices' | 'gates' | 'labels'> {
  return {
    matrices: Object.fromEntries(Object.entries(from.matrices).map(([symbol, each]) => [symbol, mixMatrix(each, to.matrices[symbol] ?? each, part)])),
    gates: from.gates.map((gate, k) => ({ ...gate, x: mix(gate.x, to.gates[k]?.x ?? gate.x, part), y: mix(gate.y, to.gates[k]?.y ?? gate.y, part) })),
    labels: from.labels.map((label, k) => mixLabel(label, to.labels[k] ?? label, part)),
  };
}

const mixLabel = (from: MatrixLabel, to: MatrixLabel, part: number): MatrixLabel => ({
  ...from,
  x: mix(from.x, to.x, part),
  y: mix(from.y, to.y, part),
  room: mix(from.room, to.room, part),
  note: from.note === null || to.note === null ? null : mix(from.note, to.note, part),
});
