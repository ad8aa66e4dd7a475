// What the page and a worker say to each other about trainings over a lag. A worker keeps the trainings it was given and advances one of
// them at a time, as far as it is told: so all that are compared can be kept on one clock.
import type { LagJob } from '../../engine/laboratory/lag/job.ts';

export type ToLag =
  /** Keeps a training under this number; nothing is computed yet. */
  | { readonly kind: 'begin'; readonly training: number; readonly job: LagJob }
  /** Goes on with it until so many updates are done, or until its end. */
  | { readonly kind: 'advance'; readonly training: number; readonly to: number }
  /** Stands still, within some milliseconds, until `resume`. What is under way keeps its state. */
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'ping'; readonly beat: number };

/** What came of one test, on sequences that are never learned from. */
export interface LagPoint {
  /** Updates done by then. */
  readonly update: number;
  readonly loss: number;
  /** Share of right answers, 0 to 1. */
  readonly accuracy: number;
}

/** How a training ended: all answers right, all updates done, or for a reason in words. */
export type LagEnd = { readonly isSolved: boolean; readonly problem: string | null };

export type FromLag =
  /** The worker hears: the first message of its life. */
  | { readonly kind: 'ready' }
  /** It is as far as it was told: the tests since the last time, and its end if it has come to one. */
  | { readonly kind: 'reached'; readonly training: number; readonly points: readonly LagPoint[]; readonly end: LagEnd | null }
  | { readonly kind: 'pong'; readonly beat: number };
