// What the reader sees in the middle: the score, as large as its place, with buttons for fold and zoom.
import { FoldHorizontal, PanelLeftClose, PanelLeftOpen, UnfoldHorizontal, ZoomIn, ZoomOut } from 'lucide-react';
import { useRef } from 'react';
import { digitChoices, focusOf } from '../state/viewStore.ts';
import { ScoreView } from '../view/draw/score/ScoreView.tsx';
import { useDispatch, useDocument, useRun, useScene, useView } from '../view/panels/stores.tsx';
import { useAnimatedNumber } from './useAnimatedNumber.ts';
import { useProgress } from './useProgress.ts';
import { useSize } from './useSize.ts';

/** Length of the movement of one operation, and of folding, in milliseconds. */
const movement = 420;
const folding = 700;
const zooms = [0.25, 0.5, 0.75, 1, 1.5, 2, 3, 5, 8] as const;

export function ScorePanel() {
  const place = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(place);
  const scene = useScene();
  const error = useRun((state) => state.error);
  return (
    <section className="page-score" ref={place} aria-label="Score">
      {scene && width > 0 ? <LiveScore width={width} height={height} /> : <p className="page-waiting">{error ? '' : 'Computing …'}</p>}
      <ScoreTools />
    </section>
  );
}

function LiveScore({ width, height }: { readonly width: number; readonly height: number }) {
  const scene = useScene();
  const fold = useAnimatedNumber(useDocument((state) => state.document.fold), folding);
  const speed = useView((state) => (state.playing ? state.speed : 1));
  const progress = useProgress(scene?.playhead ?? 0, movement / Math.max(1, speed));
  const selection = useView(focusOf);
  const digits = useView((state) => state.digits);
  const zoom = useView((state) => state.zoom);
  const select = useView((state) => state.select);
  const setHover = useView((state) => state.setHover);
  if (!scene) return null;
  return (
    <ScoreView
      scene={scene}
      width={width}
      height={height}
      fold={fold}
      selection={selection}
      onSelect={(reference) => select(reference, true)}
      onHover={setHover}
      digits={digits}
      progress={progress}
      zoom={zoom}
    />
  );
}

function ScoreTools() {
  const fold = useDocument((state) => state.document.fold);
  const dispatch = useDispatch();
  const zoom = useView((state) => state.zoom);
  const setZoom = useView((state) => state.setZoom);
  const isRailFolded = useView((state) => state.isRailFolded);
  const setRailFolded = useView((state) => state.setRailFolded);
  const at = zooms.findIndex((each) => each >= zoom);
  const isFolded = fold > 0.5;
  return (
    <div className="page-score-tools" role="group" aria-label="View of the score">
      <button
        type="button"
        className="tool"
        aria-pressed={!isRailFolded}
        aria-label="Words at the side"
        title={isRailFolded ? 'Show the words' : 'Fold the words away'}
        onClick={() => setRailFolded(!isRailFolded)}
      >
        {isRailFolded ? <PanelLeftOpen aria-hidden size={18} /> : <PanelLeftClose aria-hidden size={18} />}
      </button>
      <DigitsSelect />
      <button type="button" className="tool" aria-label="Zoom out" title="Zoom out" disabled={at <= 0} onClick={() => setZoom(zooms[at - 1] ?? zoom)}>
        <ZoomOut aria-hidden size={18} />
      </button>
      <button type="button" className="tool" aria-label="Zoom in" title="Zoom in" disabled={at === zooms.length - 1} onClick={() => setZoom(zooms[at + 1] ?? zoom)}>
        <ZoomIn aria-hidden size={18} />
      </button>
      <button
        type="button"
        className="tool"
        aria-pressed={isFolded}
        title="Fold or unroll (f)"
        onClick={() => dispatch({ type: 'setFold', fold: isFolded ? 0 : 1 })}
      >
        {isFolded ? <UnfoldHorizontal aria-hidden size={18} /> : <FoldHorizontal aria-hidden size={18} />}
        <span>{isFolded ? 'Unroll' : 'Fold'}</span>
      </button>
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
