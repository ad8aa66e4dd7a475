// What is read in a training over a lag: fresh batches by the number of the update, and sequences kept apart to test with.
// All follow from the seed, the task and the lag alone, so every cell reads the same.
import { stream } from '../../math/random.ts';
import type { Example } from '../../model.ts';
import type { LagJob } from './job.ts';
import { lagTasks } from './tasks.ts';

/** Sequences of a batch. */
export const batchSize = 32;
/** Sequences to test with; as many of each class. */
export const testSize = 200;

type Reading = Pick<LagJob, 'task' | 'lag' | 'seed'>;

/** The batch of an update, from 1. */
export function batchOf({ task, lag, seed }: Reading, update: number): Example[] {
  const random = stream(seed, 'lag', task, lag, 'batch', update);
  return Array.from({ length: batchSize }, () => lagTasks[task].draw(random, lag));
}

/** What is never learned from: drawn from a stream of its own. */
export function testOf({ task, lag, seed }: Reading): Example[] {
  const random = stream(seed, 'lag', task, lag, 'test');
  return Array.from({ length: testSize }, (_, n) => lagTasks[task].draw(random, lag, n));
}

/** What the inputs of a batch take in memory: numbers of 8 bytes, or positions of 4. */
export function batchBytes({ task, lag }: Pick<LagJob, 'task' | 'lag'>): number {
  const { inputSize, isOneHot } = lagTasks[task];
  return batchSize * (lag + 1) * (isOneHot ? 4 : 8 * inputSize);
}
