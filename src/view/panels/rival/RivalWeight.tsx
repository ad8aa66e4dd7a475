// The weight that is selected, as the second network has it: typing another number makes it differ from the first in that weight.
import type { Reference } from '../../../engine/reference.ts';
import { parseSymbol } from '../../../engine/symbols/symbols.ts';
import type { Rival, WeightChange } from '../../../state/document.ts';
import { complete, nameOf } from '../../layout/extent.ts';
import { SymbolText } from '../../draw/numeric/SymbolText.tsx';
import { NumberField } from '../controls/NumberField.tsx';
import { useDocument, useView } from '../stores.tsx';
import { useSecond } from './second.tsx';

interface Props {
  readonly change: (rival: Rival) => string | null;
}

export function RivalWeight({ change }: Props) {
  const selection = useView((state) => state.selection);
  const changes = useDocument((state) => state.document.rival?.changes ?? none);
  const scene = useSecond()?.scene ?? null;
  if (!scene || !selection || parseSymbol(scene.network, selection.symbol).kind !== 'parameter') {
    return <span className="rival-soft rival-hint">Select a weight to change it in B.</span>;
  }
  const reference = complete(scene.network, selection);
  const name = nameOf(scene.network, reference);
  return (
    <span className="rival-field">
      <span aria-hidden="true">
        <SymbolText text={name} />
      </span>
      <NumberField
        key={name}
        label={`${name} of B`}
        isLabelHidden
        size={6}
        value={scene.numbers.value(reference)}
        onCommit={(value) => change({ changes: withWeight(changes, reference, value) })}
      />
    </span>
  );
}

const none: readonly WeightChange[] = [];

/** The changes with that number of that weight: one that was changed before is changed again, not twice. */
function withWeight(changes: readonly WeightChange[], { symbol, unit = 1, column = 1 }: Reference, value: number): readonly WeightChange[] {
  const others = changes.filter((each) => each.kind !== 'set' || each.symbol !== symbol || each.unit !== unit || each.column !== column);
  return [...others, { kind: 'set', symbol, unit, column, value }];
}
