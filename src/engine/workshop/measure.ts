// How a training does after an epoch: on the rows it learns from, or a fixed sample of them, and on those kept apart. Forward passes alone, by the
// learner that trains.
import type { Learner } from '../learn/learner.ts';
import type { Example } from '../model.ts';
import type { EpochRecord, Score, TrainingJob } from './job.ts';
import { sampleOf } from './order.ts';
import { readerOf } from './reading.ts';
import { tallyOf } from './tally.ts';

/** The most rows that are measured of those it learns from, and of those kept apart: with more, measuring would take longer than learning. */
export const mostMeasured = 2000;

type Measured = Pick<EpochRecord, 'training' | 'validation'>;

/** Measures the learner's parameters as they are on the job's rows, the same ones every time. Pauses often. */
export function measuring(learner: Learner, { training, validation, orderSeed, initialStates }: Pick<TrainingJob, 'training' | 'validation' | 'orderSeed' | 'initialStates'>): () => Generator<null, Measured> {
  const scoring = (all: readonly Example[]): (() => Generator<null, Score>) => {
    const examples = sampleOf(all.length, mostMeasured, orderSeed ?? 0).map((row) => all[row]!);
    const read = readerOf(learner, examples, { initialStates });
    return function* () {
      const tally = tallyOf(learner.network.model, 'scores');
      yield* read((row, y, loss) => tally.add(examples[row]!.targets, y, loss));
      return tally.score();
    };
  };
  const [seen, apart] = [scoring(training), scoring(validation)];
  return function* () {
    return { training: yield* seen(), validation: validation.length === 0 ? null : yield* apart() };
  };
}
