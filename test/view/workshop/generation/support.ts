// What the generation room's tests share: data sets that are made of the tasks, and answers without a worker.
import type { PreparedData } from '../../../../src/engine/data/dataset.ts';
import { modelFor } from '../../../../src/engine/data/model.ts';
import { prepareDataset } from '../../../../src/engine/data/prepare.ts';
import { stream } from '../../../../src/engine/math/random.ts';
import type { Model } from '../../../../src/engine/model.ts';
import { createNetwork } from '../../../../src/engine/network.ts';
import type { Task } from '../../../../src/engine/tasks/task.ts';
import { decode, type DecodeInput, type Said } from '../../../../src/engine/workshop/decode.ts';

export function prepared(task: Task, scale?: { offset: number; factor: number; unit: string }): PreparedData {
  const dataset = { id: task.id, task, isText: false, source: { words: '', licence: '' }, notes: [], scale };
  return prepareDataset(dataset, { switches: { lowerCase: true, stopWords: false, stems: false }, mostWords: 100, share: 0, seed: 1 });
}

/** A small network for the data, and numbers that it never learned. */
export function untrained({ task }: PreparedData, seed = 1): { model: Model; parameters: Float64Array } {
  const model = modelFor(task, { cell: 'gru', hiddenSize: 5, bidirectional: false });
  const random = stream(seed, 'untrained');
  return { model, parameters: Float64Array.from({ length: createNetwork(model).program.parameterCount }, () => random.uniform(-2, 2)) };
}

export function answersTo(input: DecodeInput): readonly Said[] {
  const steps = decode(input);
  let next = steps.next();
  while (next.done !== true) next = steps.next();
  return next.value;
}
