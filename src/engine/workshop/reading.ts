// Many rows read by a learner, forward alone: sorted by length into batches, which may stay laid out for the next time.
import type { Learner, Lesson, LessonOptions } from '../learn/learner.ts';
import type { Example, Inputs } from '../model.ts';

/** Rows that are read at once, and the most numbers of a state that they may have together. */
const rowsAtOnce = 64;
const statesAtOnce = 100_000;

interface Batch {
  /** Positions of its rows in the list. */
  readonly rows: readonly number[];
  lesson: Lesson | null;
}

const lengthOf = (inputs: Inputs | undefined): number => (inputs === undefined ? 0 : inputs.kind === 'one-hot' ? inputs.indices.length : inputs.values.length);
const stepsOf = ({ inputs, decoderInputs }: Example): number => lengthOf(inputs) + lengthOf(decoderInputs);

/** What is read of a row: its y, [read-out · Y + output]. `loss` is the mean over the rows that were read with it, so the sum over all is right. */
type HearRow = (row: number, y: Float64Array, loss: number) => void;

/** Reads the rows with the learner's parameters as they are, any number of times; pauses often. Rows are heard in another order than theirs. */
export function readerOf(learner: Learner, examples: readonly Example[], options: LessonOptions = {}): (hear: HearRow) => Generator<null, void> {
  const rows = examples.map((_, row) => row).sort((a, b) => stepsOf(examples[a]!) - stepsOf(examples[b]!));
  const longest = rows.length === 0 ? 1 : stepsOf(examples[rows.at(-1)!]!);
  const atOnce = Math.max(1, Math.min(rowsAtOnce, Math.floor(statesAtOnce / (longest * learner.network.model.hiddenSize))));
  const batches: Batch[] = [];
  for (let from = 0; from < rows.length; from += atOnce) batches.push({ rows: rows.slice(from, from + atOnce), lesson: null });
  return function* (hear) {
    for (const batch of batches) {
      const lesson = batch.lesson ?? learner.lesson(batch.rows.map((row) => examples[row]!), options);
      // A passing lesson's memory is the next one's.
      if (!options.isPassing) batch.lesson = lesson;
      const steps = lesson.looks();
      let next = steps.next();
      for (; next.done !== true; next = steps.next()) yield null;
      const { loss, outputs } = next.value;
      batch.rows.forEach((row, b) => hear(row, outputs[b]!, loss));
      yield null;
    }
  };
}
