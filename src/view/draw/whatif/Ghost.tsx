// The value before, as a thin bar of its colour at the left edge of the cell that shows the new one.
import type { Reference } from '../../../engine/reference.ts';
import type { Rect } from '../../layout/rect.ts';
import { exactText, formatNumber, formatShort, type Digits } from '../../theme/format.ts';
import { coloursOfValue } from '../../theme/scale.ts';
import { useBefore } from './before.ts';
import './whatif.css';

interface GhostProps {
  readonly rect: Rect;
  readonly reference: Reference;
  readonly value: number;
  /** Size of the value that takes the full colour. */
  readonly range: number;
  readonly digits: Digits;
  /** A colour of its own, where the cell has one for the value before. */
  readonly fill?: ((old: number) => string) | undefined;
}

const narrow = 44;

export function Ghost({ rect, reference, value, range, digits, fill }: GhostProps) {
  const old = useBefore()?.value(reference) ?? null;
  if (old === null || !isAnother(old, value, digits)) return null;
  // In narrow cells the number needs the room.
  const width = rect.width < narrow ? 2.5 : Math.min(7, rect.width * 0.14);
  return (
    <g className="what-if-ghost" data-before={exactText(old)}>
      <title>{`before: ${formatNumber(old, digits)}`}</title>
      <rect x={rect.x} y={rect.y} width={width} height={rect.height} rx={Math.min(3, width / 2)} fill={fill?.(old) ?? coloursOfValue(old, range).fill} />
    </g>
  );
}

/** What cannot be told apart by its number is not marked: nearly every weight moves nearly every state a little. */
const isAnother = (old: number, value: number, digits: Digits): boolean => !Object.is(old, value) && formatShort(old, digits) !== formatShort(value, digits);
