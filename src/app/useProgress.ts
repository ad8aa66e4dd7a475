// How far the movement of the operation in view has come: 0 as it begins, 1 when it has settled.
import { useEffect, useState } from 'react';
import { prefersReducedMotion } from './useAnimatedNumber.ts';

interface Movement {
  readonly playhead: number;
  readonly progress: number;
  readonly isMoving: boolean;
}

/** Begins anew when the playhead goes on by one operation; anything else (a jump, a step back) is settled at once. */
export function useProgress(playhead: number, milliseconds: number): number {
  const [movement, setMovement] = useState<Movement>({ playhead, progress: 1, isMoving: false });
  let now = movement;
  if (movement.playhead !== playhead) {
    const isMoving = playhead === movement.playhead + 1 && milliseconds > 0 && !prefersReducedMotion();
    now = { playhead, progress: isMoving ? 0 : 1, isMoving };
    setMovement(now);
  }
  useEffect(() => {
    if (!movement.isMoving) return;
    const begin = performance.now();
    let frame = requestAnimationFrame(function draw(time: number): void {
      const progress = Math.min(Math.max((time - begin) / milliseconds, 0), 1);
      setMovement((last) => (last.playhead === movement.playhead ? { ...last, progress, isMoving: progress < 1 } : last));
      if (progress < 1) frame = requestAnimationFrame(draw);
    });
    return () => cancelAnimationFrame(frame);
    // A movement is one of its playhead: its own progress must not begin it anew.
  }, [movement.playhead, movement.isMoving, milliseconds]);
  return now.progress;
}
