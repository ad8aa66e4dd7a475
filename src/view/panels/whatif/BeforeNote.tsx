// Beside a number: what it was before the change that a hand is making, where it was another.
import type { Reference } from '../../../engine/reference.ts';
import { exactText, type Digits } from '../../theme/format.ts';
import { apart } from './apart.ts';
import { useBeforeNumbers } from './useBefore.ts';

interface Props {
  readonly reference: Reference;
  readonly value: number;
  readonly digits: Digits;
}

export function BeforeNote({ reference, value, digits }: Props) {
  const old = useBeforeNumbers()?.value(reference) ?? null;
  if (old === null || Object.is(old, value)) return null;
  return (
    <span className="value-before" data-before={exactText(old)}>
      {' '}
      before: {apart(old, value, digits).from}
    </span>
  );
}
