// The iteration as a line in four colours, Forward | Loss | Backward | Update, with the playhead as an amber ring on it.
import { useMemo, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import type { Clock, Phase } from '../../../engine/clock/clock.ts';
import { playheadAt, positionOf, scrubberLayout, tickPositions } from '../../layout/scrubber.ts';
import { useSize } from '../../hooks/useSize.ts';

interface ScrubberProps {
  readonly clock: Clock;
  /** Of all chains together. */
  readonly stepCount: number;
  readonly playhead: number;
  /** What the last operation did, for screen readers. */
  readonly caption: string;
  readonly onSeek: (playhead: number) => void;
  readonly onStep: (size: 'operation' | 'word', direction: 1 | -1, held: boolean) => void;
}

const names: Readonly<Record<Phase, string>> = { forward: 'Forward', loss: 'Loss', backward: 'Backward', update: 'Update' };

const directions: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowLeft: -1, PageDown: 1, PageUp: -1 };

export function Scrubber({ clock, stepCount, playhead, caption, onSeek, onStep }: ScrubberProps) {
  const track = useRef<HTMLDivElement>(null);
  const range = useRef<HTMLInputElement>(null);
  const { width, textSize: typeSize } = useSize(track, { width: 600 });
  const layout = useMemo(() => scrubberLayout(clock.phases, width, typeSize), [clock, width, typeSize]);
  const ticks = useMemo(() => tickPositions(layout, clock, stepCount), [layout, clock, stepCount]);
  const at = positionOf(layout, playhead);
  const phase = playhead === 0 ? null : clock.phaseAt(playhead);

  // The native range is linear, the segments are not: so the pointer is read here, and all else is the range's.
  const seekTo = (event: PointerEvent): void => {
    const left = track.current?.getBoundingClientRect().left ?? 0;
    const next = playheadAt(layout, event.clientX - left);
    if (next !== playhead) onSeek(next);
  };
  const grab = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    range.current?.focus({ preventScroll: true });
    seekTo(event);
  };
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) seekTo(event);
  };
  // A range would know these keys itself, but not what a word is; and a clicker's keys go on as they do everywhere.
  const press = (event: KeyboardEvent): void => {
    const direction = directions[event.key];
    if (!direction || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onStep(event.shiftKey || event.key.startsWith('Page') ? 'word' : 'operation', direction, event.repeat);
  };

  return (
    <div className="scrubber" ref={track} onPointerDown={grab} onPointerMove={drag}>
      <input
        ref={range}
        className="scrubber-range"
        type="range"
        min={0}
        max={clock.count}
        step={1}
        value={playhead}
        aria-label="Place in this iteration"
        aria-valuetext={`${caption}, operation ${playhead} of ${clock.count}`}
        onChange={(event) => onSeek(Number(event.target.value))}
        onKeyDown={press}
      />
      <div className="scrubber-names" aria-hidden>
        {layout.segments.map((segment) => (
          <span
            key={segment.phase}
            className="scrubber-name"
            data-now={segment.phase === phase || undefined}
            style={{ left: segment.x, maxWidth: segment.width }}
          >
            {names[segment.phase]}
          </span>
        ))}
      </div>
      <div className="scrubber-track" aria-hidden>
        {layout.segments.map((segment) => (
          <span
            key={segment.phase}
            className={`scrubber-segment scrubber-${segment.phase}`}
            style={{ left: segment.x, width: segment.width }}
          >
            <span className="scrubber-done" style={{ width: Math.min(Math.max(at - segment.x, 0), segment.width) }} />
          </span>
        ))}
        {ticks.map((tick) => (
          <span key={tick} className="scrubber-tick" style={{ left: tick }} />
        ))}
        <span className="scrubber-thumb" style={{ left: at }} />
      </div>
    </div>
  );
}
