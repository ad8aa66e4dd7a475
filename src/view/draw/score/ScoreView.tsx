// The score in its window: it scrolls sideways, and keeps the time step in view in sight when the playhead moves.
import { useEffect, useId, useLayoutEffect, useRef } from 'react';
import type { Zooms } from '../../layout/strips/zoom.ts';
import { overviewHeight } from '../../layout/strips/overview.ts';
import { useStripParts } from '../strips/useStripParts.ts';
import { useScoreScroll } from '../strips/useScoreScroll.ts';
import { useDrawingScale } from './useDrawingScale.ts';
import { Score, type ScoreProps } from './Score.tsx';
import { layoutOf } from './scoreSpec.ts';

interface ScoreViewProps extends Omit<ScoreProps, 'scrollX' | 'scale'> {
  /** The hand has zoomed; and how far one can zoom, whenever that changes. */
  readonly onZoom?: (zoom: number) => void;
  readonly onZooms?: (zooms: Omit<Zooms, 'now'>) => void;
  /** Whether the overview under another score is this one's, too. */
  readonly isOverviewShared?: boolean | undefined;
}

const nothing = (): void => {};

/** Where the wish cannot be asked for, as in tests, nothing moves. */
const wantsStillness = (): boolean => typeof matchMedia !== 'function' || matchMedia('(prefers-reduced-motion: reduce)').matches;

export function ScoreView(props: ScoreViewProps) {
  const { scene, fold, zoom = 1, inside = 0, onZoom = nothing, onZooms = nothing, beside, isRepeat, isOverviewShared = false } = props;
  const scale = useDrawingScale();
  const width = props.width / scale;
  const isFolded = fold >= 1;
  const region = useRef<HTMLDivElement>(null);
  const id = useId();
  const scrolling = useScoreScroll({
    region,
    zoom,
    scale,
    layoutAt: (at) => layoutOf(scene, { width, height: props.height / scale, fold, inside, beside, isRepeat, ...at }),
    onZoom,
    onZooms,
  });
  const { scrollX } = scrolling;
  const place = { width, fold, inside, beside, isRepeat, zoom: scrolling.zoom, scrollX };
  // How wide the columns are does not depend on the height, from which the overview takes its own.
  const isLong = !isFolded && layoutOf(scene, { ...place, height: props.height / scale }).contentWidth > width + 1;
  const hasOverview = isLong && !isOverviewShared;
  const parts = useStripParts(hasOverview);
  const height = props.height - (hasOverview ? overviewHeight : 0);
  const layout = layoutOf(scene, { ...place, height: height / scale });
  const { current } = layout.spec;
  const { count } = layout.places;
  const contentWidth = isFolded ? width : layout.contentWidth;
  const isFirst = useRef(true);

  useEffect(() => {
    const element = region.current;
    const isOpening = inside > 0 && inside < 1;
    const isStill = isFirst.current || isOpening || wantsStillness();
    isFirst.current = false;
    if (!element || contentWidth <= width) return;
    const column = layout.column(current);
    const margin = Math.min(column.room * 1.2, (width - layout.left) / 3);
    const isSeen = column.centre - margin >= layout.left && column.centre + margin <= width;
    if (isSeen && !isOpening) return;
    const left = layout.scrollTo(current) * scale;
    // A long way is not worth the wait.
    if (isStill || Math.abs(left - element.scrollLeft) > 1.5 * props.width) element.scrollLeft = left;
    else element.scrollTo({ left, behavior: 'smooth' });
    // Only when another step comes into view, or while a cell opens there: what is scrolled and zoomed by hand is left alone.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [current, count, width, inside]);

  // A score that gets shorter scrolls by itself.
  useLayoutEffect(scrolling.onScroll, [contentWidth, scale]); // oxlint-disable-line react/exhaustive-deps

  return (
    <div className="score-frame" style={{ width: props.width, height: props.height }}>
      <div ref={region} id={id} className={`score-view ${isLong ? 'has-overview' : ''}`} style={{ width: props.width, height }} onScroll={scrolling.onScroll}>
        <div className="score-track" style={{ width: Math.max(contentWidth * scale, props.width), height }}>
          <div className="score-window" style={{ width: props.width, height }}>
            <Score {...props} height={height} zoom={scrolling.zoom} scrollX={scrollX} scale={scale} />
          </div>
        </div>
      </div>
      {parts && <parts.Overview scene={scene} layout={layout} width={props.width} onScroll={scrolling.scrollTo} controls={id} />}
    </div>
  );
}
