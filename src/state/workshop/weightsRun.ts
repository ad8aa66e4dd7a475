// Weights from a file as a run: one epoch, measured on the data that its settings say.
import type { Example, Model } from '../../engine/model.ts';
import { parametersFromStateDict } from '../../engine/interchange/stateDict.ts';
import type { NamedTensor } from '../../engine/interchange/tensor.ts';
import { optimisers } from '../../engine/learn/optimisers.ts';
import { createNetwork } from '../../engine/network.ts';
import type { Score } from '../../engine/workshop/job.ts';
import { askWorkshop } from './ask.ts';
import { preparationOf, preparations } from './prepared.ts';
import type { TrainingRun } from './run.ts';
import { trainingJob } from './trainingJob.ts';

/** Fails in words where the weights do not fit the network of these settings. */
export async function weightsRun(name: string, tensors: readonly NamedTensor[], settings: TrainingRun['settings']): Promise<TrainingRun> {
  const data = await preparations.prepare(settings.data.set, preparationOf(settings.data));
  const { training, validation, ...job } = trainingJob(data, settings.training);
  const parameters = parametersFromStateDict(createNetwork(job.model), tensors);
  const [seen, apart] = await Promise.all([scoreOf(job.model, parameters, training), validation.length === 0 ? null : scoreOf(job.model, parameters, validation)]);
  const created = Date.now();
  return {
    id: `run-${created.toString(36)}`, name: name || 'weights from a file', created, settings, title: data.dataset.task.title, parent: null, status: 'done', words: '',
    note: `Its weights come from the file “${name}”: what they went through before is not known here.`,
    records: [{ epoch: 0, update: 0, training: seen, validation: apart, gradientNorm: NaN, learningRate: job.learningRate }],
    checkpoints: [{ epoch: 0, update: 0, parameters, memory: optimisers[job.optimiser].make({ learningRate: job.learningRate }, parameters.length).save() }],
    job,
  };
}

async function scoreOf(model: Model, parameters: Float64Array, examples: readonly Example[]): Promise<Score> {
  const { loss, accuracy } = await askWorkshop('evaluate', { model, parameters, examples });
  return { loss, accuracy };
}
