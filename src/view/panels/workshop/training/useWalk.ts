// A playhead of one's own over the operations of one row: by hand, played, or driven by a training that goes operation by operation.
import { useEffect, useState } from 'react';
import type { Clock } from '../../../../engine/clock/clock.ts';
import { paceOf } from '../../transport/pace.ts';

export interface Walk {
  readonly playhead: number;
  readonly isPlaying: boolean;
  readonly speed: number;
  readonly seek: (playhead: number) => void;
  readonly step: (size: 'operation' | 'word', direction: 1 | -1) => void;
  readonly toggle: () => void;
  readonly setSpeed: (speed: number) => void;
}

interface Place {
  readonly clock: Clock;
  /** The playhead at which it rests as long as nobody walks, and the last one. */
  readonly rest: number;
  readonly end: number;
}

/** `drive`: what is done at the end of each row while the training walks by itself; null where it does not. */
export function useWalk({ clock, rest, end }: Place, drive: (() => void) | null): Walk {
  const [chosen, choose] = useState<number | null>(null);
  const [isPlayed, play] = useState(false);
  const [speed, setSpeed] = useState(4);
  const isDriven = drive !== null;
  const isPlaying = isPlayed || isDriven;
  // A row that is driven begins at its beginning, each anew.
  const [walked, setWalked] = useState(clock);
  const [wasDriven, setWasDriven] = useState(isDriven);
  if (walked !== clock || wasDriven !== isDriven) {
    setWalked(clock);
    setWasDriven(isDriven);
    if (isDriven) choose(0);
  }
  const playhead = Math.min(chosen ?? rest, end);
  useEffect(() => {
    if (!isPlaying) return;
    const { size, milliseconds } = paceOf(speed);
    const timer = setTimeout(() => {
      if (playhead < end) choose(Math.min(end, clock.step(playhead, size, 1)));
      else if (drive) drive();
      else play(false);
    }, milliseconds);
    return () => clearTimeout(timer);
  }, [isPlaying, speed, playhead, end, clock, drive]);
  return {
    playhead,
    isPlaying,
    speed,
    seek: choose,
    step: (size, direction) => choose(Math.min(end, clock.step(playhead, size, direction))),
    toggle: () => {
      if (!isPlayed && playhead >= end) choose(0);
      play(!isPlayed);
    },
    setSpeed,
  };
}
