// The room "Optimisers".
import { optimisers, type OptimiserId } from '../../../engine/learn/optimisers.ts';
import { between, oneOf, orNone, place, whole, type Setting, type Values } from '../setting.ts';

/** η of one optimiser; null: its usual one. */
const ownRate = (id: OptimiserId): Setting<number | null> => orNone(between(optimisers[id].learningRate, 0, 1000, `change η of ${optimisers[id].title}`), 'usual');

const ids: readonly OptimiserId[] = ['sgd', 'sgd_momentum', 'sgd_nesterov', 'adagrad', 'rmsprop', 'adam'];

/** A position among the parameters. */
const weight = (first: number): Setting<number> => place(whole(first, 0, 50_000_000, 'look at another weight'));

export const optimiserSettings = {
  /** What is learned: the data set and network that are set, or a stretched bowl with two weights. */
  problem: oneOf('network', ['network', 'bowl'], 'change the problem'),
  /** How much steeper the bowl is one way than the other. */
  stretch: between(20, 1, 1000, 'change how stretched the bowl is'),
  updates: whole(200, 1, 5000, 'change the number of updates'),
  /** Factor on each optimiser's own η. */
  rate: between(1, 0.001, 1000, 'change η'),
  sgd: ownRate('sgd'),
  momentum: ownRate('sgd_momentum'),
  nesterov: ownRate('sgd_nesterov'),
  adagrad: ownRate('adagrad'),
  rmsprop: ownRate('rmsprop'),
  adam: ownRate('adam'),
  /** How many updates of the race are looked at. */
  at: place(whole(5000, 0, 5000, 'look at another update')),
  /** The weight whose rate is looked at. */
  weight: weight(0),
  /** The optimiser whose formula is looked at. */
  shown: place(oneOf<OptimiserId>('adam', ids, 'look at another optimiser')),
  /** The plane of the slice: along the paths' principal directions, or along two weights. */
  plane: place(oneOf('principal', ['principal', 'weights'], 'look at another plane')),
  first: weight(0),
  second: weight(1),
  /** A point that the plane goes through: where all start, or where the optimiser in view ends. */
  through: place(oneOf('start', ['start', 'end'], 'look at another plane')),
} as const;

export type OptimiserRoomSettings = Values<typeof optimiserSettings>;

/** The setting that holds an optimiser's own η. */
export const rateSetting = {
  sgd: 'sgd',
  sgd_momentum: 'momentum',
  sgd_nesterov: 'nesterov',
  adagrad: 'adagrad',
  rmsprop: 'rmsprop',
  adam: 'adam',
} as const satisfies Readonly<Record<OptimiserId, keyof OptimiserRoomSettings>>;
