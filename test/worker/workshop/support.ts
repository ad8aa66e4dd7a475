// Workers of the workshop over MessageChannels, with a hand on each, and procedures whose every step is known.
import type { Evaluation, TrainingJob, TrainingMoment } from '../../../src/engine/workshop/job.ts';
import type { Beat, Stride } from '../../../src/worker/workshop/procedures.ts';
import type { FromWorkshop, ToWorkshop } from '../../../src/worker/workshop/protocol.ts';
import { serveWorkshop, type WorkshopServerOptions } from '../../../src/worker/workshop/server.ts';
import { procedures, type ProcedureTable } from '../../../src/worker/workshop/table.ts';
import { Workers } from '../workers.ts';

/** Where the counting training stands. */
export const momentAt = (update: number): TrainingMoment => ({
  epoch: 0, update, rowsDone: update, nextRow: 0, loss: 1, gradientNorm: 1, parameters: Float64Array.of(update), epochs: [],
});

/** Counts its rows: three to a batch, two batches to an epoch, as many epochs as the job has; pauses before each row. A learning rate of 13 throws at row 5. */
export function* counting({ epochs, learningRate }: TrainingJob): Generator<Beat<TrainingMoment> | null, { problem: string | null }> {
  let row = 0;
  const progress = (): TrainingMoment => momentAt(row);
  while (row < 6 * epochs) {
    yield null;
    row++;
    if (learningRate === 13 && row === 5) throw new Error('Thirteen is too much.');
    const over: Stride = row % 6 === 0 ? 'epoch' : row % 3 === 0 ? 'batch' : 'row';
    yield { over, progress };
  }
  return { problem: null };
}

/** Says how many numbers it was given, after as many pauses. */
export function* sizing({ parameters }: { readonly parameters: Float64Array }): Generator<null, Evaluation> {
  for (let k = 0; k < parameters.length; k++) yield null;
  return { loss: parameters.length, accuracy: null, answers: [], confusion: null };
}

export const countingTable: ProcedureTable = { ...procedures, train: counting, evaluate: sizing };

/** The workshop's workers over a table of procedures. */
export class WorkshopWorkers extends Workers<ToWorkshop, FromWorkshop> {
  constructor(table: ProcedureTable = countingTable, options: WorkshopServerOptions = {}) {
    super((port) => serveWorkshop(port, table, options));
  }
}
