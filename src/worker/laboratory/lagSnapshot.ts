// What the page knows of the trainings over a lag at one moment. Nothing in a snapshot is ever changed.
import type { LagTaskId } from '../../engine/laboratory/lag/job.ts';
import type { CellId } from '../../engine/model.ts';

/** Every cell at every lag, all from one seed and on the same sequences. */
export interface LagTrainingPlan {
  readonly task: LagTaskId;
  readonly cells: readonly CellId[];
  /** In steps, rising. */
  readonly lags: readonly number[];
  readonly hiddenSize: number;
  /** Most updates of a training. */
  readonly updates: number;
  readonly learningRate: number;
  readonly seed: number;
  /** Where the bias of the gate that keeps the old state starts; null: as the scheme draws it. */
  readonly gateBias: number | null;
}

/** One training as far as its clock has come. All trainings of one lag are equally far, or at their end. */
export interface LagCurve {
  readonly cell: CellId;
  readonly lag: number;
  /** Updates done at each test, rising from 0; the test's mean loss, and its share of right answers from 0 to 1. */
  readonly updates: readonly number[];
  readonly losses: readonly number[];
  readonly accuracies: readonly number[];
  readonly isDone: boolean;
  /** It ended early, as all answers were right twice in a row. */
  readonly isSolved: boolean;
  /** It ended early for this reason, in words. */
  readonly problem: string | null;
}

export interface LagSnapshot {
  /** Null before the first start. */
  readonly plan: LagTrainingPlan | null;
  /** `stopped`: ended by hand, with what there was by then. `failed`: given up; `words` say why. */
  readonly status: 'idle' | 'running' | 'paused' | 'done' | 'stopped' | 'failed';
  /** What the reader should know: a worker that was lost, why it failed. Empty where all goes well. */
  readonly words: string;
  /** Lag by lag in the plan's order, cell by cell. */
  readonly curves: readonly LagCurve[];
}

export const idleLag: LagSnapshot = { plan: null, status: 'idle', words: '', curves: [] };
