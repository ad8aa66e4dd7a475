// Preparing a large data set, for a worker: the data set must hold no rule, as a function cannot cross.
import type { Dataset, Preparation } from '../dataset.ts';
import { prepareDataset } from '../prepare.ts';
import { packed, type PackedData } from './packed.ts';

export interface PrepareInput {
  readonly dataset: Dataset;
  readonly preparation: Preparation;
}

export function* prepareAside({ dataset, preparation }: PrepareInput): Generator<null, PackedData> {
  yield null;
  return packed(prepareDataset(dataset, preparation));
}
