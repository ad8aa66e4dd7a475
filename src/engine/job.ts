// One training iteration to compute: which network, how its parameters came to be, what it reads, and η.
import type { Example, Model, ParameterRecipe } from './model.ts';

export interface Job {
  readonly model: Model;
  readonly recipe: ParameterRecipe;
  readonly example: Example;
  /** η of the update that closes the iteration. */
  readonly learningRate: number;
}

/** T, the number of time steps that a job reads. */
export function stepCount(job: Job): number {
  const { inputs } = job.example;
  return inputs.kind === 'one-hot' ? inputs.indices.length : inputs.values.length / job.model.inputSize;
}
