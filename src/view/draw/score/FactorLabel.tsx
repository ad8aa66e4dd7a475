// By how much the gradient shrank or grew on its way over one arrow.
import type { Reference } from '../../../engine/reference.ts';
import type { ArrowLayout, Point } from '../../layout/score/types.ts';
import { formatShort } from '../../theme/format.ts';
import { factorOf, leastRoom, longest, type ArrowLabelProps } from './ArrowLabels.tsx';
import { markAttributes } from './markAttributes.ts';
import type { Paint } from './paint.ts';

/** Null where none has come, or where there is no room. */
export function FactorLabel({ paint, arrow, column, origin, selection }: ArrowLabelProps & { readonly selection: Reference | null }) {
  const factor = arrow.kind === 'state' && column.room >= leastRoom ? factorOf(paint, arrow) : null;
  if (!factor) return null;
  const place = longest(arrow.points.map(([x, y]): Point => [x - origin, y]));
  return <Factor paint={paint} {...factor} {...placeOfFactor(paint, arrow, origin, place)} selection={selection} />;
}

/** Over a straight arrow that is long enough, else over the boxes that it runs between. */
function placeOfFactor({ layout, scene }: Paint, { carries, points }: ArrowLayout, origin: number, place: { x: number; y: number; length: number }): { x: number; y: number } {
  const slot = scene.network.program.slots.findIndex(({ symbol }) => symbol === carries.symbol);
  const stave = layout.staves.byId[scene.anatomy.staveOf(slot)];
  const [first, last] = [points[0], points[points.length - 1]];
  if (!stave || !first || !last || (points.length === 2 && place.length >= 46)) return { x: place.x, y: place.y - 10 };
  return { x: (first[0] + last[0]) / 2 - origin, y: stave.y - 5 };
}

interface FactorProps {
  readonly paint: Paint;
  readonly reference: Reference;
  readonly value: number;
  readonly x: number;
  readonly y: number;
  readonly selection: Reference | null;
}

/** By how much the gradient got longer or shorter on its way through this step. */
function Factor({ paint, reference, value, x, y, selection }: FactorProps) {
  const text = `×${formatShort(value, paint.digits)}`;
  const width = text.length * 7.4 + 8;
  return (
    <g {...markAttributes(paint, reference, value, selection, { className: 'score-factor', written: text })}>
      <rect className="score-hit" x={x - width / 2} y={y - 13} width={width} height={18} rx={4} />
      <text x={x} y={y} fontSize={12.5}>
        {text}
      </text>
    </g>
  );
}
