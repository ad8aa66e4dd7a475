// The room "Optimisers".
import { between, oneOf, place, whole, type Values } from '../setting.ts';

export const optimiserSettings = {
  /** What is learned: the data set and network that are set, or a stretched bowl with two weights. */
  problem: oneOf('network', ['network', 'bowl'], 'change the problem'),
  /** How much steeper the bowl is one way than the other. */
  stretch: between(20, 1, 1000, 'change how stretched the bowl is'),
  updates: whole(200, 1, 5000, 'change the number of updates'),
  /** Factor on each optimiser's own η. */
  rate: between(1, 0.001, 1000, 'change η'),
  seed: whole(7, 0, 2 ** 32 - 1, 'change the seed'),
  /** How many updates of the race are looked at. */
  at: place(whole(5000, 0, 5000, 'look at another update')),
  /** The weight whose rate is looked at: a position among the parameters. */
  weight: place(whole(0, 0, 50_000_000, 'look at another weight')),
} as const;

export type OptimiserRoomSettings = Values<typeof optimiserSettings>;
