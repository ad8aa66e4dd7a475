// The training that the settings ask for, over data that are ready.
import { cells, type CellId } from '../../engine/cells/index.ts';
import type { PreparedData } from '../../engine/data/dataset.ts';
import { modelFor } from '../../engine/data/model.ts';
import { encodedFor } from '../../engine/data/readers.ts';
import type { Example } from '../../engine/model.ts';
import type { TrainingJob } from '../../engine/workshop/job.ts';
import type { FineId, TrainingSettings } from './settings/training.ts';

/** A network without memory for readers that hand it a text at once: the activation stays where there is one like it. */
function withoutMemory(cell: CellId): CellId {
  const { activation } = cells[cell];
  if (activation === 'ReLU') return 'feedforward_relu';
  return activation === 'sigmoid' ? 'feedforward_sigmoid' : 'feedforward_tanh';
}

/** Those of `names` that are set. */
function chosen<Name extends FineId>(training: TrainingSettings, names: readonly Name[]): { readonly [Each in Name]?: number } {
  return Object.fromEntries(names.flatMap((name) => (training[name] == null ? [] : [[name, training[name]]]))) as { readonly [Each in Name]?: number }; // of its own names
}

/** Throws an `Error` in words where the data cannot be read so. */
export function trainingJob(data: PreparedData, training: TrainingSettings): TrainingJob {
  const { reader, cell, hiddenSize, bidirectional, scheme, seed, gateBias, optimiser, learningRate, schedule, clipNorm, batchSize, epochs, shuffled } = training;
  const { task, examples } = encodedFor(reader, data);
  const examplesAt = (rows: readonly number[]): Example[] => rows.flatMap((row) => examples[row] ?? []);
  return {
    model: modelFor(task, { cell: reader === 'sequence' ? cell : withoutMemory(cell), hiddenSize, bidirectional }),
    initialisation: { scheme, seed, scale: 1, ...(gateBias !== null && { forgetBias: gateBias }) },
    training: examplesAt(data.training),
    validation: examplesAt(data.validation),
    optimiser,
    hyperparameters: chosen(training, ['momentum', 'alpha', 'beta1', 'beta2', 'eps', 'initialAccumulator']),
    learningRate,
    schedule,
    // Half a wave over the whole training: beyond its period the rate would rise again.
    scheduleSettings: { ...chosen(training, ['gamma', 'every', 'decay', 'floor']), period: Math.max(1, epochs) },
    clipping: clipNorm === null ? {} : { norm: clipNorm },
    batchSize,
    epochs,
    orderSeed: shuffled ? seed : null,
  };
}
