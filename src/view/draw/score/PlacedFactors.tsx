// What stands over the columns at the place of one: by how much the gradient shrank or grew there.
import type { Reference } from '../../../engine/reference.ts';
import { Factors } from './Factors.tsx';
import type { Paint } from './paint.ts';
import { concerns } from './PlacedColumn.tsx';
import { columnStamp } from './stamps.ts';

interface Props {
  readonly paint: Paint;
  readonly index: number;
  readonly selection: Reference | null;
  readonly arrows: number;
}

export function PlacedFactors({ paint, index, selection, arrows }: Props) {
  const column = paint.layout.column(index);
  return (
    <g transform={`translate(${column.centre},0)`} opacity={arrows < 1 ? arrows : undefined}>
      <Factors paint={paint} index={index} selection={concerns(paint, index, selection)} stamp={columnStamp(paint, column, undefined, 1)} />
    </g>
  );
}
