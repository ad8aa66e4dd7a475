// Batches laid out for a learner: single rows stay laid out as long as there is room for them; batches, which differ in every epoch, take each
// other's memory.
import type { Learner, Lesson } from '../learn/learner.ts';
import type { Example, InitialStates, Inputs } from '../model.ts';

/** Bytes that rows may take which stay laid out. */
const keptBytes = 64_000_000;
/** What a row takes beside its numbers, about: its header, and the lists of its steps. */
const rowBytes = 1000;

const bytesOf = (inputs: Inputs | undefined): number => (inputs === undefined ? 0 : inputs.kind === 'one-hot' ? inputs.indices.byteLength : inputs.values.byteLength);

/** The lesson of some rows, by their positions. It is run before the next one is asked for. */
export function lessonsOf(learner: Learner, examples: readonly Example[], batchSize: number, initialStates?: InitialStates): (rows: readonly number[]) => Lesson {
  const needed = examples.reduce((total, { inputs, decoderInputs }) => total + 20 * (bytesOf(inputs) + bytesOf(decoderInputs)) + rowBytes, 0);
  if (batchSize > 1 || needed > keptBytes) return (rows) => learner.lesson(rows.map((row) => examples[row]!), { isPassing: true, initialStates });
  const kept = new Map<number, Lesson>();
  return ([row = 0]) => {
    const lesson = kept.get(row) ?? learner.lesson(examples[row]!, { initialStates });
    kept.set(row, lesson);
    return lesson;
  };
}
