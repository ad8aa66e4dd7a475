// The room "Hidden states".
import { flag, oneOf, place, whole, type Values } from '../setting.ts';

export const stateSettings = {
  /** Which picture: the heatmap, each unit's curve, or the way through a plane. */
  picture: place(oneOf('plane', ['heat', 'curves', 'plane'], 'look at another picture')),
  /** Whether the network before training stands beside it. */
  before: place(flag(true, 'show the states before training')),
  /** How many sentences the plane holds. */
  sentences: whole(40, 1, 400, 'change the number of sentences'),
  /** The hidden unit that is looked at, from 1; 0: all. */
  unit: place(whole(0, 0, 128, 'look at another unit')),
} as const;

export type StateRoomSettings = Values<typeof stateSettings>;
