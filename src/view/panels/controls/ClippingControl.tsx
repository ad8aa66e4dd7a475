// How the gradient is clipped before an update by hand: not, by its length, or number by number.
import { useDispatch, useDocument } from '../stores.tsx';
import { NumberField } from './NumberField.tsx';
import { Segmented } from './Segmented.tsx';

const words = {
  none: 'An update uses the gradient as it is, however long.',
  norm: 'A gradient that is longer than this is made as short, all its numbers alike: its direction stays.',
  value: 'Each number of the gradient that is larger than this is cut to it: the direction may turn.',
} as const;

export function ClippingControl() {
  const dispatch = useDispatch();
  const clipping = useDocument((state) => state.document.clipping);
  const kind = clipping?.kind ?? 'none';
  return (
    <div className="network-sheet-group">
      <Segmented
        label="Clip the gradient"
        choices={[
          { value: 'none', label: 'no' },
          { value: 'norm', label: 'by norm' },
          { value: 'value', label: 'by value' },
        ]}
        value={kind}
        onChange={(next) => dispatch({ type: 'setClipping', clipping: next === 'none' ? null : { kind: next, limit: clipping?.limit ?? 1 } })}
      />
      {clipping && (
        <NumberField label="Limit" size={5} example="1 or 0.5" value={clipping.limit} onCommit={(limit) => dispatch({ type: 'setClipping', clipping: { ...clipping, limit } })} />
      )}
      <p className="controls-words">{words[kind]} It cures gradients that explode, not those that vanish.</p>
    </div>
  );
}
