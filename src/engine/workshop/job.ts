// A training over a data set: what is asked for, and what is told while it goes on. Plain data: it crosses to a worker, and is kept in files.
import type { OptimiserId, OptimiserMemory } from '../learn/optimisers/optimiser.ts';
import type { OptimiserSettings } from '../learn/optimisers/hyperparameters.ts';
import type { ScheduleId, ScheduleSettings } from '../learn/schedules.ts';
import type { Clipping, Example, Initialisation, InitialStates, Model } from '../model.ts';

export interface TrainingJob {
  readonly model: Model;
  readonly initialisation: Initialisation;
  readonly training: readonly Example[];
  readonly validation: readonly Example[];
  readonly optimiser: OptimiserId;
  readonly hyperparameters?: OptimiserSettings | undefined;
  readonly learningRate: number;
  readonly schedule: ScheduleId;
  readonly scheduleSettings?: ScheduleSettings | undefined;
  readonly clipping: Clipping;
  /** Rows of one update; the last batch of an epoch may have fewer. */
  readonly batchSize: number;
  /** Ends when so many epochs are done in all. */
  readonly epochs: number;
  /** Draws the order of the rows, anew in each epoch; null: always as they are written. */
  readonly orderSeed: number | null;
  /** The states that every sequence begins with, H numbers each by the state's symbol; zeros for those left out. */
  readonly initialStates?: InitialStates | undefined;
  /** Goes on from there; from the initialisation where left out. */
  readonly from?: Checkpoint | undefined;
}

/** All that a training needs to go on exactly as it would have. */
export interface Checkpoint {
  /** Epochs, and updates in all, that are done. */
  readonly epoch: number;
  readonly update: number;
  readonly parameters: Float64Array;
  readonly memory: OptimiserMemory;
}

/** How a network does on some rows. */
export interface Score {
  /** Mean of the rows' losses. */
  readonly loss: number;
  /** Share of right answers over all read-outs, 0 to 1; null where answers are numbers. */
  readonly accuracy: number | null;
}

/** One epoch, measured after it; epoch 0 is before any update. */
export interface EpochRecord {
  readonly epoch: number;
  readonly update: number;
  /** Of the rows it learns from, and of those kept apart; null where there are none. Both with the parameters after the epoch. */
  readonly training: Score;
  readonly validation: Score | null;
  /** Mean over the epoch's updates of ‖∂L/∂θ‖ before clipping; NaN for epoch 0. */
  readonly gradientNorm: number;
  /** η of the epoch's last update. */
  readonly learningRate: number;
}

/** Where a training stands. Between two of these any number of updates may lie: each tells the latest. */
export interface TrainingMoment {
  readonly epoch: number;
  readonly update: number;
  /** Rows of this epoch that are done, and the row that comes next: a position in `job.training`. */
  readonly rowsDone: number;
  readonly nextRow: number;
  /** Of the latest update: the batch's loss just before it, and ‖∂L/∂θ‖ before clipping; NaN before the first. */
  readonly loss: number;
  readonly gradientNorm: number;
  /** A copy. */
  readonly parameters: Float64Array;
  /** Every epoch that was finished since the last moment, with what it takes to go on from its end. */
  readonly epochs: readonly { readonly record: EpochRecord; readonly checkpoint: Checkpoint }[];
}

/** How a training ended. */
export interface TrainingEnd {
  /** Null: all epochs are done. Else why not, in words: the loss is not finite, with its cause. The last good checkpoint is the last one told. */
  readonly problem: string | null;
}

/** What one network says to rows. */
export interface Evaluation extends Score {
  /** [row][read-out · Y + output]: probabilities for classes and yes-or-no, else the numbers themselves; rows in their order. */
  readonly answers: readonly Float64Array[];
  /** [right class][answered class], counted over all read-outs; null where answers are numbers, or of more than 200 classes. For yes-or-no: 0 and 1. */
  readonly confusion: readonly (readonly number[])[] | null;
}
