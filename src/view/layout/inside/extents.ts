// How far each row of a cell's drawing reaches above and below its middle, for a height of its cells.
import type { Dataflow } from './dataflow.ts';
import { isProduct, type Metrics } from './metrics.ts';
import type { RowPlan, NodePlace } from './rows.ts';

export interface Extents {
  readonly above: number;
  readonly below: number;
}

/** How many cells a vector has beside and below each other; `thin`: the width of one where it has no numbers, else 0. */
interface CellCount {
  readonly across: number;
  readonly down: number;
  readonly isRight: boolean;
  readonly thin: number;
}

/** By position of the instruction. */
export type Cells = (at: number) => CellCount;

/** How far each row reaches above and below its middle. */
export function extentsOf({ nodes, ports }: Dataflow, { rows, places }: RowPlan, cellsOf: Cells, metrics: Metrics, cell: number): Extents[] {
  const found = rows.map(() => ({ above: metrics.circle / 2, below: metrics.circle / 2 }));
  const pitches = pitchesOf(nodes, { rows, places }, cellsOf, metrics, cell);
  for (const { at, parameters, instruction } of nodes) {
    const { row, line, isShared } = places.get(at) as NodePlace;
    const extents = found[row];
    if (!extents) continue;
    const half = (cellsOf(at).down * cell) / 2;
    const isBox = isProduct(parameters, instruction.operation);
    const shift = line * (pitches[row] ?? 0);
    // The name of a product stands in its box; above columns in a gate's row its title needs room.
    const isFlat = cellsOf(at).across > cellsOf(at).down;
    const above = Math.max(half + ((isShared && isFlat) || (isBox && (isFlat || rows[row]?.isLane === true)) ? 0 : metrics.label), (isBox ? metrics.boxHeight : metrics.circle) / 2);
    const below = Math.max(half, (isBox ? metrics.boxHeight : metrics.circle) / 2);
    extents.above = Math.max(extents.above, above - shift);
    extents.below = Math.max(extents.below, below + shift);
  }
  // What comes in stands in its lane too.
  const columns = ports.filter(({ kind }) => kind === 'before');
  columns.forEach(({ slot }) => {
    const extents = found[rows.findIndex((row) => row.isLane && row.slot === slot)];
    const same = nodes.find(({ instruction }) => instruction.out === slot);
    if (!extents || !same) return;
    const half = (cellsOf(same.at).down * cell) / 2;
    extents.above = Math.max(extents.above, half + metrics.label);
    extents.below = Math.max(extents.below, half);
  });
  return found;
}

/** From one line of a row to the next. */
export function pitchesOf(nodes: Dataflow['nodes'], { rows, places }: RowPlan, cellsOf: Cells, { boxHeight, circle, lineGap, label }: Metrics, cell: number): number[] {
  return rows.map((_, row) =>
    nodes.reduce((most, { at, parameters, instruction }) => {
      const place = places.get(at);
      if (place?.row !== row) return most;
      const isBox = isProduct(parameters, instruction.operation);
      const sign = isBox ? boxHeight : circle * 0.9 + (place.isShared && parameters.length > 0 ? label * 0.6 : 0);
      const isLine = place.isShared || (rows[row]?.isLane === true && isBox);
      return isLine ? Math.max(most, sign + lineGap, cellsOf(at).down * cell + lineGap) : most;
    }, 0),
  );
}
