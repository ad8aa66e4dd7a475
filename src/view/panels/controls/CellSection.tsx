// The cell in the network's sheet: which one, what it does in a sentence, and what its form means where there are several.
import type { Cell } from '../../../engine/cells/cell.ts';
import { cells } from '../../../engine/cells/index.ts';
import { useDocument } from '../stores.tsx';
import { ActivationControl } from './ActivationControl.tsx';
import { CellControl } from './CellControl.tsx';

export function CellSection() {
  const cell = useDocument((state) => state.document.cell);
  const { note, declare }: Cell = cells[cell];
  return (
    <div className="network-sheet-group">
      <CellControl />
      <p className="controls-words">It {declare('one').words}.</p>
      <ActivationControl />
      {note !== undefined && <p className="controls-words">{note}</p>}
    </div>
  );
}
