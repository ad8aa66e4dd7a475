// The score in its window: it scrolls sideways, and keeps the time step in view in sight when the playhead moves.
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { layoutOf, Score, type ScoreProps } from './Score.tsx';

export type ScoreViewProps = Omit<ScoreProps, 'scrollX'>;

export function ScoreView(props: ScoreViewProps) {
  const { scene, width, height, fold, zoom = 1, progress } = props;
  const region = useRef<HTMLDivElement>(null);
  const [scrollX, setScrollX] = useState(0);
  const layout = layoutOf(scene, { width, height, fold, zoom, scrollX, progress });
  const { current } = layout.spec;
  const isFolded = fold >= 1;
  const contentWidth = isFolded ? width : layout.contentWidth;
  const isFirst = useRef(true);

  useEffect(() => {
    const element = region.current;
    if (!element || contentWidth <= width) return;
    const column = layout.column(current);
    const margin = Math.min(column.room * 1.2, (width - layout.left) / 3);
    const isSeen = column.centre - margin >= layout.left && column.centre + margin <= width;
    if (isSeen) return;
    const isStill = isFirst.current || matchMedia('(prefers-reduced-motion: reduce)').matches;
    element.scrollTo({ left: layout.scrollTo(current), behavior: isStill ? 'auto' : 'smooth' });
    isFirst.current = false;
    // Only when another step comes into view or the columns change: scrolling by hand is left alone.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [current, contentWidth, width]);

  useLayoutEffect(() => {
    if (region.current && region.current.scrollLeft !== scrollX) setScrollX(region.current.scrollLeft);
  }, [contentWidth, scrollX]);

  return (
    <div ref={region} className="score-view" style={{ width, height }} onScroll={(event) => setScrollX(event.currentTarget.scrollLeft)}>
      <div className="score-track" style={{ width: Math.max(contentWidth, width), height }}>
        <div className="score-window" style={{ width, height }}>
          <Score {...props} scrollX={scrollX} />
        </div>
      </div>
    </div>
  );
}
