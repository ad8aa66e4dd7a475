// How fast a training goes at each pace: updates a second, or as fast as it goes.
import type { Pace } from './settings/training.ts';

/** Null: without waiting. 0: not by the clock; whoever walks through a row operation by operation asks for the next one. */
export const updatesASecond: Readonly<Record<Pace, number | null>> = { operation: 0, slow: 1, steady: 5, quick: 30, fast: null };
