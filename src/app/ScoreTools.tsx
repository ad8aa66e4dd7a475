// What the reader sees above the formula: how the score is looked at. Words beside it, digits, zoom, fold, and its table.
import { FoldHorizontal, PanelLeftClose, PanelLeftOpen, UnfoldHorizontal, ZoomIn, ZoomOut } from 'lucide-react';
import { digitChoices } from '../state/viewStore.ts';
import { useDispatch, useDocument, useView } from '../view/panels/stores.tsx';
import { TableButton } from '../view/panels/table/TableButton.tsx';
import './scoreTools.css';

const zooms = [0.25, 0.5, 0.75, 1, 1.5, 2, 3, 5, 8] as const;

export function ScoreTools() {
  const fold = useDocument((state) => state.document.fold);
  const dispatch = useDispatch();
  const zoom = useView((state) => state.zoom);
  const setZoom = useView((state) => state.setZoom);
  const isRailFolded = useView((state) => state.isRailFolded);
  const setRailFolded = useView((state) => state.setRailFolded);
  const at = zooms.findIndex((each) => each >= zoom);
  const isFolded = fold > 0.5;
  return (
    <div className="score-tools" role="group" aria-label="View of the score">
      <button
        type="button"
        className="tool"
        aria-pressed={!isRailFolded}
        aria-label="Words at the side"
        title={isRailFolded ? 'Show the words' : 'Fold the words away'}
        onClick={() => setRailFolded(!isRailFolded)}
      >
        {isRailFolded ? <PanelLeftOpen aria-hidden size={16} /> : <PanelLeftClose aria-hidden size={16} />}
      </button>
      <DigitsSelect />
      <button type="button" className="tool" aria-label="Zoom out" title="Zoom out" aria-disabled={at <= 0 || undefined} onClick={() => setZoom(zooms[at - 1] ?? zoom)}>
        <ZoomOut aria-hidden size={16} />
      </button>
      <button type="button" className="tool" aria-label="Zoom in" title="Zoom in" aria-disabled={at === zooms.length - 1 || undefined} onClick={() => setZoom(zooms[at + 1] ?? zoom)}>
        <ZoomIn aria-hidden size={16} />
      </button>
      <button
        type="button"
        className="tool"
        aria-pressed={isFolded}
        title="Fold or unroll (f)"
        onClick={() => dispatch({ type: 'setFold', fold: isFolded ? 0 : 1 })}
      >
        {isFolded ? <UnfoldHorizontal aria-hidden size={16} /> : <FoldHorizontal aria-hidden size={16} />}
        <span>{isFolded ? 'Unroll' : 'Fold'}</span>
      </button>
      <TableButton />
    </div>
  );
}

function DigitsSelect() {
  const digits = useView((state) => state.digits);
  const setDigits = useView((state) => state.setDigits);
  return (
    <select
      className="tool-select"
      aria-label="Digits"
      title="How many digits are shown"
      value={digits}
      onChange={(event) => setDigits(digitChoices.find((each) => `${each}` === event.target.value) ?? 2)}
    >
      {digitChoices.map((each) => (
        <option key={each} value={each}>
          {each === 'full' ? 'All digits' : `${each} digits`}
        </option>
      ))}
    </select>
  );
}
