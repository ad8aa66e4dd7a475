// Built-in data sets as the page makes them, and as a training gets them.
import { readFileSync } from 'node:fs';
import { builtIns } from '../../../src/engine/data/builtIns.ts';
import type { Dataset, PreparedData, Preparation } from '../../../src/engine/data/dataset.ts';
import { modelFor } from '../../../src/engine/data/model.ts';
import { prepareDataset } from '../../../src/engine/data/prepare.ts';
import { encodedFor, type DataReader } from '../../../src/engine/data/readers.ts';
import type { CellId } from '../../../src/engine/model.ts';
import { firstCellOf, recipeOf } from '../../../src/engine/tasks/choices.ts';
import type { EpochRecord } from '../../../src/engine/workshop/job.ts';
import { train } from '../../../src/engine/workshop/training.ts';

export const plainly: Preparation = { switches: { lowerCase: true, stopWords: false, stems: false }, mostWords: 2000, share: 0.2, seed: 1 };

export const fileText = (file: string): string => readFileSync(new URL(`../../../public/data/${file}`, import.meta.url), 'utf8');

export function builtInSet(id: string): Dataset {
  const entry = builtIns[id]!;
  return entry.build(entry.file === null ? '' : fileText(entry.file));
}

/** The built-in set with the preparation that it is recommended with. */
export function prepared(id: string, changes: Partial<Preparation> = {}): PreparedData {
  const dataset = builtInSet(id);
  return prepareDataset(dataset, { ...plainly, ...(dataset.recipe?.share !== undefined && { share: dataset.recipe.share }), ...changes });
}

/** The last epoch of a training as recommended, with another cell or reader where they are given. */
export function trained(data: PreparedData, { cell, reader = 'sequence', epochs }: { readonly cell?: CellId; readonly reader?: DataReader; readonly epochs?: number } = {}): EpochRecord {
  const { dataset, training, validation } = data;
  const { optimiser, batchSize, gateBias } = dataset.recipe!;
  const { task, examples } = encodedFor(reader, data);
  const taken = cell ?? (reader === 'sequence' ? firstCellOf(dataset.task) : 'feedforward_tanh');
  const recipe = recipeOf(dataset.task, taken);
  const run = train({
    model: modelFor(task, { cell: taken, hiddenSize: recipe.hiddenSize, bidirectional: dataset.task.bidirectional === true }),
    initialisation: { scheme: 'uniform', scale: 1, seed: recipe.seed, ...(gateBias !== undefined && { forgetBias: gateBias }) },
    training: training.map((position) => examples[position]!),
    validation: validation.map((position) => examples[position]!),
    optimiser,
    learningRate: recipe.learningRate,
    schedule: 'constant',
    clipping: {},
    batchSize,
    epochs: epochs ?? recipe.epochs,
    orderSeed: recipe.seed,
  });
  let last: EpochRecord | undefined;
  for (const beat of run) {
    if (beat?.over === 'epoch') last = beat.progress().epochs.at(-1)?.record ?? last;
  }
  return last!;
}
