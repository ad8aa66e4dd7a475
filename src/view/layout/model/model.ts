// The folded model of any network: each cell once, with its matrices and its loops. Folding makes room in it for one column of values.
import { mix, right, bottom, type Rect } from '../rect.ts';
import { handoverArrow, inputArrows, outputArrows, type Boxed } from './arrows.ts';
import { headOf, loopEdge, type CellParts } from './cell.ts';
import { frameOf, inputBoxAt, type CellFrame, type Frame } from './frame.ts';
import { fullCell } from './fullCell.ts';
import { loopsOf } from './loops.ts';
import { plainCell } from './plainCell.ts';
import { readoutParts } from './readout.ts';
import type { MatrixLayout, ModelCell, ModelLayout, ModelSpec } from './types.ts';

export function modelLayout(spec: ModelSpec): ModelLayout {
  const { anatomy, fold } = spec;
  const { program } = anatomy.network;
  const frame = frameOf(spec);
  const parts = frame.cells.map((cell) => cellParts(spec, frame, cell));
  const boxed = frame.cells.map((cell, k): Boxed => {
    const { box } = parts[k]!;
    return { cell, box, edge: edgeOf(frame, cell, box, fold) };
  });
  const reader = boxed.find(({ cell }) => program.reads.includes(cell.chain) && (cell.track === 0 || program.reads.length === 1)) ?? boxed[0]!;
  const under = reader.cell.states.length > 0 && reader.cell.isLoopedAbove ? reader.edge : reader.box.y;
  const readout = readoutParts(spec, frame, reader.cell, under);
  const cells = frame.cells.map((cell, k): ModelCell => {
    const own = parts[k]!;
    return {
      chain: cell.chain, axis: cell.axis, foldedAxis: cell.foldedAxis, box: own.box, gates: own.gates,
      head: headOf(frame, cell, own, fold),
      loops: loopsOf(cell, own.box, boxed[k]!.edge, own.reach),
    };
  });
  const handover = handoverArrow(boxed);
  const matrices: Record<string, MatrixLayout> = Object.fromEntries([...parts, readout].flatMap((each) => Object.entries(each.matrices)));
  return {
    axis: mix(spec.left + spec.width / 2, middle(frame.cells.map((each) => each.foldedAxis)), fold),
    width: spec.width,
    cells,
    cellBox: around(boxed.map(({ box }) => box)),
    outputBox: readout.outputBox,
    inputs: inputsOf(spec, frame),
    matrices,
    labels: [...parts.flatMap((each) => each.labels), ...readout.labels],
    arrows: [...inputArrows(spec, frame, boxed), ...outputArrows(spec, boxed, readout.outputBox, matrices[program.parameters[anatomy.readout.matrix]?.symbol ?? '']), ...(handover ? [handover.arrow] : [])],
    handover: handover?.label ?? null,
    tray: frame.trayHeight === 0 ? null : { x: spec.left + 8, y: frame.lowest + 12, width: spec.width - 16, height: spec.total.height - frame.lowest - 14 },
  };
}

function cellParts(spec: ModelSpec, frame: Frame, cell: CellFrame): CellParts {
  const groups = spec.anatomy.groups.flatMap((group, index) => (group.chain === cell.chain ? [{ group, index }] : []));
  const [only] = groups;
  return frame.isFull || !only ? fullCell(spec, frame, cell, groups) : plainCell(spec, frame, cell, only);
}

/** The loops share their gap with the read-out above, or with the arrow of x below. */
function edgeOf(frame: Frame, cell: CellFrame, box: Rect, fold: number): number {
  // Unrolled, the box of the output is all that stands there; folded, a column of outputs.
  const outputs = { y: frame.outputs.y, height: mix(frame.boxHeight, frame.outputs.height, fold) };
  const above = Math.max(...[outputs, ...frame.cells.filter(({ track }) => track < cell.track).map(({ band }) => band)].map((each) => each.y + each.height));
  return loopEdge(cell, box, above, mix(frame.lowest - frame.boxHeight, frame.inputs.y, fold));
}

function inputsOf(spec: ModelSpec, frame: Frame): ModelLayout['inputs'] {
  const { chains } = spec.anatomy.network.program;
  return ([0, 1] as const).flatMap((axis) => {
    const cell = frame.cells.find(({ chain }) => chains[chain]?.axis === axis);
    if (!cell) return [];
    const box = inputBoxAt(cell.axis, frame);
    return [{ axis, box: { ...box, y: mix(box.y, frame.inputs.y, spec.fold) } }];
  });
}

const middle = (list: readonly number[]): number => list.reduce((sum, each) => sum + each, 0) / Math.max(list.length, 1);

function around(rects: readonly Rect[]): Rect {
  const [x, y] = [Math.min(...rects.map((each) => each.x)), Math.min(...rects.map((each) => each.y))];
  return { x, y, width: Math.max(...rects.map(right)) - x, height: Math.max(...rects.map(bottom)) - y };
}
