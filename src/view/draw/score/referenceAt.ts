// The number under the pointer where many are drawn as one: found by its place.
import type { MouseEvent } from 'react';
import type { Reference } from '../../../engine/reference.ts';
import { clamp } from '../../layout/rect.ts';
import { laneAt, stripLanes } from '../../layout/strips/lanes.ts';
import { entryIn, parameterView } from '../model/parameterView.ts';
import { laneSymbols } from '../strips/stripsOf.ts';
import { isPairedIn, type Paint } from './paint.ts';

export function referenceAt(paint: Paint, target: Element, event: Pick<MouseEvent, 'clientX' | 'clientY'>, root: SVGSVGElement | null): Reference | null {
  const box = root?.getBoundingClientRect();
  if (!box || box.width === 0) return null;
  const { layout } = paint;
  const x = ((event.clientX - box.left) / box.width) * layout.spec.width;
  const y = ((event.clientY - box.top) / box.height) * layout.spec.height;
  const matrix = target.getAttribute('data-matrix');
  if (matrix !== null) return inMatrix(paint, matrix, x, y);
  const stave = target.getAttribute('data-heat');
  return stave === null ? null : inStrip(paint, stave, x, y);
}

function inMatrix({ layout, scene, isMoving }: Paint, symbol: string, x: number, y: number): Reference | null {
  const place = layout.model.matrices[symbol];
  if (!place) return null;
  const unit = clamp(Math.floor((y - place.y) / place.cellHeight) + 1, 1, place.rows);
  const column = place.firstColumn + clamp(Math.floor((x - place.x) / place.cellWidth) + 1, 1, place.columns);
  const parameter = scene.network.program.parameters.find((each) => each.symbol === symbol);
  const view = parameterView(scene, symbol, isMoving);
  return view.isThere ? entryIn(view, unit, column, parameter?.role === 'bias') : null;
}

function inStrip(paint: Paint, id: string, x: number, y: number): Reference | null {
  const { layout, scene } = paint;
  const column = layout.column(layout.stepAt(x));
  const stave = scene.anatomy.staves.find((each) => each.id === id);
  const rows = layout.staves.byId[id]?.by[column.axis];
  if (!stave || !rows || rows.rows === 0) return null;
  const symbols = laneSymbols(scene, stave, column.axis, isPairedIn(paint));
  const { pitch } = layout.pitch;
  const { lane, row } = laneAt(stripLanes(pitch, symbols.length, rows), rows.rows, x - column.centre + pitch / 2, y);
  const reference = { symbol: symbols[lane] ?? '', t: column.row, unit: row + 1 };
  return scene.read(reference) === null ? null : reference;
}
