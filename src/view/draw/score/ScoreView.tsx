// The score in its window: it scrolls sideways, and keeps the time step in view in sight when the playhead moves.
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useDrawingScale } from './useDrawingScale.ts';
import { Score, type ScoreProps } from './Score.tsx';
import { layoutOf } from './scoreSpec.ts';

export type ScoreViewProps = Omit<ScoreProps, 'scrollX' | 'scale'>;

/** Where the wish cannot be asked for, as in tests, nothing moves. */
const wantsStillness = (): boolean => typeof matchMedia !== 'function' || matchMedia('(prefers-reduced-motion: reduce)').matches;

export function ScoreView(props: ScoreViewProps) {
  const { scene, fold, zoom = 1, progress } = props;
  const scale = useDrawingScale();
  const width = props.width / scale;
  const height = props.height / scale;
  const region = useRef<HTMLDivElement>(null);
  const [scrollX, setScrollX] = useState(0);
  const layout = layoutOf(scene, { width, height, fold, zoom, scrollX, progress });
  const { current } = layout.spec;
  const isFolded = fold >= 1;
  const contentWidth = isFolded ? width : layout.contentWidth;
  const isFirst = useRef(true);

  useEffect(() => {
    const element = region.current;
    const isStill = isFirst.current || wantsStillness();
    isFirst.current = false;
    if (!element || contentWidth <= width) return;
    const column = layout.column(current);
    const margin = Math.min(column.room * 1.2, (width - layout.left) / 3);
    const isSeen = column.centre - margin >= layout.left && column.centre + margin <= width;
    if (isSeen) return;
    const left = layout.scrollTo(current) * scale;
    // A long way, as after zooming, is not worth the wait.
    if (isStill || Math.abs(left - element.scrollLeft) > 1.5 * props.width) element.scrollLeft = left;
    else element.scrollTo({ left, behavior: 'smooth' });
    // Only when another step comes into view or the columns change: scrolling by hand is left alone.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [current, contentWidth, width]);

  useLayoutEffect(() => {
    if (region.current) setScrollX(region.current.scrollLeft / scale);
  }, [contentWidth, scale]);

  return (
    <div ref={region} className="score-view" style={{ width: props.width, height: props.height }} onScroll={(event) => setScrollX(event.currentTarget.scrollLeft / scale)}>
      <div className="score-track" style={{ width: Math.max(contentWidth * scale, props.width), height: props.height }}>
        <div className="score-window" style={{ width: props.width, height: props.height }}>
          <Score {...props} scrollX={scrollX} scale={scale} />
        </div>
      </div>
    </div>
  );
}
