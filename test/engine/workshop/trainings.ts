// Trainings to test with: rows drawn by a seed, jobs over them, and a training driven to its end.
import { stream } from '../../../src/engine/math/random.ts';
import type { Example, Model } from '../../../src/engine/model.ts';
import type { Beat } from '../../../src/engine/workshop/beat.ts';
import type { Checkpoint, EpochRecord, TrainingEnd, TrainingJob, TrainingMoment } from '../../../src/engine/workshop/job.ts';
import { train } from '../../../src/engine/workshop/training.ts';

export const model: Model = {
  cell: 'rnn_tanh', topology: 'many-to-one', loss: 'bce', biases: 'one', timeReduction: 'sum', inputSize: 6, hiddenSize: 4, outputSize: 1,
};

/** Sequences of 2 to 7 of six tokens; the answer is whether the first is one of the first three. */
export function rowsOf(count: number, seed: number): Example[] {
  const random = stream(seed, 'rows');
  return Array.from({ length: count }, () => {
    const indices = Int32Array.from({ length: 2 + random.integer(6) }, () => random.integer(6));
    return { inputs: { kind: 'one-hot', indices }, targets: Float64Array.of(Number((indices[0] ?? 0) < 3)) };
  });
}

export const jobOf = (changes: Partial<TrainingJob> = {}): TrainingJob => ({
  model,
  initialisation: { scheme: 'uniform', scale: 1, seed: 3 },
  training: rowsOf(14, 1),
  validation: rowsOf(5, 2),
  optimiser: 'adam',
  learningRate: 0.02,
  schedule: 'constant',
  clipping: { norm: 1 },
  batchSize: 4,
  epochs: 10,
  orderSeed: 5,
  ...changes,
});

export interface Course {
  readonly beats: readonly Beat<TrainingMoment>['over'][];
  readonly moments: readonly TrainingMoment[];
  readonly records: readonly EpochRecord[];
  readonly checkpoints: readonly Checkpoint[];
  readonly last: TrainingMoment | undefined;
  readonly end: TrainingEnd;
}

/** Drives a training to its end; at each beat of the strides that are asked, and at the end, it tells where it stands. */
export function courseOf(job: TrainingJob, asks: (beat: Beat<TrainingMoment>) => boolean = () => true): Course {
  const steps = train(job);
  const beats: Beat<TrainingMoment>['over'][] = [];
  const moments: TrainingMoment[] = [];
  let latest: Beat<TrainingMoment> | null = null;
  let next = steps.next();
  for (; next.done !== true; next = steps.next()) {
    if (next.value === null) continue;
    latest = next.value;
    beats.push(latest.over);
    if (asks(latest)) moments.push(latest.progress());
  }
  if (latest) moments.push(latest.progress());
  const epochs = moments.flatMap((moment) => moment.epochs);
  return { beats, moments, records: epochs.map(({ record }) => record), checkpoints: epochs.map(({ checkpoint }) => checkpoint), last: moments.at(-1), end: next.value };
}
