// Preparing a large data set, for a worker: the data set must hold no rule, as a function cannot cross.
import type { Dataset, Preparation, PreparedData } from '../dataset.ts';
import { prepareDataset } from '../prepare.ts';

export interface PrepareInput {
  readonly dataset: Dataset;
  readonly preparation: Preparation;
}

export function* prepareAside({ dataset, preparation }: PrepareInput): Generator<null, PreparedData> {
  yield null;
  return prepareDataset(dataset, preparation);
}
