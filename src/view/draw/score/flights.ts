// What moves while an operation goes on: which numbers, from where, to where. All of it follows from the instruction that the operation runs.
import { waysOf } from '../../../engine/clock/ways.ts';
import type { Instruction } from '../../../engine/equation/program.ts';
import { inputsOf } from '../../../engine/run/sequences.ts';
import type { Reference } from '../../../engine/reference.ts';
import { parseSymbol } from '../../../engine/symbols/symbols.ts';
import { drawnAt } from '../../layout/score/arrows.ts';
import type { ColumnLayout } from '../../layout/score/types.ts';
import { matrixCell } from '../../layout/model/matrix.ts';
import type { MatrixLayout } from '../../layout/model/types.ts';
import type { Rect } from '../../layout/rect.ts';
import { entryIn } from '../model/parameterView.ts';
import { stateBefore, workedSlot } from './contents.ts';
import { boxView } from './geometry.ts';
import type { Paint } from './paint.ts';

export interface Flight {
  readonly from: Rect;
  readonly to: Rect;
  readonly rows: number;
  readonly columns: number;
  readonly of: (row: number, column: number) => Reference;
  /** The symbol that lands: its own place is empty until then. */
  readonly lands: string;
  /** Place of what lands; −1 in the folded model. */
  readonly landsAt: number;
}

/** Where a column of numbers stands in a place; the box around it where it is not drawn by itself. */
function standsAt(paint: Paint, column: ColumnLayout, slot: number, symbol: string): Rect | null {
  const stave = paint.scene.anatomy.staves.find(({ id }) => id === paint.scene.anatomy.staveOf(slot));
  const rows = stave && paint.layout.staves.byId[stave.id]?.by[column.axis];
  if (!stave || !rows) return null;
  const view = boxView(paint, column, stave);
  if (!view) return null;
  const lane = view.lanes[view.contents.findIndex((each) => each.symbol === symbol)];
  const inner = { y: rows.first, height: rows.row * rows.rows };
  return lane ? { x: lane.x, width: lane.width, ...inner } : { x: view.box.x + 6, width: view.box.width - 12, ...inner };
}

/** A vector on its way to its place. */
function vector(paint: Paint, from: Rect | null, to: Rect | null, reference: { symbol: string; t: number }, slot: number, landsAt: number): Flight | null {
  const rows = paint.scene.network.program.slots[slot]?.size ?? 0;
  return from && to ? { from, to, rows, columns: 1, of: (row) => ({ ...reference, unit: row }), lands: reference.symbol, landsAt } : null;
}

/** The flight of the current operation; null where nothing moves. Its geometry is that of the settled drawing. */
export function flightOf(paint: Paint): Flight | null {
  const { moment } = paint.scene;
  if (!moment || moment.t < 1 || paint.layout.inside) return null;
  const column = drawnAt(paint.layout, paint.layout.spec.current);
  if (moment.kind === 'compute') return forwardFlight(paint, column);
  if (moment.kind === 'arrive' || moment.kind === 'pass') return backFlight(paint, column);
  return moment.kind === 'tile' ? tileFlight(paint, column) : null;
}

function forwardFlight(paint: Paint, column: ColumnLayout): Flight | null {
  const { scene, layout } = paint;
  const { program } = scene.network;
  const slot = scene.moment?.slot ?? -1;
  const made = program.instructions.find(({ out }) => out === slot);
  const symbol = program.slots[slot]?.symbol ?? '';
  if (made?.operation === 'multiply') return vector(paint, operandPlace(paint, column, made), standsAt(paint, column, slot, symbol), { symbol, t: scene.moment?.t ?? 0 }, slot, column.index);
  const bias = made?.args.find((arg) => arg.kind === 'parameter');
  const parameter = bias && program.parameters[bias.index];
  const from = parameter && layout.model.matrices[parameter.symbol];
  const to = parameter && standsAt(paint, column, slot, parameter.symbol);
  if (made?.operation !== 'add' || !from || !to) return null;
  return { from, to, rows: parameter.rows, columns: 1, of: (row) => ({ symbol: parameter.symbol, unit: row }), lands: parameter.symbol, landsAt: column.index };
}

/** Where the vector stands that a matrix is multiplied with; a one-hot one picks a column of the matrix itself. */
function operandPlace(paint: Paint, column: ColumnLayout, { args }: Instruction): Rect | null {
  const { scene, layout } = paint;
  const { program } = scene.network;
  const operand = args.find((arg) => arg.kind === 'slot');
  const matrix = args.find((arg) => arg.kind === 'parameter');
  if (!operand) return null;
  const slot = program.slots[operand.index];
  if (slot?.stage === 'given') {
    const read = inputsOf(scene.trace.example, slot.axis);
    const grid: MatrixLayout | undefined = matrix && layout.model.matrices[program.parameters[matrix.index]?.symbol ?? ''];
    if (read?.kind !== 'one-hot') return column.boxes['inputs'] ?? null;
    const hot = read.indices[column.row - 1] ?? -1;
    return grid && hot >= 0 ? { ...matrixCell(grid, 0, hot), height: grid.height } : null;
  }
  if (operand.time === 'now') return standsAt(paint, column, operand.index, slot?.symbol ?? '');
  const before = stateBefore(scene, operand.index);
  return standsAt(paint, placeOf(paint, before.slot, before.t, column), before.slot, program.slots[before.slot]?.symbol ?? '');
}

/** The column of a state's row; row 0 stands beside the first column of its chain. */
function placeOf({ layout, scene }: Paint, slot: number, t: number, fallback: ColumnLayout): ColumnLayout {
  const { chain = 0, axis = 0 } = scene.network.program.slots[slot] ?? {};
  if (t === 0) return layout.initial.find((each) => each.chain === chain) ?? fallback;
  return layout.column(layout.places.indexOf(axis, t));
}

/** A gradient that comes to a state: from the output, from within its step, or from the step after. */
function backFlight(paint: Paint, column: ColumnLayout): Flight | null {
  const { scene } = paint;
  const { moment, network } = scene;
  if (!moment) return null;
  const { index: slot } = parseSymbol(network, moment.makes);
  const target = placeOf(paint, slot, moment.madeAt, column);
  const uses = waysOf(network.program).uses[moment.kind === 'pass' ? moment.slot : slot] ?? [];
  const user = uses.find(({ instruction }) => instruction.chain === moment.chain)?.instruction.out ?? -1;
  const source = waysOf(network.program).sameAs[user] ?? user;
  const from = source < 0 ? null : standsAt(paint, column, moment.chain < 0 ? scene.anatomy.answer : source, `d${network.program.slots[source]?.symbol ?? ''}`);
  const lands = standsAt(paint, target, slot, moment.makes) ?? standsAt(paint, target, slot, `d${network.program.slots[slot]?.symbol ?? ''}`);
  return vector(paint, from, lands, { symbol: moment.makes, t: moment.madeAt }, slot, target.index);
}

/** A step's term of a parameter's gradient, on its way to the total. */
function tileFlight(paint: Paint, column: ColumnLayout): Flight | null {
  const { scene, layout } = paint;
  const { moment, network } = scene;
  const parameter = network.program.parameters.find(({ symbol }) => symbol === moment?.parameter);
  const matrix = parameter && layout.model.matrices[parameter.symbol];
  const slot = workedSlot(scene);
  const source = waysOf(network.program).sameAs[slot] ?? slot;
  const start = slot < 0 ? null : standsAt(paint, column, slot, `d${network.program.slots[source]?.symbol ?? ''}`);
  if (!moment || !parameter || !matrix || !start) return null;
  const [width, height] = [matrix.width * 0.6, matrix.height * 0.6];
  const term = { symbol: `d${parameter.symbol}`, t: moment.t };
  return {
    from: { x: start.x + (start.width - width) / 2, y: start.y + (start.height - height) / 2, width, height },
    to: matrix,
    rows: matrix.rows,
    columns: matrix.columns,
    of: (row, k) => entryIn(term, row, matrix.firstColumn + k, parameter.role === 'bias'),
    lands: term.symbol,
    landsAt: -1,
  };
}
