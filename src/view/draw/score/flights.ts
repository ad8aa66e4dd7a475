// What moves while an operation goes on: which numbers, from where, to where.
import type { Reference } from '../../../engine/reference.ts';
import { matrixCell } from '../../layout/model.ts';
import type { Rect } from '../../layout/rect.ts';
import { stateView, outputView, type BoxView } from './geometry.ts';
import type { Paint } from './paint.ts';
import { entryIn } from './parameterView.ts';

export interface Flight {
  readonly from: Rect;
  readonly to: Rect;
  readonly rows: number;
  readonly columns: number;
  of(row: number, column: number): Reference;
  /** The symbol that lands: its own place is empty until then. */
  readonly lands: string;
  /** Time of what lands; 0 in the folded cell. */
  readonly landsAt: number;
}

/** Rows of a lane as one rectangle. */
function laneRect(paint: Paint, view: BoxView, symbol: string, stave: 'states' | 'outputs'): Rect | null {
  const index = view.contents.findIndex((each) => each.symbol === symbol);
  const lane = view.lanes[index];
  const { first, row, rows } = paint.layout.staves[stave];
  return lane ? { x: lane.x, y: first, width: lane.width, height: row * rows } : null;
}

/** The flight of the current operation; null where nothing moves or the movement is over. */
export function flightOf(paint: Paint): Flight | null {
  const { scene, layout, progress, state } = paint;
  const { moment } = scene;
  if (!moment || progress >= 1 || moment.t < 1) return null;
  const { units, outputs } = layout.spec;
  const column = layout.column(moment.t);
  const here = stateView(paint, column);
  const { matrices } = layout.model;
  const vector = (from: Rect | null, to: Rect | null, symbol: string, t: number, rows: number): Flight | null =>
    from && to ? { from, to, rows, columns: 1, of: (row) => ({ symbol, t, unit: row }), lands: symbol, landsAt: t } : null;

  if (moment.kind === 'compute' && moment.makes === 'W_xh·x') {
    const { inputs } = scene.trace.example;
    const matrix = matrices['W_xh'];
    if (!matrix || inputs.kind !== 'one-hot') return null;
    const cell = matrixCell(matrix, 0, inputs.indices[moment.t - 1]!);
    return vector({ ...cell, height: matrix.height }, laneRect(paint, here, moment.makes, 'states'), moment.makes, moment.t, units);
  }
  if (moment.kind === 'compute' && moment.makes === 'W_hh·h') {
    const before = moment.t === 1 ? layout.initial : layout.column(moment.t - 1);
    const from = laneRect(paint, stateView(paint, before), state, 'states');
    return vector(from, laneRect(paint, here, moment.makes, 'states'), moment.makes, moment.t, units);
  }
  if (moment.kind === 'compute' && moment.makes === 'a') {
    const [symbol] = layout.spec.biases;
    const matrix = symbol === undefined ? undefined : matrices[symbol];
    const to = symbol === undefined ? null : laneRect(paint, here, symbol, 'states');
    return matrix && to && symbol !== undefined
      ? { from: matrix, to, rows: units, columns: 1, of: (row) => ({ symbol, unit: row }), lands: symbol, landsAt: moment.t }
      : null;
  }
  const output = outputView(paint, column);
  if (moment.kind === 'compute' && moment.makes === 'W_hy·h') {
    return vector(laneRect(paint, here, state, 'states'), laneRect(paint, output, moment.makes, 'outputs'), moment.makes, moment.t, outputs);
  }
  if (moment.kind === 'arrive') {
    return vector(laneRect(paint, output, 'dy', 'outputs'), laneRect(paint, here, moment.makes, 'states'), moment.makes, moment.t, units);
  }
  if (moment.kind === 'pass') {
    const to = moment.t === 1 ? layout.initial : layout.column(moment.t - 1);
    const view = stateView(paint, to);
    const lands = laneRect(paint, view, moment.makes, 'states') ?? laneRect(paint, view, `d${state}`, 'states');
    const from = laneRect(paint, here, 'da', 'states') ?? laneRect(paint, here, `d${state}`, 'states');
    return vector(from, lands, moment.makes, moment.t - 1, units);
  }
  if (moment.kind === 'tile' && moment.parameter) {
    const matrix = matrices[moment.parameter];
    const parameter = scene.network.program.parameters.find((each) => each.symbol === moment.parameter);
    if (!matrix || !parameter) return null;
    const isReadout = moment.parameter === 'W_hy' || moment.parameter === layout.spec.outputBias;
    const start = isReadout ? laneRect(paint, output, 'dy', 'outputs') : (laneRect(paint, here, 'da', 'states') ?? laneRect(paint, here, `d${state}`, 'states'));
    if (!start) return null;
    const [width, height] = [matrix.width * 0.6, matrix.height * 0.6];
    const from: Rect = { x: start.x + (start.width - width) / 2, y: start.y + (start.height - height) / 2, width, height };
    const { symbol, t } = { symbol: `d${moment.parameter}`, t: moment.t };
    return {
      from,
      to: matrix,
      rows: matrix.rows,
      columns: matrix.columns,
      of: (row, k) => entryIn({ symbol, t }, row, matrix.firstColumn + k, parameter.role === 'bias'),
      lands: symbol,
      landsAt: 0,
    };
  }
  return null;
}
