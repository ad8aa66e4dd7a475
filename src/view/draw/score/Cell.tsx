// One number as a coloured cell that can be pressed: its colour says sign and size, its text the number.
import type { Reference } from '../../../engine/reference.ts';
import type { Rect } from '../../layout/rect.ts';
import { formatShort, lowered, raisedDigits } from '../../theme/format.ts';
import { coloursOfValue } from '../../theme/scale.ts';
import { Corner } from '../rival/Corner.tsx';
import { Ghost } from '../whatif/Ghost.tsx';
import { markAttributes } from './markAttributes.ts';
import type { Paint } from './paint.ts';

interface CellProps {
  readonly paint: Paint;
  readonly rect: Rect;
  readonly reference: Reference;
  readonly value: number;
  readonly selection: Reference | null;
  /** Size of the value that takes the full colour; the symbol's own range where left out. */
  readonly range?: number;
  /** Whether the number is written, if it has room. */
  readonly isWritten?: boolean;
  readonly className?: string;
  readonly fill?: string;
  readonly ink?: string;
  readonly text?: string;
}

/** Size of the mono face at which a text of that length fits, or 0 where none can be read. */
function fittingSize(length: number, width: number, height: number, largest = 13): number {
  const size = Math.min(largest, height * 0.8, (width - 3) / (length * 0.605));
  return size < 7.5 ? 0 : size;
}

const powerOfTen = new RegExp(`·10(${raisedDigits})$`);

/** 3·10⁻⁴ as 3e−4, which is shorter. */
export const compact = (text: string): string => text.replace(powerOfTen, (_, power: string) => `e${lowered(power)}`);

/** Narrower cells write powers of ten in short, so that all numbers of a column look the same. */
const roomForPowers = 51;

/** A number as it is best read in that room; short ones are written no larger than one with a sign. */
export function fitNumber(text: string, width: number, height: number): { written: string; size: number } {
  const written = width < roomForPowers ? compact(text) : text;
  return { written, size: fittingSize(written.length > 1 ? Math.max(written.length, 5) : 1, width, height) };
}

export function Cell({ paint, rect, reference, value, selection, range, isWritten = true, className = '', fill, ink, text }: CellProps) {
  const full = range ?? paint.ranges.of(reference.symbol);
  const colours = coloursOfValue(value, full);
  const { written, size } = isWritten ? fitNumber(text ?? formatShort(value, paint.digits), rect.width, rect.height) : { written: '', size: 0 };
  const radius = Math.min(3, rect.width / 5, rect.height / 5);
  return (
    <g {...markAttributes(paint, reference, value, selection, { className, written: written === '' ? text : written })}>
      <rect x={rect.x} y={rect.y} width={rect.width} height={rect.height} rx={radius} fill={fill ?? colours.fill} />
      <Ghost rect={rect} reference={reference} value={value} range={full} digits={paint.digits} />
      <Corner rect={rect} reference={reference} value={value} range={full} digits={paint.digits} />
      {size > 0 && (
        <text className="score-number" x={rect.x + rect.width / 2} y={rect.y + rect.height / 2} fontSize={size} fill={ink ?? colours.ink}>
          {written}
        </text>
      )}
    </g>
  );
}

/** The place of a number that is not there yet. */
export function EmptyCell({ rect }: { readonly rect: Rect }) {
  return <rect className="score-empty" x={rect.x} y={rect.y} width={rect.width} height={rect.height} rx={Math.min(3, rect.width / 5, rect.height / 5)} aria-hidden="true" />;
}
