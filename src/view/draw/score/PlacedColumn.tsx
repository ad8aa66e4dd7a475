// A time step in its place.
import type { Reference } from '../../../engine/reference.ts';
import { columnAttributes } from '../whatif/wordMarks.ts';
import { Column } from './Column.tsx';
import { momentPlace } from './current.ts';
import type { Paint } from './paint.ts';
import { columnStamp } from './stamps.ts';

interface PlacedProps {
  readonly paint: Paint;
  readonly index: number;
  readonly selection: Reference | null;
  readonly hidden?: ReadonlySet<string> | undefined;
  readonly arrows: number;
}

export function PlacedColumn({ paint, index, selection, hidden, arrows }: PlacedProps) {
  const { layout } = paint;
  const column = layout.column(index);
  return (
    <g transform={`translate(${column.centre},0)`} {...columnAttributes(column.axis, column.row)}>
      <Column paint={paint} index={index} selection={concerns(paint, index, selection)} hidden={hidden} arrows={arrows} stamp={columnStamp(paint, column, hidden, arrows)} />
    </g>
  );
}

/** A selection that can be seen in this column: a number of its time, or of the state that it goes on from. */
export function concerns({ layout, scene }: Paint, index: number, selection: Reference | null): Reference | null {
  if (!selection) return null;
  const { row } = layout.places.place(index);
  const isWorked = index === layout.spec.current && momentPlace(scene) !== null;
  return selection.t === row || selection.also?.t === row || isWorked ? selection : null;
}
