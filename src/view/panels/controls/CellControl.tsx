// Which kind of cell the network is made of, among those that go with its task: RNN, LSTM, GRU.
import { cellsFor } from '../../../engine/tasks/choices.ts';
import { tasks } from '../../../engine/tasks/index.ts';
import { useDispatch, useDocument } from '../stores.tsx';
import { cellLike, kindOf, kindsOf } from './cellKinds.ts';
import { Segmented } from './Segmented.tsx';

export function CellControl({ isLabelHidden = false }: { readonly isLabelHidden?: boolean }) {
  const task = useDocument((state) => state.document.task);
  const cell = useDocument((state) => state.document.cell);
  const dispatch = useDispatch();
  const kinds = kindsOf(cellsFor(tasks[task]));
  return (
    <Segmented
      label="Cell"
      isLabelHidden={isLabelHidden}
      choices={kinds.map(({ name }) => ({ value: name, label: name }))}
      value={kindOf(cell, kinds)?.name ?? null}
      onChange={(name) => {
        const kind = kinds.find((each) => each.name === name);
        const next = kind && cellLike(kind, cell);
        if (next) dispatch({ type: 'setCell', cell: next });
      }}
    />
  );
}
