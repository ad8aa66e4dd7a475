// Signs and vectors of a cell's operations in their rows and layers, and the bands behind its gates.
import { right } from '../rect.ts';
import type { Arrangement } from './arrange.ts';
import { lengthOf } from './cells.ts';
import type { Dataflow } from './dataflow.ts';
import { pitchesOf } from './extents.ts';
import { asideIn, isProduct } from './metrics.ts';
import type { NodePlace, RowPlan } from './rows.ts';
import type { InsideLayout, PlacedNode, VectorPlace } from './types.ts';

/** The place of a vector of `size` numbers whose line runs at y. */
export function vectorAt(slot: number, size: number, runs: 'down' | 'right', x: number, y: number, { lanes, cellWidth, cellHeight }: Pick<Arrangement, 'lanes' | 'cellWidth' | 'cellHeight'>): VectorPlace {
  const length = lengthOf(size);
  const [across, down] = runs === 'right' ? [length, lanes] : [lanes, length];
  const [width, height] = [across * cellWidth, down * cellHeight];
  return { slot, runs, lanes, cellWidth: runs === 'right' ? width / size : cellWidth, cellHeight: runs === 'down' ? height / size : cellHeight, x, y: y - height / 2, width, height };
}

/** The operations, in the order of the program. */
export function placeNodes(flow: Dataflow, plan: RowPlan, arranged: Arrangement, sizes: (slot: number) => number): PlacedNode[] {
  const { nodes } = flow;
  const { metrics, layers, rowY, cells } = arranged;
  const pitches = pitchesOf(nodes, plan, cells, metrics, arranged.cellHeight);
  return nodes.map((node) => {
    const place = plan.places.get(node.at) as NodePlace;
    const { isRight, thin } = cells(node.at);
    const layer = layers[node.layer] ?? { glyphX: 0, glyphWidth: 0, vectorX: 0 };
    const y = (rowY[place.row] ?? 0) + place.line * (pitches[place.row] ?? 0);
    const isBox = isProduct(node.parameters, node.instruction.operation);
    const [width, height] = isBox ? [metrics.box, metrics.boxHeight] : [metrics.circle, metrics.circle];
    const aside = node.road < 0 ? 0 : asideIn(flow, node.layer, metrics);
    const glyph = { x: layer.glyphX - aside + (layer.glyphWidth - width) / 2, y: y - height / 2, width, height };
    const { out } = node.instruction;
    const vector = vectorAt(out, sizes(out), isRight ? 'right' : 'down', layer.vectorX, y, thin > 0 ? { ...arranged, cellWidth: thin * metrics.scale } : arranged);
    return { node, glyph, isBox, vector, row: place.row };
  });
}

/** What lies behind the operations of each gate. */
export function bandsOf({ rows }: RowPlan, { rowY, rowExtents, metrics }: Arrangement, nodes: readonly PlacedNode[]): InsideLayout['bands'] {
  return rows.flatMap(({ slot, isLane }, row) => {
    const own = nodes.filter((each) => each.row === row && each.node.leadsTo === slot);
    if (isLane || own.length === 0) return [];
    const pad = metrics.rowGap * 0.35;
    const x = Math.min(...own.map(({ glyph }) => glyph.x)) - pad * 2;
    const { above = 0, below = 0 } = rowExtents[row] ?? {};
    const y = (rowY[row] ?? 0) - above - pad;
    return [{ slot, rect: { x, y, width: Math.max(...own.map(({ vector }) => right(vector))) + pad * 2 - x, height: above + below + 2 * pad } }];
  });
}
