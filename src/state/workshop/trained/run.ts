// A network that comes with the page as a run: its beginning, which follows from the seed, and its end, with the curves between.
import type { PreparedData } from '../../../engine/data/dataset.ts';
import { readSafetensors } from '../../../engine/interchange/safetensors.ts';
import { parametersFromStateDict } from '../../../engine/interchange/stateDict.ts';
import { optimisers } from '../../../engine/learn/optimisers.ts';
import { createNetwork } from '../../../engine/network.ts';
import { initialParameters } from '../../../engine/recipe/parameters.ts';
import type { TrainingRun } from '../run.ts';
import { trainingJob } from '../trainingJob.ts';
import type { TrainedNetwork } from './index.ts';
import { readRecords } from './records.ts';

/** The run's id: the same network is not taken in twice. */
export const trainedId = (id: string): string => `run-trained-${id}`;

const note = 'This network came with the page, trained from its seed. Its weights are rounded to float32, and what its optimiser remembered is not kept, so a branch begins without.';

/** Throws in words where the file does not fit the network that its settings make of these data. `created` in milliseconds since 1970. */
export function runOfTrained({ id, title, settings, epochs, updates }: TrainedNetwork, bytes: Uint8Array, data: PreparedData, created: number): TrainingRun {
  const { training: _, validation: __, ...job } = trainingJob(data, settings.training);
  const network = createNetwork(job.model);
  const { tensors, metadata } = readSafetensors(bytes);
  const parameters = parametersFromStateDict(network, tensors);
  const memory = optimisers[job.optimiser].make({ learningRate: job.learningRate }, parameters.length).save();
  const fresh = initialParameters(network, { initialisation: job.initialisation, baseInputSize: job.model.inputSize });
  return {
    id: trainedId(id), name: title, created, settings, title: data.dataset.task.title, parent: null, status: 'done', words: '', note,
    records: readRecords(metadata.records ?? '[]'),
    checkpoints: [{ epoch: 0, update: 0, parameters: fresh, memory }, { epoch: epochs, update: updates, parameters, memory }],
    job,
  };
}
