// What the reader sees in the middle: the score, as large as its place.
import { useRef } from 'react';
import { focusOf } from '../state/viewStore.ts';
import { ScoreView } from '../view/draw/score/ScoreView.tsx';
import { useSize } from '../view/hooks/useSize.ts';
import { useDocument, useRun, useScene, useStores, useView } from '../view/panels/stores.tsx';
import { useAnimatedNumber } from './useAnimatedNumber.ts';
import { useProgress } from './useProgress.ts';

/** Length of the movement of one operation, and of folding, in milliseconds. */
const movement = 420;
const folding = 700;

export function ScorePanel() {
  const place = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(place);
  const scene = useScene();
  const error = useRun((state) => state.error);
  return (
    <section id="score" className="page-score" ref={place} tabIndex={-1} aria-label="Score">
      {scene && width > 0 ? <LiveScore width={width} height={height} /> : <p className="page-waiting">{error ? '' : 'Computing …'}</p>}
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
  const { views } = useStores();
  if (!scene) return null;
  return (
    <ScoreView
      scene={scene}
      width={width}
      height={height}
      fold={fold}
      selection={selection}
      onSelect={(reference) => select(reference, true)}
      onHover={(reference) => {
        const { pinned, setHover } = views.getState();
        setHover(reference);
        // Pointing at a number is asking about it, unless another one has been pinned by a click.
        if (!pinned) select(reference);
      }}
      digits={digits}
      progress={progress}
      zoom={zoom}
    />
  );
}
