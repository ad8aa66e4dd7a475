// How fast playing goes: the speeds on offer, and what one beat does at each.
import type { StepSize } from '../../../engine/clock/clock.ts';

export const speeds = [0.5, 1, 2, 4, 8] as const;

interface Pace {
  readonly size: StepSize;
  /** Milliseconds from one beat to the next. */
  readonly milliseconds: number;
}

/** An operation a second at 1×; from 4× on whole time steps, each of which holds about four operations. */
export function paceOf(speed: number): Pace {
  return speed >= 4 ? { size: 'word', milliseconds: 4000 / speed } : { size: 'operation', milliseconds: 1000 / speed };
}

/** Whether a listener can follow the captions at this speed. */
export const canBeRead = (speed: number): boolean => speed <= 1;
