// What can be chosen within a kind of cell: its activation, or where its reset gate acts. Nothing where there is no choice.
import { cellsFor } from '../../../engine/tasks/choices.ts';
import { tasks } from '../../../engine/tasks/index.ts';
import { useDispatch, useDocument } from '../stores.tsx';
import { kindOf, kindsOf } from './cellKinds.ts';
import { Segmented } from './Segmented.tsx';

/** Characters of all choices that have room in the bar. */
const roomInBar = 20;

interface Props {
  readonly isLabelHidden?: boolean;
  /** In the top bar: choices of many words are left to the sheet. */
  readonly isInBar?: boolean;
}

export function ActivationControl({ isLabelHidden = false, isInBar = false }: Props) {
  const task = useDocument((state) => state.document.task);
  const cell = useDocument((state) => state.document.cell);
  const dispatch = useDispatch();
  const kind = kindOf(cell, kindsOf(cellsFor(tasks[task])));
  if (!kind || kind.differ === '' || (isInBar && kind.variants.join('').length > roomInBar)) return null;
  return (
    <Segmented
      label={kind.differ}
      isLabelHidden={isLabelHidden}
      choices={kind.cells.map((id, k) => ({ value: id, label: kind.variants[k] ?? id }))}
      value={cell}
      onChange={(next) => dispatch({ type: 'setCell', cell: next })}
    />
  );
}
