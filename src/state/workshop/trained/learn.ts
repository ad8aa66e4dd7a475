// A network that comes with the page, trained from its seed: the bytes of its file, and what it has reached.
import type { PreparedData } from '../../../engine/data/dataset.ts';
import { writeSafetensors } from '../../../engine/interchange/safetensors.ts';
import { stateDictOf } from '../../../engine/interchange/stateDict.ts';
import type { Example, Model } from '../../../engine/model.ts';
import { createNetwork } from '../../../engine/network.ts';
import { evaluate } from '../../../engine/workshop/evaluate.ts';
import type { Checkpoint, EpochRecord, Score } from '../../../engine/workshop/job.ts';
import { train } from '../../../engine/workshop/training.ts';
import type { TrainingRun } from '../run.ts';
import { trainingJob } from '../trainingJob.ts';
import type { TrainedFacts } from './index.ts';
import { writeRecords } from './records.ts';

interface Learned {
  /** A safetensors file with float32 numbers, its curves beside them. */
  readonly bytes: Uint8Array;
  readonly facts: TrainedFacts;
}

/**
 * Trains to the end. The weights are rounded to float32, which halves the file, and measured after that: what the file holds is what was measured. Throws
 * in words where the training ends early.
 */
export function learn(data: PreparedData, settings: TrainingRun['settings']): Learned {
  const job = trainingJob(data, settings.training);
  const told: { readonly record: EpochRecord; readonly checkpoint: Checkpoint }[] = [];
  const steps = train(job);
  let next = steps.next();
  for (; next.done !== true; next = steps.next()) if (next.value?.over === 'epoch') told.push(...next.value.progress().epochs);
  if (next.value.problem !== null) throw new Error(next.value.problem);
  const [last] = told.slice(-1);
  if (!last) throw new Error('A network that is to be kept learns for one epoch at least.');
  const parameters = last.checkpoint.parameters.map(Math.fround);
  const training = scoreOf(job.model, parameters, job.training);
  const validation = job.validation.length === 0 ? null : scoreOf(job.model, parameters, job.validation);
  const records = told.map(({ record }) => (record === last.record ? { ...record, training, validation } : record));
  const tensors = stateDictOf(createNetwork(job.model), parameters);
  return {
    bytes: writeSafetensors(tensors, { precision: 'float32', metadata: { records: writeRecords(records) } }),
    facts: { epochs: last.record.epoch, updates: last.record.update, parameters: parameters.length, training, validation },
  };
}

/** How well parameters do on rows. */
export function scoreOf(model: Model, parameters: Float64Array, examples: readonly Example[]): Score {
  const steps = evaluate({ model, parameters, examples });
  let next = steps.next();
  while (next.done !== true) next = steps.next();
  const { loss, accuracy } = next.value;
  return { loss, accuracy };
}
