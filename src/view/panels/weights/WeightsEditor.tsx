// All weights, biases and initial states as grids of numbers that can be changed by hand, gate by gate and chain by chain, with undo and
// the way back to the seed.
import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { SymbolText } from '../../draw/numeric/SymbolText.tsx';
import { Segmented } from '../controls/Segmented.tsx';
import { useDispatch, useDocument, useScene, useStores, useView } from '../stores.tsx';
import { editOf, entryOf, referenceOf } from './editable.ts';
import { namesFor, shelvesOf, wordsFor } from './shelves.ts';
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
  const initialStates = useDocument((state) => state.document.initialStates);
  const entry = network && entryOf(network, selection);
  const selectedId = entry?.editable.id ?? null;
  const [chosen, setChosen] = useState(selectedId ?? '');
  const [seen, setSeen] = useState(selectedId);

  // Whoever selects a weight in the score or in a formula finds its parameter here.
  if (selectedId !== seen) {
    setSeen(selectedId);
    if (selectedId !== null) setChosen(selectedId);
  }

  if (!network || !scene) return <p className="controls-words">The weights are on their way.</p>;
  const shelves = shelvesOf(network);
  const shelf = shelves.find(({ editables }) => editables.some(({ id }) => id === chosen)) ?? shelves[0];
  // The recurrent weights are what a network is about; a cell with gates begins with its first.
  const editable = shelf?.editables.find(({ id }) => id === chosen) ?? shelf?.editables.find(({ isVector, isStart }, k) => k > 0 && !isVector && !isStart) ?? shelf?.editables[0];
  if (!shelf || !editable) return null;
  const starts = shelves.flatMap(({ editables }) => editables.filter(({ isStart }) => isStart));
  // Of the run in view, as all numbers of the page: the document may be ahead of it.
  const value = (unit: number, column: number): number => scene.numbers.value(referenceOf(editable, unit, column));
  const isHere = entry !== null && entry.editable.id === editable.id;

  return (
    <div className="weights">
      {shelves.length > 1 && (
        <label className="weights-shelf">
          <span className="controls-label">Weights of</span>
          <select className="controls-select" value={shelf.id} onChange={(event) => setChosen(shelves.find(({ id }) => id === event.target.value)?.editables[0]?.id ?? '')}>
            {shelves.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {shelf.words !== '' && <p className="controls-words">{sentence(`${shelf.name}: ${shelf.words}`)}</p>}
      <Segmented
        label="Parameter"
        isLabelHidden
        choices={shelf.editables.map(({ id, label }) => ({ value: id, label: <SymbolText text={label} /> }))}
        value={editable.id}
        onChange={setChosen}
      />
      <p className="controls-words">{wordsFor(scene, editable)}</p>
      <WeightGrid
        key={editable.id}
        network={network}
        editable={editable}
        value={value}
        {...namesFor(scene, editable)}
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
        {initialStates !== null && (
          <button type="button" className="controls-button" onClick={() => dispatch({ type: 'setInitialStates', states: null })}>
            Set {starts.length === 1 ? starts[0]?.label : 'the initial states'} to zero
          </button>
        )}
      </div>
    </div>
  );
}

/** "forget gate f: how much is kept" as a sentence. */
const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
