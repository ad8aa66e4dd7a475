// How a training does after an epoch: on the rows it learns from, or a fixed sample of them, and on those kept apart.
import type { Network } from '../network.ts';
import { scoreOf } from './evaluate.ts';
import type { EpochRecord, TrainingJob } from './job.ts';
import { sampleOf } from './order.ts';

/** The most rows that are measured of those it learns from: with more, measuring would take longer than learning. */
export const mostMeasured = 2000;

type Measured = Pick<EpochRecord, 'training' | 'validation'>;

/** Measures parameters on the job's rows, the same ones every time. Pauses often. */
export function measuring(network: Network, { training, validation, orderSeed }: Pick<TrainingJob, 'training' | 'validation' | 'orderSeed'>): (parameters: Float64Array) => Generator<null, Measured> {
  const seen = sampleOf(training.length, mostMeasured, orderSeed ?? 0).map((row) => training[row]!);
  const apart = sampleOf(validation.length, mostMeasured, orderSeed ?? 0).map((row) => validation[row]!);
  return function* (parameters) {
    return {
      training: yield* scoreOf(network, parameters, seen),
      validation: apart.length === 0 ? null : yield* scoreOf(network, parameters, apart),
    };
  };
}
