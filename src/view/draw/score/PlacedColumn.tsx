// A time step in its place. Inside, its axis is at 0, so that moving it draws nothing anew.
import type { Reference } from '../../../engine/reference.ts';
import { right } from '../../layout/rect.ts';
import { Column } from './Column.tsx';
import { localColumn, stateView } from './geometry.ts';
import type { Paint } from './paint.ts';
import { columnStamp } from './stamps.ts';

interface PlacedProps {
  readonly paint: Paint;
  readonly t: number;
  readonly selection: Reference | null;
  readonly flying?: ReadonlySet<string> | undefined;
  readonly arrows: number;
}

export function PlacedColumn({ paint, t, selection, flying, arrows }: PlacedProps) {
  const { layout } = paint;
  const column = layout.column(t);
  const before = t === 1 ? layout.initial : layout.column(t - 1);
  const arrowFrom = right(stateView(paint, before).box) - column.centre;
  const local = localColumn(column);
  const concerns = selection && (selection.t === t || (selection.t === undefined && t === layout.spec.current)) ? selection : null;
  return (
    <g transform={`translate(${column.centre},0)`}>
      <Column paint={paint} column={local} arrowFrom={arrowFrom} selection={concerns} flying={flying} arrows={arrows} stamp={columnStamp(paint, local, arrowFrom, flying, arrows)} />
    </g>
  );
}
