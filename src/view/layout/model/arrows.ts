// The arrows of the folded model: from x into each cell, from the cells that are read to the output, and from an encoder to its decoder.
import { bottom, centre, clamp, mix, right, type Rect } from '../rect.ts';
import type { CellFrame, Frame } from './frame.ts';
import type { ModelArrow, ModelSpec } from './types.ts';

type Point = readonly [x: number, y: number];

export interface Boxed {
  readonly cell: CellFrame;
  readonly box: Rect;
  /** y of its outermost loop. */
  readonly edge: number;
}

/** Beside the boxes, between them and their loops. */
const laneGap = 7;

/** x to each cell: straight up to the lowest, and past it at the left to those above. */
export function inputArrows(spec: ModelSpec, frame: Frame, cells: readonly Boxed[]): ModelArrow[] {
  const { groups } = spec.anatomy;
  const start = mix(frame.lowest - frame.boxHeight, frame.inputs.y, spec.fold);
  return cells.map(({ cell, box }): ModelArrow => {
    const passed = cells.filter((other) => other.cell.track > cell.track);
    const parameters = groups.filter(({ chain }) => chain === cell.chain).flatMap(({ input }) => input);
    const to: Point = [cell.axis, bottom(box) + 3];
    const next = passed[0];
    const points: Point[] = [[cell.axis, start], to];
    if (next) {
      const [lane, gap] = [Math.min(...passed.map((each) => each.box.x)) - laneGap, (bottom(box) + next.box.y) / 2];
      const low = (Math.max(...passed.map((each) => each.edge), bottom(next.box)) + start) / 2;
      const end = box.x + 14;
      points.splice(0, 2, [cell.axis - 12, start], [cell.axis - 12, low], [lane, low], [lane, gap], [end, gap], [end, to[1]]);
    }
    return { id: `input ${cell.chain}`, tone: 'input', points, parameters, chain: cell.chain };
  });
}

/** Each cell that is read to the output: straight up from the highest, and past it at the right from those below; through its own part of the matrix. */
export function outputArrows(spec: ModelSpec, cells: readonly Boxed[], outputBox: Rect, matrix: Rect | undefined): ModelArrow[] {
  const { network, readout } = spec.anatomy;
  const { reads } = network.program;
  const end = bottom(outputBox) + 3;
  const between = clamp(centre(matrix ?? outputBox), outputBox.x + 16, right(outputBox) - 16);
  return cells.filter(({ cell }) => reads.includes(cell.chain)).map(({ cell, box, edge }): ModelArrow => {
    const passed = cells.filter((other) => other.cell.track < cell.track);
    const last = passed[passed.length - 1];
    // Two arrows stand side by side in the middle of the matrix; folded, that is elsewhere.
    const apart = reads.length > 1 ? 9 : 0;
    const middle = reads.length > 1 ? mix(between, cell.axis, spec.fold) : cell.axis;
    const top = cell.states.length > 0 && cell.isLoopedAbove ? edge : box.y;
    const points: Point[] = [[middle - apart, mix(top, box.y, spec.fold)], [middle - apart, end]];
    if (last) {
      const lane = Math.max(...passed.map((each) => right(each.box)), right(box)) + laneGap;
      const [gap, over] = [(bottom(last.box) + box.y) / 2, Math.min(...passed.map((each) => each.box.y)) - 5];
      points.splice(0, 2, [right(box) - 14, box.y], [right(box) - 14, gap], [lane, gap], [lane, over], [middle + apart, over], [middle + apart, end]);
    }
    return { id: `output ${cell.chain}`, tone: 'output', points, parameters: [readout.matrix, readout.bias], chain: cell.chain };
  });
}

/** The state that an encoder hands to its decoder: below the loops, from box to box. */
export function handoverArrow(cells: readonly Boxed[]): { arrow: ModelArrow; label: { x: number; y: number; room: number } } | null {
  const [from, to] = cells;
  if (!from || !to || from.cell.track !== to.cell.track || from.cell.states.length === 0) return null;
  const low = Math.min(bottom(from.box), bottom(to.box));
  const y = low - Math.min(Math.max(from.box.height * 0.14, 7), 20);
  const [start, end] = [right(from.box), to.box.x - 1];
  return {
    arrow: { id: 'handover', tone: 'state', points: [[start, y], [end, y]], parameters: [], chain: to.cell.chain },
    label: { x: (start + end) / 2, y: y + 13, room: end - start - 4 },
  };
}
