// Which checkpoints of a run are kept: the first, the newest, and evenly spread ones between, within a number of them and of bytes.
import type { Checkpoint } from '../../engine/workshop/job.ts';

interface CheckpointLimits {
  readonly most: number;
  readonly bytes: number;
}

export const checkpointLimits: CheckpointLimits = { most: 200, bytes: 30_000_000 };

/** Bytes of a checkpoint: parameters, and what the optimiser remembers of each. */
const bytesOf = ({ parameters, memory }: Checkpoint): number => memory.values.reduce((total, values) => total + values.length * 8, parameters.byteLength);

/**
 * The same checkpoints where all epochs of the run have room. Else those at every second, fourth, eighth, … epoch from the first, and the newest: a run
 * that is thinned again and again keeps the same ones as if it were thinned once.
 */
export function thinned(checkpoints: readonly Checkpoint[], { most, bytes }: CheckpointLimits = checkpointLimits): readonly Checkpoint[] {
  const [first] = checkpoints;
  const newest = checkpoints.at(-1);
  if (!first || !newest) return checkpoints;
  const count = Math.max(2, Math.min(most, Math.floor(bytes / bytesOf(first))));
  const span = newest.epoch - first.epoch;
  if (span < count) return checkpoints;
  const every = 2 ** Math.ceil(Math.log2(span / (count - 1)));
  return checkpoints.filter((each) => (each.epoch - first.epoch) % every === 0 || each === newest);
}
