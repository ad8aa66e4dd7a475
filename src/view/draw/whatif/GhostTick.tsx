// Where a bar ended before a change: a stroke across it.
import type { Reference } from '../../../engine/reference.ts';
import type { Rect } from '../../layout/rect.ts';
import { exactText, formatNumber, type Digits } from '../../theme/format.ts';
import { useBefore } from './before.ts';
import './whatif.css';

interface GhostTickProps {
  /** The place of the whole bar: 0 at its left, 1 at its right. */
  readonly rect: Rect;
  readonly reference: Reference;
  readonly value: number;
  readonly digits: Digits;
}

export function GhostTick({ rect, reference, value, digits }: GhostTickProps) {
  const old = useBefore()?.value(reference) ?? null;
  if (old === null || Math.abs(old - value) * rect.width < 0.5) return null;
  const x = rect.x + Math.min(Math.max(old, 0), 1) * rect.width;
  return (
    <g className="what-if-tick" data-before={exactText(old)}>
      <title>{`before: ${formatNumber(old, digits)}`}</title>
      <path d={`M${x},${rect.y}v${rect.height}`} />
    </g>
  );
}
