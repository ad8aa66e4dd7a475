// A training run as the page knows it and the browser keeps it. Nothing in one is ever changed: a change makes another.
import type { Checkpoint, EpochRecord, TrainingJob, TrainingMoment } from '../../engine/workshop/job.ts';
import type { Workshop } from './workshop.ts';

export type RunStatus = 'running' | 'paused' | 'done' | 'stopped' | 'failed';

export interface TrainingRun {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly created: number;
  /** What was set when it began: data set, preparation, network, training. */
  readonly settings: Pick<Workshop, 'data' | 'training'>;
  /** The data set's title, for the list, also where the set is gone. */
  readonly title: string;
  /** Where it was branched off; null: from the seed. */
  readonly parent: { readonly run: string; readonly name: string; readonly epoch: number } | null;
  readonly status: RunStatus;
  /** Why it ended early, in words; empty where there is nothing to say. */
  readonly words: string;
  /** What the reader should know of its beginning: why a branch starts anew, say. Left out where there is nothing to say. */
  readonly note?: string | undefined;
  /** Every epoch from the one it began with. */
  readonly records: readonly EpochRecord[];
  /** Rising epochs, the first and the newest always among them; of long runs, those between are thinned out evenly. */
  readonly checkpoints: readonly Checkpoint[];
  /** What it was given, but for `from`: the examples follow from the settings and the data set. */
  readonly job: Omit<TrainingJob, 'training' | 'validation' | 'from'>;
}

/** The run that is being trained now, or was last: more than its run keeps. */
export interface LiveTraining {
  readonly run: string;
  readonly moment: TrainingMoment | null;
  /** Rows that are learned from a second, over the latest second or so; null at first. */
  readonly rowsPerSecond: number | null;
  /** Until all epochs are done at this speed; null where it cannot be said. */
  readonly secondsLeft: number | null;
  /** Loss of the batch by update, thinned to at most a thousand points. */
  readonly batchLosses: readonly { readonly update: number; readonly loss: number }[];
}

export interface RunsState {
  /** Newest first. */
  readonly runs: readonly TrainingRun[];
  /** Whether those kept in the browser have been read. */
  readonly isLoaded: boolean;
  /** Why nothing can be kept in this browser, in words; null where it can. */
  readonly keepingProblem: string | null;
  /** The run in view, and the epoch in view; null: the newest. */
  readonly shown: string | null;
  readonly epoch: number | null;
  /** Other runs whose curves are laid over it. */
  readonly overlaid: readonly string[];
  readonly live: LiveTraining | null;
  /** Why what was asked for last could not be begun, in words; null or left out where it could. */
  readonly problem?: string | null;
}
