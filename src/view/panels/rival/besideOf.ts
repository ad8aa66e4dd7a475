// What each of two networks is told of the other: its numbers, as far as both have one of that kind.
import type { Reference } from '../../../engine/reference.ts';
import { parseSymbol } from '../../../engine/symbols/symbols.ts';
import type { WeightChange } from '../../../state/document.ts';
import type { Beside } from '../../draw/rival/beside.ts';
import { extentOf } from '../../layout/extent.ts';
import type { Scene } from '../../scene/scene.ts';
import { isSameReading } from './sameReading.ts';

/** Whether a number exists in both, among as many of its kind: a state of 4 units is not told beside one of 8. */
export function isInBoth(first: Scene, second: Scene, { symbol }: Reference): boolean {
  const [a, b] = [extentOf(first.network, symbol), extentOf(second.network, symbol)];
  if (a === null || b === null) return a === b && parseSymbol(first.network, symbol).kind === parseSymbol(second.network, symbol).kind;
  return a.rows === b.rows && a.columns === b.columns;
}

/** Whether a network has that very number at all. */
export function isIn({ network, numbers }: Scene, reference: Reference): boolean {
  const { symbol, t, unit = 1, column = 1 } = reference;
  const extent = extentOf(network, symbol);
  return numbers.has(symbol, t) && (extent === null || (unit <= extent.rows && column <= (extent.columns ?? 1)));
}

/** `other`, as it is told beside `own`; null where they do not read the same. */
export function besideOf(own: Scene, other: Scene, name: string, changes: readonly WeightChange[]): Beside | null {
  if (!isSameReading(own, other)) return null;
  return {
    name,
    value: (reference) => (isInBoth(own, other, reference) && isComparable(own, reference) ? other.read(reference) : null),
    isChanged: (reference) => changes.some((change) => isOf(change, reference)),
  };
}

/** What both read is the same by definition. */
const isComparable = ({ network }: Scene, { symbol }: Reference): boolean => {
  const { kind, index } = parseSymbol(network, symbol);
  return kind !== 'value' || network.program.slots[index]?.stage !== 'given';
};

const isOf = (change: WeightChange, { symbol, unit = 1, column = 1 }: Reference): boolean =>
  change.kind !== 'update' && change.symbol === symbol && (change.kind === 'scale' || (change.unit === unit && change.column === column));
