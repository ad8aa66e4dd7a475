// The network of a task, as data: sizes and wiring follow from the task, the rest is chosen.
import { canReadBothWays, cellsFor } from '../tasks/choices.ts';
import type { Task } from '../tasks/task.ts';
import type { CellId, Model } from '../model.ts';

interface NetworkChoice {
  readonly cell: CellId;
  readonly hiddenSize: number;
  readonly bidirectional: boolean;
}

/**
 * The network for a task. A loss at many steps is their sum. Where the task cannot be read both ways, it is read one way; where the cell does not
 * go with its wiring, the first cell that does is taken.
 */
export function modelFor(task: Task, { cell, hiddenSize, bidirectional }: NetworkChoice): Model {
  const { topology, loss, vocabulary, outputs, decoderVocabulary } = task;
  const known = cellsFor(task);
  return {
    cell: known.includes(cell) ? cell : (task.cell ?? known[0] ?? cell),
    topology,
    loss,
    biases: 'one',
    timeReduction: 'sum',
    inputSize: vocabulary.length,
    hiddenSize,
    outputSize: outputs.length,
    ...(bidirectional && canReadBothWays(task) && { bidirectional: true }),
    ...(decoderVocabulary && { decoderInputSize: decoderVocabulary.length }),
  };
}
