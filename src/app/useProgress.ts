// How far the movement of the operation in view has come: 0 as it begins, 1 when it has settled.
import { useEffect, useRef, useState } from 'react';
import { prefersReducedMotion } from './useAnimatedNumber.ts';

/** Restarts when the playhead goes on by one operation; anything else (a jump, a step back) is settled at once. */
export function useProgress(playhead: number, milliseconds: number): number {
  const before = useRef(playhead);
  const [state, setState] = useState({ playhead, progress: 1 });
  useEffect(() => {
    const isStep = playhead === before.current + 1;
    before.current = playhead;
    if (!isStep || prefersReducedMotion() || milliseconds === 0) {
      setState({ playhead, progress: 1 });
      return;
    }
    const begin = performance.now();
    let frame = 0;
    const draw = (now: number): void => {
      const progress = Math.min(Math.max((now - begin) / milliseconds, 0), 1);
      setState({ playhead, progress });
      if (progress < 1) frame = requestAnimationFrame(draw);
    };
    draw(begin);
    return () => cancelAnimationFrame(frame);
  }, [playhead, milliseconds]);
  return state.playhead === playhead ? state.progress : playhead === before.current + 1 ? 0 : 1;
}
