// How fast a training goes at each pace: updates a second, or as fast as it goes.
import type { Pace } from './settings/training.ts';

/** Null: without waiting. Operation by operation an update is walked through first, so there is one in a while. */
export const updatesASecond: Readonly<Record<Pace, number | null>> = { operation: 0.2, slow: 1, steady: 5, quick: 30, fast: null };
