// A cell that holds all of its matrices: a row for each gate, with its matrix on the input, the one on the state, and its biases, in columns.
import type { ParameterGroup } from '../../anatomy/anatomy.ts';
import type { Network } from '../../../engine/network.ts';
import { clamp, type Rect } from '../rect.ts';
import { share } from '../share.ts';
import { columnsIn, firstShown, gridAt, largestCell, largestOpenCell, leastCell } from './matrix.ts';
import type { GateLabel, MatrixLabel, MatrixLayout } from './types.ts';

interface RowsSpec {
  readonly network: Network;
  /** The groups of one chain, with their positions among all. */
  readonly groups: readonly { readonly group: ParameterGroup; readonly index: number }[];
  readonly room: Rect;
  readonly lit: number;
  /** How many columns are drawn of each, where that is settled: folding shows the same columns. */
  readonly shown?: Readonly<Record<string, MatrixLayout>>;
}

export interface RowsLayout {
  readonly matrices: Readonly<Record<string, MatrixLayout>>;
  readonly gates: readonly GateLabel[];
  readonly labels: readonly MatrixLabel[];
  /** Width that all of it takes, and the bottom of the last row. */
  readonly width: number;
  readonly bottom: number;
}

/** Height of the line with the letters of the columns, and of the one that says which columns are drawn. */
const headingHeight = 16;
const noteHeight = 13;

/** Narrower columns of a matrix on the input are left out; beside others there is less room than alone. */
const leastColumn = 4;

const between = 7;
const letterWidth = 15;

/** One column: the matrices of all gates that stand below each other. */
interface Slot {
  /** Position of the parameter in each group; −1 where a gate has none there. */
  readonly parameters: readonly number[];
  readonly columns: number;
  readonly isInput: boolean;
  /** Biases share one letter. */
  readonly isBias: boolean;
}

function slotsOf({ network, groups }: RowsSpec): Slot[] {
  const { parameters } = network.program;
  return (['input', 'recurrent', 'biases'] as const).flatMap((kind) => {
    const most = Math.max(...groups.map(({ group }) => group[kind].length));
    return Array.from({ length: most }, (_, k): Slot => {
      const list = groups.map(({ group }) => group[kind][k] ?? -1);
      return { parameters: list, columns: Math.max(...list.map((each) => parameters[each]?.columns ?? 1)), isInput: kind === 'input', isBias: kind === 'biases' };
    });
  });
}

/** Whether there is room for the matrices on the input as a whole; else a line says which columns are drawn. */
function widthsOf(slots: readonly Slot[], room: number, isOpen: boolean): number[] {
  const most = isOpen ? largestOpenCell : largestCell;
  return share(slots.map(({ columns, isBias }) => (isBias && !isOpen ? 14 : columns * most)), slots.map(({ columns }) => Math.min(columns, 12)), room);
}

/** The rows in their room, from its left edge. */
export function rowsIn(spec: RowsSpec): RowsLayout {
  const { network, groups, room, lit, shown } = spec;
  const { parameters } = network.program;
  const slots = slotsOf(spec);
  const isOpen = shown !== undefined;
  const letters = groups.length > 1 ? letterWidth : 0;
  const widths = widthsOf(slots, Math.max(room.width - letters - between * (slots.length - 1), slots.length), isOpen);
  const units = Math.max(...groups.flatMap(({ group }) => [...group.input, ...group.recurrent].map((each) => parameters[each]?.rows ?? 1)));
  const settledIn = (slot: Slot): number | undefined => shown?.[parameters[slot.parameters.find((each) => each >= 0) ?? -1]?.symbol ?? '']?.columns;
  const isPart = slots.some((slot, s) => slot.isInput && (settledIn(slot) ?? columnsIn(widths[s]!, slot.columns, leastColumn, largestCell).shown) < slot.columns);
  // In a very low cell the numbers take what room there is.
  const isTight = room.height - headingHeight < groups.length * 13;
  const [heading, note] = isTight ? [0, 0] : [headingHeight, isPart ? noteHeight : 0];
  const inner = Math.max(room.height - heading - note, 1);
  const gap = groups.length > 1 ? clamp(inner / (groups.length * 7), 1.5, 8) : 0;
  const cellHeight = clamp((inner - gap * (groups.length - 1)) / (groups.length * units), 0.1, isOpen ? 24 : largestCell);
  const rowHeight = cellHeight * units;
  const height = groups.length * rowHeight + gap * (groups.length - 1);
  const first = room.y + heading + (inner - height) / 2;
  const rowY = (k: number): number => first + k * (rowHeight + gap);

  const matrices: Record<string, MatrixLayout> = {};
  const labels: MatrixLabel[] = [];
  let x = room.x + letters;
  slots.forEach((slot, s) => {
    const least = slot.isInput ? leastColumn : leastCell;
    const most = isOpen ? largestOpenCell : slot.isBias ? 14 : Math.max(cellHeight * 1.25, least);
    const settled = settledIn(slot);
    const fitted = columnsIn(widths[s]!, settled ?? slot.columns, settled === undefined ? least : 0, most);
    const columns = settled ?? fitted.shown;
    const firstColumn = slot.isInput ? firstShown(lit, columns, slot.columns) : 0;
    groups.forEach((_, k) => {
      const parameter = parameters[slot.parameters[k] ?? -1];
      if (parameter) matrices[parameter.symbol] = gridAt(x, rowY(k), parameter.rows, Math.min(columns, parameter.columns), fitted.cellWidth, cellHeight, firstColumn);
    });
    const width = columns * fitted.cellWidth;
    const own = slot.parameters.filter((each) => each >= 0);
    const before = labels[labels.length - 1];
    const label = { y: first - 7, place: 'over' as const, opacity: 1, note: slot.isInput && columns < slot.columns ? first + height + 11 : null };
    if (slot.isBias && slots[s - 1]?.isBias && before) labels[labels.length - 1] = { ...before, parameters: [...before.parameters, ...own], x: (before.x + x + width / 2) / 2, room: before.room + between + width };
    else labels.push({ ...label, parameters: own, x: x + width / 2, room: width + between - 4 });
    x += width + between;
  });
  return {
    matrices,
    labels: isTight ? [] : labels,
    gates: letters > 0 && rowHeight + gap >= 9 ? groups.map(({ index }, k) => ({ group: index, x: room.x + 4, y: rowY(k) + rowHeight / 2 })) : [],
    width: x - between - room.x,
    bottom: first + height + note,
  };
}

/** How high rows like these would like to be. */
export function rowsHeight({ network, groups }: Pick<RowsSpec, 'network' | 'groups'>): number {
  const units = network.model.hiddenSize;
  return headingHeight + noteHeight + groups.length * (units * Math.min(13, 150 / units) + 8);
}

/** The same rows moved sideways. */
export function movedRows(rows: RowsLayout, by: number): RowsLayout {
  const moved = <T extends { readonly x: number }>(each: T): T => ({ ...each, x: each.x + by });
  return {
    ...rows,
    matrices: Object.fromEntries(Object.entries(rows.matrices).map(([symbol, each]) => [symbol, moved(each)])),
    gates: rows.gates.map(moved),
    labels: rows.labels.map(moved),
  };
}
