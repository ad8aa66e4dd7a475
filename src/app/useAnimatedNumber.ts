// A number that glides to its goal; at once where motion is reduced.
import { useEffect, useRef, useState } from 'react';

const easeInOut = (x: number): number => (x < 0.5 ? 2 * x * x : 1 - (2 - 2 * x) ** 2 / 2);

export const prefersReducedMotion = (): boolean =>
  typeof window.matchMedia === 'function' && window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** `goal`, reached in `milliseconds` from wherever the number is. */
export function useAnimatedNumber(goal: number, milliseconds: number): number {
  const [value, setValue] = useState(goal);
  const current = useRef(goal);
  useEffect(() => {
    const from = current.current;
    if (from === goal) return;
    const duration = prefersReducedMotion() ? 0 : milliseconds;
    const begin = performance.now();
    let frame = 0;
    const draw = (now: number): void => {
      const x = duration === 0 ? 1 : Math.min(Math.max((now - begin) / duration, 0), 1);
      current.current = x === 1 ? goal : from + (goal - from) * easeInOut(x);
      setValue(current.current);
      if (x < 1) frame = requestAnimationFrame(draw);
    };
    frame = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame);
  }, [goal, milliseconds]);
  return value;
}
