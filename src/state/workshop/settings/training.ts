// The network that learns, and how it is trained.
import { cellIds, type CellId } from '../../../engine/cells/index.ts';
import { optimisers, type OptimiserId } from '../../../engine/learn/optimisers.ts';
import { schedules, type ScheduleId } from '../../../engine/learn/schedules.ts';
import { schemeNames, type SchemeId } from '../../../engine/recipe/schemeNames.ts';
import { between, flag, oneOf, orNone, place, text, whole, type Values } from '../setting.ts';

const keys = <Key extends string>(table: Readonly<Record<Key, unknown>>): Key[] => Object.keys(table) as Key[];

/** What a network is given of a text: its words one by one, their counts alone, or all one-hot vectors beside each other, padded. */
export const readers = ['sequence', 'bag', 'padded'] as const;
export type ReaderId = (typeof readers)[number];

/** How fast a training goes: the score walks operation by operation, so many updates a second, or as fast as it goes. */
export const paces = ['operation', 'slow', 'steady', 'quick', 'fast'] as const;
export type Pace = (typeof paces)[number];

/** What optimisers and schedules work with; null is what each has by itself. */
export const fineSettings = {
  momentum: orNone(between(0.9, 0, 0.9999, 'change how much velocity is kept'), 'usual'),
  alpha: orNone(between(0.99, 0, 0.999999, 'change how much of the mean of squares is kept'), 'usual'),
  beta1: orNone(between(0.9, 0, 0.9999, 'change how much of the mean of gradients is kept'), 'usual'),
  beta2: orNone(between(0.999, 0, 0.999999, 'change how much of the mean of squares is kept'), 'usual'),
  eps: orNone(between(1e-8, 0, 1, 'change ε'), 'usual'),
  initialAccumulator: orNone(between(0, 0, 1000, 'change where the sum of squares starts'), 'usual'),
  gamma: orNone(between(0.95, 0.0001, 1, 'change what η is multiplied with'), 'usual'),
  every: orNone(whole(30, 1, 10_000, 'change when η drops'), 'usual'),
  decay: orNone(between(0.1, 0, 1000, 'change how fast η falls'), 'usual'),
  floor: orNone(between(0, 0, 1000, 'change the lowest η'), 'usual'),
} as const;

/** A training's settings; the network is fresh from its seed. */
export const trainingSettings = {
  reader: oneOf<ReaderId>('sequence', readers, 'change what the network is given of a text'),
  cell: oneOf<CellId>('rnn_tanh', cellIds, 'change the cell'),
  hiddenSize: whole(8, 1, 128, 'change the number of hidden units'),
  bidirectional: flag(false, 'change the direction of reading'),
  scheme: oneOf<SchemeId>('uniform', keys(schemeNames), 'change how the weights start'),
  seed: whole(7, 0, 2 ** 32 - 1, 'change the seed'),
  gateBias: orNone(between(1, -5, 10, 'change the bias of the forget gate'), 'none'),
  optimiser: oneOf<OptimiserId>('adam', keys(optimisers), 'change the optimiser'),
  learningRate: between(0.01, 0, 1000, 'change η'),
  schedule: oneOf<ScheduleId>('constant', keys(schedules), 'change the schedule of η'),
  ...fineSettings,
  clipNorm: orNone(between(1, 0, 1_000_000, 'change the clipping'), 'none', 5),
  batchSize: whole(1, 1, 1024, 'change the size of a batch'),
  epochs: whole(60, 1, 10_000, 'change the number of epochs'),
  shuffled: flag(true, 'change the order of the rows'),
  pace: place(oneOf<Pace>('fast', paces, 'change the pace')),
  /** A sentence of one's own that the network answers. */
  sentence: place(text('', 400, 'ask another sentence')),
} as const;

export type FineId = keyof typeof fineSettings;
export type TrainingSettings = Values<typeof trainingSettings>;
