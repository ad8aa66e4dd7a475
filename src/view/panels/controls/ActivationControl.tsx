// The activation of the cell: tanh, sigmoid or ReLU.
import type { CellId } from '../../../engine/model.ts';
import { useDispatch, useDocument } from '../stores.tsx';
import { Segmented, type Choice } from './Segmented.tsx';

const activations: readonly Choice<CellId>[] = [
  { value: 'rnn_tanh', label: 'tanh' },
  { value: 'rnn_sigmoid', label: 'sigmoid' },
  { value: 'rnn_relu', label: 'ReLU' },
];

export function ActivationControl({ isLabelHidden = false }: { readonly isLabelHidden?: boolean }) {
  const cell = useDocument((state) => state.document.cell);
  const dispatch = useDispatch();
  return (
    <Segmented
      label="Activation"
      isLabelHidden={isLabelHidden}
      choices={activations}
      value={cell}
      onChange={(next) => dispatch({ type: 'setCell', cell: next })}
    />
  );
}
