// Two networks on one clock: where the second one is when the first is at a playhead. One may have more operations a step.
import type { Clock } from './clock.ts';

/**
 * The playhead of `other` at which it has done the same part of the same word (a time step of a phase) as `own` at
 * `playhead`; of the same phase, where their lists of steps differ. It never goes back, begins at 0, and ends words and phases together.
 */
export function sameMoment(own: Clock, playhead: number, other: Clock): number {
  const p = Math.min(Math.max(Math.trunc(playhead), 0), own.count);
  const { phase, position } = own.wordAt(p);
  const part = own.stepCount === other.stepCount ? position : -1;
  const [from, to] = [own.spanOf(phase, part), other.spanOf(phase, part)];
  return to.from + Math.floor(((p - from.from) * (to.to - to.from)) / (from.to - from.from));
}
