// Back and forth through what was changed, with words for what each step takes back or does again.
import { Redo2, Undo2 } from 'lucide-react';
import { useDocument } from '../stores.tsx';

export function UndoRedo() {
  const { canUndo, canRedo, undoWords, redoWords, undo, redo } = useDocument((state) => state);
  // At their ends they do nothing, but keep the keyboard's place.
  return (
    <div className="undo-redo" role="group" aria-label="Undo and redo">
      <button type="button" className="controls-button" aria-disabled={!canUndo || undefined} onClick={canUndo ? undo : undefined}>
        <Undo2 aria-hidden="true" />
        <span>Undo{canUndo && <span className="undo-redo-words">: {undoWords}</span>}</span>
      </button>
      <button type="button" className="controls-button" aria-disabled={!canRedo || undefined} onClick={canRedo ? redo : undefined}>
        <Redo2 aria-hidden="true" />
        <span>Redo{canRedo && <span className="undo-redo-words">: {redoWords}</span>}</span>
      </button>
    </div>
  );
}
