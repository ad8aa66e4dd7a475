// Two switches for how cells are looked at in the score: whether gates have a row of their own, and whether the cell in view is open.
import { AlignJustify, Maximize2, Minimize2 } from 'lucide-react';
import { useDispatch, useDocument, useScene } from '../stores.tsx';

export function CellView() {
  const dispatch = useDispatch();
  const hasGates = useScene()?.anatomy.hasGates ?? false;
  const gates = useDocument((state) => state.document.gates);
  const inside = useDocument((state) => state.document.inside);
  const isOpen = inside > 0.5;
  return (
    <>
      {hasGates && (
        <button type="button" className="tool" aria-pressed={gates} title="A row for the gates of every step" onClick={() => dispatch({ type: 'setGates', gates: !gates })}>
          <AlignJustify aria-hidden size={16} />
          <span>Gates</span>
        </button>
      )}
      <button
        type="button"
        className="tool"
        aria-pressed={isOpen}
        title="What happens inside of the cell in view"
        onClick={() => dispatch({ type: 'setInside', inside: isOpen ? 0 : 1 })}
      >
        {isOpen ? <Minimize2 aria-hidden size={16} /> : <Maximize2 aria-hidden size={16} />}
        <span>{isOpen ? 'Close the cell' : 'Open the cell'}</span>
      </button>
    </>
  );
}
