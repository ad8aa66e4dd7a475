// The number under the pointer where many are drawn as one: found by its place.
import type { MouseEvent } from 'react';
import type { Reference } from '../../../engine/reference.ts';
import { clamp } from '../../layout/rect.ts';
import { isPairedIn } from './geometry.ts';
import type { Paint } from './paint.ts';
import { entryIn, parameterView } from './parameterView.ts';

export function referenceAt(paint: Paint, target: Element, event: MouseEvent, root: SVGSVGElement | null): Reference | null {
  const box = root?.getBoundingClientRect();
  if (!box || box.width === 0) return null;
  const { layout, state, answer } = paint;
  const x = ((event.clientX - box.left) / box.width) * layout.spec.width;
  const y = ((event.clientY - box.top) / box.height) * layout.spec.height;
  const matrix = target.getAttribute('data-matrix');
  if (matrix !== null) {
    const place = layout.model.matrices[matrix];
    if (!place) return null;
    const unit = clamp(Math.floor((y - place.y) / place.cellHeight) + 1, 1, place.rows);
    const column = place.firstColumn + clamp(Math.floor((x - place.x) / place.cellWidth) + 1, 1, place.columns);
    const parameter = paint.scene.network.program.parameters.find((each) => each.symbol === matrix);
    const view = parameterView(paint.scene, matrix, paint.progress);
    return view.isThere ? entryIn(view, unit, column, parameter?.role === 'bias') : null;
  }
  const heat = target.getAttribute('data-heat');
  if (heat === null) return null;
  const t = layout.stepAt(x);
  const stave = heat === 'states' ? layout.staves.states : heat === 'inputs' ? layout.staves.inputs : layout.staves.outputs;
  const unit = clamp(Math.floor((y - stave.first) / stave.row) + 1, 1, stave.rows);
  if (heat === 'states') {
    const column = layout.column(t);
    const isGradient = isPairedIn(paint) && x > column.centre;
    const reference = { symbol: isGradient ? `d${state}` : state, t, unit };
    return paint.scene.read(reference) === null ? null : reference;
  }
  const reference = { symbol: heat === 'inputs' ? 'x' : answer, t, unit };
  return paint.scene.read(reference) === null ? null : reference;
}
