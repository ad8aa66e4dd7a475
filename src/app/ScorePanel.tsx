// What the reader sees in the middle: the score, as large as its place; with a second network, two of them.
import { useRef, type CSSProperties, type ReactNode } from 'react';
import type { Reference } from '../engine/reference.ts';
import type { WeightChange } from '../state/document.ts';
import { focusOf } from '../state/viewStore.ts';
import { BesideProvider } from '../view/draw/rival/beside.ts';
import { ScoreView } from '../view/draw/score/ScoreView.tsx';
import { layoutOf } from '../view/draw/score/scoreSpec.ts';
import { BeforeProvider } from '../view/draw/whatif/before.ts';
import { useSize, type Size } from '../view/hooks/useSize.ts';
import { pairLayout, type PairLayout } from '../view/layout/rival.ts';
import { useSecond } from '../view/panels/rival/second.tsx';
import { useDocument, useRun, useScene, useStores, useView } from '../view/panels/stores.tsx';
import { useBeforeNumbers } from '../view/panels/whatif/useBefore.ts';
import type { Scene } from '../view/scene/scene.ts';
import { Later, laterPart } from './later.tsx';
import { useAnimatedNumber } from './useAnimatedNumber.ts';
import { useIsMoving } from './useIsMoving.ts';
import { useOpenCell } from './useOpenCell.tsx';

/** Length of the movement of one operation, of folding, and of opening a cell, in milliseconds. */
const movement = 420;
const folding = 700;
const opening = 600;

/** Changing numbers and words where they are drawn. The first picture stands without it. */
const whatIf = laterPart(() => import('../view/panels/whatif/WhatIf.tsx'), ({ WhatIf }) => WhatIf);

/** The lines over two scores. */
const firstHead = laterPart(() => import('../view/panels/rival/FirstHead.tsx'), ({ FirstHead }) => FirstHead);
const secondHead = laterPart(() => import('../view/panels/rival/SecondHead.tsx'), ({ SecondHead }) => SecondHead);

export function ScorePanel() {
  const parts = useRef<HTMLDivElement>(null);
  const size = useSize(parts);
  const scene = useScene();
  const second = useSecond();
  const other = second?.scene ?? null;
  const error = useRun((state) => state.error);
  const changes = useDocument((state) => state.document.rival?.changes ?? none);
  const isPair = second !== null;
  const pair = isPair && scene && size.width > 0 ? pairOf(scene, other ?? scene, size) : null;
  const styleOf = (height: number | undefined): CSSProperties | undefined => (pair ? { width: pair.width, height } : undefined);
  return (
    <section id="score" className="page-score" data-pair={isPair ? (pair?.arrangement ?? 'under') : undefined} tabIndex={-1} aria-label="Score">
      <div className="score-parts" ref={parts}>
        <div className="score-part" style={styleOf(pair?.heights[0])} data-score="first">
          {isPair && <Later part={firstHead} />}
          <ScorePlace isReady={scene !== null} waiting={error ? '' : 'Computing …'}>
            {(place) => (
              <BesideProvider value={scene && other && second?.tools ? second.tools.besideOf(scene, other, 'B', changes) : null}>
                <Later part={whatIf} />
                <FirstScore {...place} beside={other} isOverviewShared={pair?.isRepeat && other !== null} />
              </BesideProvider>
            )}
          </ScorePlace>
        </div>
        {isPair && (
          <div className="score-part" style={styleOf(pair?.heights[1])} data-score="second" data-rival>
            <Later part={secondHead} />
            <ScorePlace isReady={other !== null} waiting={second.problem === null ? 'Computing …' : ''}>
              {(place) => (
                <BesideProvider value={scene && other && second.tools ? second.tools.besideOf(other, scene, 'A', changes) : null}>
                  <LiveScore {...place} scene={other} beside={scene} isRepeat={pair?.isRepeat} />
                </BesideProvider>
              )}
            </ScorePlace>
          </div>
        )}
      </div>
    </section>
  );
}

const none: readonly WeightChange[] = [];

function pairOf(first: Scene, second: Scene, { width, height }: Size): PairLayout {
  const { contentWidth } = layoutOf(second, { width: width / 2, height, fold: 0, zoom: 1, scrollX: 0, beside: first });
  return pairLayout({ width, height, contentWidth, anatomies: [first.anatomy, second.anatomy] });
}

interface Place {
  readonly width: number;
  readonly height: number;
}

interface ScorePlaceProps {
  readonly isReady: boolean;
  /** What stands there until it is. */
  readonly waiting: string;
  readonly children: (place: Place) => ReactNode;
}

function ScorePlace({ isReady, waiting, children }: ScorePlaceProps) {
  const place = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(place);
  return (
    <div className="score-place" ref={place}>
      {isReady && width > 0 ? children({ width, height }) : <p className="page-waiting">{waiting}</p>}
    </div>
  );
}

function FirstScore(place: Omit<LiveScoreProps, 'scene'>) {
  const scene = useScene();
  const before = useBeforeNumbers();
  return (
    <BeforeProvider value={before}>
      <LiveScore {...place} scene={scene} />
    </BeforeProvider>
  );
}

interface LiveScoreProps extends Place {
  readonly scene: Scene | null;
  readonly beside: Scene | null;
  readonly isRepeat?: boolean | undefined;
  readonly isOverviewShared?: boolean | undefined;
}

function LiveScore({ scene, beside, isRepeat, isOverviewShared, width, height }: LiveScoreProps) {
  const fold = useAnimatedNumber(useDocument((state) => state.document.fold), folding);
  const inside = useAnimatedNumber(useDocument((state) => state.document.inside), opening);
  const renderInside = useOpenCell(inside > 0);
  const ports = useView((state) => state.ports);
  const speed = useView((state) => (state.playing ? state.speed : 1));
  const duration = movement / Math.max(1, speed);
  const isMoving = useIsMoving(scene?.playhead ?? 0, duration);
  const selection = useView(focusOf);
  const digits = useView((state) => state.digits);
  const zoom = useView((state) => state.zoom);
  const setZoom = useView((state) => state.setZoom);
  const setZooms = useView((state) => state.setZooms);
  const { views } = useStores();
  const first = useScene();
  const tools = useSecond()?.tools;
  if (!scene) return null;
  // What only the second network has is lit where it stands; the formula is the first's.
  const isAsked = (reference: Reference): boolean => !first || !tools || tools.isIn(first, reference);
  return (
    <ScoreView
      scene={scene}
      beside={beside}
      isRepeat={isRepeat}
      isOverviewShared={isOverviewShared}
      width={width}
      height={height}
      fold={fold}
      selection={selection}
      onSelect={(reference) => {
        if (isAsked(reference)) views.getState().select(reference, true);
      }}
      onHover={(reference) => {
        const { pinned, setHover, select } = views.getState();
        setHover(reference);
        // Pointing at a number is asking about it, unless another one has been pinned by a click.
        if (!pinned && (reference === null || isAsked(reference))) select(reference);
      }}
      digits={digits}
      isMoving={isMoving}
      duration={duration}
      zoom={zoom}
      onZoom={setZoom}
      onZooms={setZooms}
      inside={inside}
      renderInside={renderInside}
      ports={ports}
    />
  );
}
