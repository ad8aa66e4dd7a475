// Which rows an update learns from: the same for every optimiser, whatever the others do, and the same as in a training.
import { orderOf } from '../order.ts';

interface Batches {
  readonly rows: number;
  readonly batchSize: number;
  /** Draws the order of the rows, anew in each epoch; null: as they are written. */
  readonly orderSeed: number | null;
}

/** The rows of one update after the other, without end. There is at least one row. */
export function* batchesOf({ rows, batchSize, orderSeed }: Batches): Generator<readonly number[], never> {
  for (let epoch = 1; ; epoch++) {
    const order = orderOf(rows, epoch, orderSeed);
    for (let from = 0; from < rows; from += batchSize) yield order.slice(from, from + batchSize);
  }
}
