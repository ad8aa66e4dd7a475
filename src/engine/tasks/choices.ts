// What can be chosen for a task: cells that go with its wiring, both directions, outputs fed back, and how each is trained.
import { cellIds, cells } from '../cells/index.ts';
import type { CellId } from '../model.ts';
import { isReadBothWays } from '../topology/index.ts';
import type { Task, TrainingRecipe } from './task.ts';

/** The cells that go with a task: one without a memory has nothing to carry from step to step. */
export function cellsFor({ topology }: Pick<Task, 'topology'>): readonly CellId[] {
  return cellIds.filter((id) => topology === 'one-to-one' || cells[id].declare('one').states.length > 0);
}

/** The cell at first. */
export const firstCellOf = ({ cell }: Task): CellId => cell ?? 'rnn_tanh';

/** Whether a second chain can read the input from its end. */
export const canReadBothWays = ({ topology }: Pick<Task, 'topology'>): boolean => isReadBothWays(topology);

/** Whether what comes out can be the next input: both have the same names. A network that reads both ways cannot, whatever its task. */
export function canFeedBack({ topology, vocabulary, decoderVocabulary, outputs }: Task): boolean {
  const fed = decoderVocabulary ?? vocabulary;
  return topology !== 'one-to-one' && topology !== 'many-to-one' && fed.length === outputs.length && fed.every((name, k) => name === outputs[k]);
}

/** How a network with that cell is trained for the task: the task's recipe, what differs for the cell's family, then for the cell. */
export function recipeOf(task: Task, cell: CellId): TrainingRecipe {
  const { hiddenSize, seed, epochs, learningRate, recipes = {} } = task;
  return { hiddenSize, seed, epochs, learningRate, ...recipes[cells[cell].family], ...recipes[cell] };
}
