// All weights, biases and the initial state as grids of numbers that can be changed by hand, with undo and the way back to
// the seed.
import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { Segmented } from '../controls/Segmented.tsx';
import { useDispatch, useDocument, useScene, useStores, useView } from '../stores.tsx';
import { editablesOf, editOf, entryOf, referenceOf, type Editable } from './editable.ts';
import { UndoRedo } from './UndoRedo.tsx';
import { ValueInspector } from './ValueInspector.tsx';
import { WeightGrid } from './WeightGrid.tsx';
import '../controls/controls.css';
import './weights.css';

export function WeightsEditor() {
  const dispatch = useDispatch();
  const scene = useScene();
  const network = scene?.network ?? null;
  const { views } = useStores();
  const selection = useView((state) => state.selection);
  const digits = useView((state) => state.digits);
  const theme = useView((state) => state.theme);
  const changes = useDocument((state) => state.document.changes);
  const initialState = useDocument((state) => state.document.initialState);
  const entry = network && entryOf(network, selection);
  const selectedId = entry?.editable.id ?? null;
  const [chosen, setChosen] = useState(selectedId ?? 'W_hh');
  const [seen, setSeen] = useState(selectedId);

  // Whoever selects a weight in the score or in a formula finds its parameter here.
  if (selectedId !== seen) {
    setSeen(selectedId);
    if (selectedId !== null) setChosen(selectedId);
  }

  if (!network || !scene) return <p className="controls-words">The weights are on their way.</p>;
  const editables = editablesOf(network);
  const editable = editables.find(({ id }) => id === chosen) ?? editables[0];
  if (!editable) return null;
  // Of the run in view, as all numbers of the page: the document may be ahead of it.
  const value = (unit: number, column: number): number => scene.numbers.value(referenceOf(editable, unit, column));
  const isHere = entry !== null && entry.editable.id === editable.id;

  return (
    <div className="weights">
      <Segmented
        label="Parameter"
        isLabelHidden
        choices={editables.map(({ id, label }) => ({ value: id, label }))}
        value={editable.id}
        onChange={setChosen}
      />
      <p className="controls-words">{wordsFor(editable)}</p>
      <WeightGrid
        key={editable.id}
        network={network}
        editable={editable}
        value={value}
        {...namesFor(editable, scene.words, scene.outputs)}
        digits={digits}
        theme={theme}
        selected={isHere ? [entry.unit - 1, entry.column - 1] : null}
        onSelect={(row, column) => views.getState().select(referenceOf(editable, row + 1, column + 1), true)}
        onCommit={(row, column, next) => dispatch(editOf({ editable, unit: row + 1, column: column + 1 }, next))}
      />
      {isHere ? <ValueInspector /> : <p className="controls-words">Choose a number to change it. Enter or a digit edits it in its place.</p>}
      <div className="weights-actions">
        <UndoRedo />
        <button type="button" className="controls-button" aria-disabled={changes.length === 0 || undefined} onClick={() => changes.length > 0 && dispatch({ type: 'resetWeights' })}>
          <RotateCcw aria-hidden="true" />
          Reset weights
        </button>
        {initialState !== null && (
          <button type="button" className="controls-button" onClick={() => dispatch({ type: 'setInitialState', values: null })}>
            Set h₀ to zero
          </button>
        )}
      </div>
    </div>
  );
}

/** What a parameter does, in words. */
function wordsFor({ id, rows, columns, isVector }: Editable): string {
  const shape = isVector ? `${rows} ${rows === 1 ? 'number' : 'numbers'}` : `${rows} × ${columns}`;
  const words: Readonly<Record<string, string>> = {
    W_xh: 'from the word to the state; a word picks its column',
    W_hh: 'from each unit of the state before (columns) to each unit of the state (rows)',
    W_hy: 'from the state to the output',
    b_h: 'added to every state',
    b_ih: 'added to every state, with the word',
    b_hh: 'added to every state, with the memory',
    b_y: 'added to every output',
    h_0: 'the state before the first word',
  };
  return `${shape}: ${words[id] ?? 'shared by all time steps'}.`;
}

function namesFor({ id, rows, columns, isVector }: Editable, words: readonly string[], outputs: readonly string[]) {
  const units = (count: number): string[] => Array.from({ length: count }, (_, k) => `h[${k + 1}]`);
  const isOutput = id === 'W_hy' || id === 'b_y';
  return {
    rowNames: isOutput ? outputs : units(rows),
    columnNames: isVector ? [''] : id === 'W_xh' ? words : units(columns),
  };
}
