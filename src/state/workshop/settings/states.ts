// The room "Hidden states".
import { flag, place, text, whole } from '../setting.ts';

export const stateSettings = {
  /** The row of the data that is read, from 1, where there is no sentence of one's own. */
  row: place(whole(1, 1, 10_000_000, 'read another row')),
  sentence: place(text('', 400, 'read another sentence')),
  /** Whether the network before training stands beside it. */
  before: place(flag(true, 'show the states before training')),
  /** How many sentences the plane holds. */
  sentences: whole(40, 1, 400, 'change the number of sentences'),
  /** The unit that is looked at, from 1; 0: none. In both directions those of the way back come after those of the way there. */
  unit: place(whole(0, 0, 256, 'look at another unit')),
} as const;
