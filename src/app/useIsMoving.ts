// Whether the movement of the operation in view goes on: two states, moving and settled, so that the drawing is made twice an operation.
import { useEffect, useState } from 'react';
import { prefersReducedMotion } from './useAnimatedNumber.ts';

interface Movement {
  readonly playhead: number;
  readonly isMoving: boolean;
}

/** Begins when the playhead goes on by one operation; anything else (a jump, a step back) is settled at once. */
export function useIsMoving(playhead: number, milliseconds: number): boolean {
  const [movement, setMovement] = useState<Movement>({ playhead, isMoving: false });
  let now = movement;
  if (movement.playhead !== playhead) {
    now = { playhead, isMoving: playhead === movement.playhead + 1 && milliseconds > 0 && !prefersReducedMotion() };
    setMovement(now);
  }
  useEffect(() => {
    if (!movement.isMoving) return;
    const end = setTimeout(() => setMovement((last) => (last.playhead === movement.playhead ? { ...last, isMoving: false } : last)), milliseconds);
    return () => clearTimeout(end);
  }, [movement, milliseconds]);
  return now.isMoving;
}
