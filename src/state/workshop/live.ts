// What is seen of the training under way beside its run: its latest moment, its speed, and the loss batch by batch.
import type { TrainingJob, TrainingMoment } from '../../engine/workshop/job.ts';
import type { LiveTraining } from './run.ts';

/** Milliseconds over which the speed is taken. */
const span = 1500;
/** Points of the curve of batches. */
const mostPoints = 1000;

interface Sample {
  readonly at: number;
  readonly rows: number;
}

/** Follows one training; every moment makes a new picture of it. */
export class Live {
  private readonly run: string;
  private readonly rowsInAll: number;
  private readonly rowsAnEpoch: number;
  private samples: Sample[] = [];
  private batchLosses: LiveTraining['batchLosses'] = [];
  private moment: TrainingMoment | null = null;

  constructor(run: string, { epochs, training }: Pick<TrainingJob, 'epochs' | 'training'>) {
    this.run = run;
    this.rowsAnEpoch = training.length;
    this.rowsInAll = epochs * training.length;
  }

  /** Takes in a moment, at a time in milliseconds. */
  heard(moment: TrainingMoment, at: number): LiveTraining {
    this.moment = moment;
    const rows = moment.epoch * this.rowsAnEpoch + moment.rowsDone;
    this.samples = [...this.samples.filter((each) => at - each.at <= span), { at, rows }];
    const { update, loss } = moment;
    if (!Number.isNaN(loss) && this.batchLosses.at(-1)?.update !== update) this.batchLosses = thinnedPoints([...this.batchLosses, { update, loss }]);
    return this.picture();
  }

  /** Standing still: what was measured of its speed says nothing about what comes. */
  rested(): LiveTraining {
    this.samples = [];
    return this.picture();
  }

  private picture(): LiveTraining {
    const { run, moment, samples, batchLosses } = this;
    const [first, last] = [samples[0], samples.at(-1)];
    const milliseconds = first && last ? last.at - first.at : 0;
    const rowsPerSecond = first && last && milliseconds > 0 ? ((last.rows - first.rows) / milliseconds) * 1000 : null;
    const secondsLeft = last && rowsPerSecond !== null && rowsPerSecond > 0 ? Math.max(0, this.rowsInAll - last.rows) / rowsPerSecond : null;
    return { run, moment, rowsPerSecond, secondsLeft, batchLosses };
  }
}

/** Every second one where there are too many; the newest stays. */
function thinnedPoints<Point>(points: readonly Point[]): readonly Point[] {
  return points.length <= mostPoints ? points : points.filter((_, k) => (points.length - 1 - k) % 2 === 0);
}
