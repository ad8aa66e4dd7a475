// How a training does after an epoch: on the rows it learns from, or a fixed sample of them, and on those kept apart. Forward passes alone, by the
// learner that trains, many rows at once.
import type { Learner, Lesson } from '../learn/learner.ts';
import type { Example } from '../model.ts';
import type { EpochRecord, Score, TrainingJob } from './job.ts';
import { sampleOf } from './order.ts';
import { tallyOf } from './tally.ts';

/** The most rows that are measured of those it learns from, and of those kept apart: with more, measuring would take longer than learning. */
export const mostMeasured = 2000;

/** Rows that are read at once, and the most numbers of a state that they may have together. */
const rowsAtOnce = 32;
const statesAtOnce = 100_000;

type Measured = Pick<EpochRecord, 'training' | 'validation'>;

/** Measures the learner's parameters as they are on the job's rows, the same ones every time. Pauses often. */
export function measuring(learner: Learner, { training, validation, orderSeed, initialStates }: Pick<TrainingJob, 'training' | 'validation' | 'orderSeed' | 'initialStates'>): () => Generator<null, Measured> {
  const scores = [training, validation].map((examples) => scoring(learner, sampleOf(examples.length, mostMeasured, orderSeed ?? 0).map((row) => examples[row]!), initialStates));
  return function* () {
    const [seen, apart] = scores;
    return { training: yield* seen!(), validation: validation.length === 0 ? null : yield* apart!() };
  };
}

/** Rows sorted by length into batches, which stay laid out. */
function scoring(learner: Learner, examples: readonly Example[], initialStates: TrainingJob['initialStates']): () => Generator<null, Score> {
  const { model } = learner.network;
  const sorted = examples.toSorted((a, b) => lengthOf(a) - lengthOf(b));
  const longest = sorted.length === 0 ? 1 : lengthOf(sorted.at(-1)!);
  const atOnce = Math.max(1, Math.min(rowsAtOnce, Math.floor(statesAtOnce / (longest * model.hiddenSize))));
  const batches: { rows: readonly Example[]; lesson: Lesson | null }[] = [];
  for (let from = 0; from < sorted.length; from += atOnce) batches.push({ rows: sorted.slice(from, from + atOnce), lesson: null });
  return function* () {
    const tally = tallyOf(model, 'scores');
    for (const batch of batches) {
      batch.lesson ??= learner.lesson(batch.rows, { initialStates });
      const steps = batch.lesson.looks();
      let next = steps.next();
      for (; next.done !== true; next = steps.next()) yield null;
      const { loss, outputs } = next.value;
      // L of a batch is the mean of its rows' losses already.
      batch.rows.forEach(({ targets }, b) => tally.add(targets, outputs[b]!, loss));
      yield null;
    }
    return tally.score();
  };
}

const lengthOf = ({ inputs }: Example): number => (inputs.kind === 'one-hot' ? inputs.indices.length : inputs.values.length);
