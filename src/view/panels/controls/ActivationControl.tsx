// The activation of the cell, among those that its family has: tanh, sigmoid or ReLU.
import { cellIds, cells } from '../../../engine/cells/index.ts';
import { useDispatch, useDocument } from '../stores.tsx';
import { Segmented } from './Segmented.tsx';

export function ActivationControl({ isLabelHidden = false }: { readonly isLabelHidden?: boolean }) {
  const cell = useDocument((state) => state.document.cell);
  const dispatch = useDispatch();
  const relatives = cellIds.filter((id) => cells[id].family === cells[cell].family);
  return (
    <Segmented
      label="Activation"
      isLabelHidden={isLabelHidden}
      choices={relatives.map((id) => ({ value: id, label: cells[id].activation }))}
      value={cell}
      onChange={(next) => dispatch({ type: 'setCell', cell: next })}
    />
  );
}
