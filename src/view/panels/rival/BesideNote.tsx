// Beside a number of the first network: what the second one has there.
import type { Reference } from '../../../engine/reference.ts';
import { exactText, formatNumber, type Digits } from '../../theme/format.ts';
import { useScene } from '../stores.tsx';
import { isInBoth } from './besideOf.ts';
import { isSameReading } from './sameReading.ts';
import { useSecond } from './second.tsx';

export function BesideNote({ reference, digits }: { readonly reference: Reference; readonly digits: Digits }) {
  const first = useScene();
  const second = useSecond()?.scene ?? null;
  if (!first || !second || !isSameReading(first, second) || !isInBoth(first, second, reference)) return null;
  const value = second.read(reference);
  if (value === null) return null;
  return (
    <span className="value-before" data-beside={exactText(value)}>
      {' '}
      in B: {formatNumber(value, digits)}
    </span>
  );
}
