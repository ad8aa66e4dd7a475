// One clock for all figures: how many updates of the race are looked at, by a slider, step by step, or played.
import { ChevronFirst, ChevronLast, ChevronLeft, ChevronRight, Pause, Play } from 'lucide-react';
import { useEffect, useState } from 'react';
import { RangeField } from '../../controls/RangeField.tsx';

interface Props {
  readonly updates: number;
  readonly at: number;
  readonly onSeek: (at: number) => void;
}

/** A race is played in about so many pictures, so many milliseconds apart. */
const played = { pictures: 150, apart: 50 };

export function RaceClock({ updates, at, onSeek }: Props) {
  const [isPlaying, setPlaying] = useState(false);
  const isOver = at >= updates;
  const plays = isPlaying && !isOver;
  useEffect(() => {
    if (!plays) return;
    const stride = Math.max(1, Math.round(updates / played.pictures));
    const timer = setTimeout(() => onSeek(Math.min(updates, at + stride)), played.apart);
    return () => clearTimeout(timer);
  }, [plays, at, updates, onSeek]);
  const go = (to: number): void => {
    setPlaying(false);
    onSeek(Math.min(updates, Math.max(0, to)));
  };
  const play = (): void => {
    if (isOver) onSeek(0);
    setPlaying(!plays);
  };
  return (
    <div className="race-clock" role="group" aria-label="The race's clock">
      <div className="race-clock-buttons">
        <button type="button" className="controls-button" aria-label="To the start" title="To the start" onClick={() => go(0)}>
          <ChevronFirst aria-hidden="true" />
        </button>
        <button type="button" className="controls-button" aria-label="One update back" title="One update back" onClick={() => go(at - 1)}>
          <ChevronLeft aria-hidden="true" />
        </button>
        <button type="button" className="controls-button" aria-label={plays ? 'Pause' : 'Play'} title={plays ? 'Pause' : 'Play'} onClick={play}>
          {plays ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
        </button>
        <button type="button" className="controls-button" aria-label="One update on" title="One update on" onClick={() => go(at + 1)}>
          <ChevronRight aria-hidden="true" />
        </button>
        <button type="button" className="controls-button" aria-label="To the end" title="To the end" onClick={() => go(updates)}>
          <ChevronLast aria-hidden="true" />
        </button>
      </div>
      <RangeField label="After update" min={0} max={updates} step={1} value={at} valueText={`${at.toLocaleString('en')} of ${updates.toLocaleString('en')}`} onInput={go} />
    </div>
  );
}
