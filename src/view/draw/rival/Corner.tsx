// Where the other network has quite another number: its colour in the upper right corner of the cell.
import type { Reference } from '../../../engine/reference.ts';
import type { Rect } from '../../layout/rect.ts';
import { exactText, formatNumber, type Digits } from '../../theme/format.ts';
import { coloursOfValue } from '../../theme/scale.ts';
import { isFarApart, useBeside } from './beside.ts';
import './rival.css';

interface CornerProps {
  readonly rect: Rect;
  readonly reference: Reference;
  readonly value: number;
  /** Size of the value that takes the full colour. */
  readonly range: number;
  readonly digits: Digits;
  /** A colour of its own, where the other's value has one. */
  readonly fill?: string;
}

/** Below this a cell has no room for a corner that is seen. */
const least = 5;

export function Corner({ rect, reference, value, range, digits, fill }: CornerProps) {
  const beside = useBeside();
  const side = Math.min(rect.width, rect.height);
  const other = beside && side >= least ? beside.value(reference) : null;
  if (!beside || other === null || Object.is(other, value)) return null;
  const isChanged = beside.isChanged(reference);
  if (!isChanged && !isFarApart(value, other, range)) return null;
  const leg = Math.min(side * 0.6, isChanged ? 12 : 9);
  return (
    <g className={`rival-corner ${isChanged ? 'is-changed' : ''}`} data-beside={exactText(other)}>
      <title>{`${beside.name}: ${formatNumber(other, digits)}`}</title>
      <path d={`M${rect.x + rect.width},${rect.y}v${leg}l${-leg},${-leg}z`} fill={fill ?? coloursOfValue(other, range).fill} />
    </g>
  );
}
