// How a training on a data set starts well: the task's own recipe, and what the data set says beside it.
import type { Dataset } from '../../../engine/data/dataset.ts';
import { firstCellOf, recipeOf } from '../../../engine/tasks/choices.ts';
import { dataSettings } from '../../../state/workshop/settings/data.ts';
import { trainingSettings, type TrainingSettings } from '../../../state/workshop/settings/training.ts';
import { within, type Setting } from '../../../state/workshop/setting.ts';

const allowed = ({ range }: Setting<number>, value: number): number => (range ? within(range, value) : value);

/** The settings that make the first training on it a good one. */
export function startOf({ task, recipe }: Dataset): Partial<TrainingSettings> {
  const cell = firstCellOf(task);
  const { hiddenSize, epochs, learningRate, seed } = recipeOf(task, cell);
  return {
    cell,
    seed,
    learningRate,
    reader: 'sequence',
    bidirectional: task.bidirectional ?? false,
    hiddenSize: allowed(trainingSettings.hiddenSize, hiddenSize),
    epochs: allowed(trainingSettings.epochs, epochs),
    optimiser: recipe?.optimiser ?? trainingSettings.optimiser.first,
    batchSize: recipe?.batchSize ?? trainingSettings.batchSize.first,
    gateBias: recipe?.gateBias ?? null,
    sentence: '',
  };
}

/** The share for validation: rows that are learned by heart need none, and a data set after one of these has the usual share again. */
export const shareFor = ({ recipe }: Dataset, share: number): number => recipe?.share ?? (share === 0 ? dataSettings.share.first : share);
