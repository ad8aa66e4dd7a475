// What the reader sees above the formula: how the score is looked at. Words beside it, digits, zoom, fold, and its table.
import { FoldHorizontal, MoveHorizontal, PanelLeftClose, PanelLeftOpen, UnfoldHorizontal, ZoomIn, ZoomOut } from 'lucide-react';
import { digitChoices } from '../state/viewStore.ts';
import { useDispatch, useDocument, useView } from '../view/panels/stores.tsx';
import { CellView } from '../view/panels/controls/CellView.tsx';
import { RivalButton } from '../view/panels/rival/RivalButton.tsx';
import { TableButton } from '../view/panels/table/TableButton.tsx';
import { zoomStep } from './useKeyboard.ts';
import './scoreTools.css';

export function ScoreTools() {
  const fold = useDocument((state) => state.document.fold);
  const dispatch = useDispatch();
  const isRailFolded = useView((state) => state.isRailFolded);
  const setRailFolded = useView((state) => state.setRailFolded);
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
      <ZoomButtons />
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
      <CellView />
      <RivalButton />
      <TableButton />
    </div>
  );
}

/** Rounding may leave a hair between a zoom and its end. */
const hair = 1.001;

function ZoomButtons() {
  const zoom = useView((state) => state.zoom);
  const { least, fit, most } = useView((state) => state.zooms);
  const zoomBy = useView((state) => state.zoomBy);
  const setZoom = useView((state) => state.setZoom);
  return (
    <>
      <button type="button" className="tool" aria-label="Zoom out" title="Zoom out (−)" aria-disabled={zoom <= least * hair || undefined} onClick={() => zoomBy(1 / zoomStep)}>
        <ZoomOut aria-hidden size={16} />
      </button>
      <button type="button" className="tool" aria-label="Zoom in" title="Zoom in (+)" aria-disabled={zoom * hair >= most || undefined} onClick={() => zoomBy(zoomStep)}>
        <ZoomIn aria-hidden size={16} />
      </button>
      <button
        type="button"
        className="tool"
        aria-label="The whole sequence in view"
        title="The whole sequence in view (0)"
        aria-disabled={(zoom <= fit * hair && zoom * hair >= fit) || undefined}
        onClick={() => setZoom(fit)}
      >
        <MoveHorizontal aria-hidden size={16} />
      </button>
    </>
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
