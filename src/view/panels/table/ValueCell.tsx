// One number of a table, or a dash where the playhead has not come to it.
import type { Reference } from '../../../engine/reference.ts';
import { formatNumber, type Digits } from '../../theme/format.ts';
import { digitsFor } from '../../draw/numeric/numberText.ts';
import { SymbolText } from '../../draw/numeric/SymbolText.tsx';
import { valueAttributes } from '../../draw/valueAttributes.ts';
import type { Scene } from '../../scene/scene.ts';

interface ValueCellProps {
  readonly scene: Scene;
  readonly reference: Reference;
  readonly digits: Digits;
}

export function ValueCell({ scene, reference, digits }: ValueCellProps) {
  const value = scene.read(reference);
  if (value !== null) {
    return (
      <td {...valueAttributes(reference, value)}>
        <SymbolText text={formatNumber(value, digitsFor(reference.symbol, digits))} />
      </td>
    );
  }
  const { numbers, clock } = scene;
  if (!numbers.has(reference.symbol, reference.t) || clock.madeAt(reference.symbol, reference.t) > clock.count) return <NoCell />;
  return (
    <td className="table-empty" aria-label="not computed yet">
      –
    </td>
  );
}

/** Where there is no such number. */
export function NoCell() {
  return <td aria-label="none" />;
}
