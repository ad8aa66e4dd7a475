// The training that the settings ask for, over data that are ready.
import { cells, type CellId } from '../../engine/cells/index.ts';
import type { PreparedData } from '../../engine/data/dataset.ts';
import { modelFor } from '../../engine/data/model.ts';
import { encodedFor } from '../../engine/data/readers.ts';
import type { Example } from '../../engine/model.ts';
import type { TrainingJob } from '../../engine/workshop/job.ts';
import type { TrainingSettings } from './settings/training.ts';

/** A network without memory for readers that hand it a text at once: the activation stays where there is one like it. */
function withoutMemory(cell: CellId): CellId {
  const { activation } = cells[cell];
  if (activation === 'ReLU') return 'feedforward_relu';
  return activation === 'sigmoid' ? 'feedforward_sigmoid' : 'feedforward_tanh';
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
    learningRate,
    schedule,
    // Half a wave over the whole training: beyond its period the rate would rise again.
    scheduleSettings: { period: Math.max(1, epochs) },
    clipping: clipNorm === null ? {} : { norm: clipNorm },
    batchSize,
    epochs,
    orderSeed: shuffled ? seed : null,
  };
}
