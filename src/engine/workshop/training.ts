// A training over a data set: mini-batches in an order drawn anew each epoch, an optimiser with its schedule, clipping; measured after each epoch.
// H. Robbins and S. Monro, 1951 (stochastic gradient descent); R. Pascanu, T. Mikolov and Y. Bengio, 2013 (clipping).
import { clip, optimisers } from '../learn/optimisers.ts';
import { schedules } from '../learn/schedules.ts';
import { norm } from '../math/linear.ts';
import { createNetwork, requireParameters } from '../network.ts';
import { learnerFor } from '../recipe/learners.ts';
import { initialParameters } from '../recipe/parameters.ts';
import type { Beat } from './beat.ts';
import { measuring } from './measure.ts';
import type { Checkpoint, EpochRecord, TrainingEnd, TrainingJob, TrainingMoment } from './job.ts';
import { lessonsOf } from './lessons.ts';
import { orderOf } from './order.ts';
import { gradientProblem, weightProblem } from './problem.ts';

type Told = { readonly record: EpochRecord; readonly checkpoint: Checkpoint };

/**
 * Beats where it begins, and where a row, a batch or an epoch is over; null at pauses. The rows of a batch are gathered one by one and learned from with the last. Whoever
 * drives it may leave off wherever it likes: the numbers stay the same. From a checkpoint it goes on exactly as it would have. The first epoch
 * told is the one that it begins with. Throws an `Error` in words where the job cannot be begun.
 */
export function* train(job: TrainingJob): Generator<Beat<TrainingMoment> | null, TrainingEnd> {
  requireRows(job);
  const { model, from, training, epochs } = job;
  const network = createNetwork(model);
  const initial = from?.parameters ?? initialParameters(network, { initialisation: job.initialisation, baseInputSize: model.inputSize });
  requireParameters(network, initial);
  const optimiser = optimisers[job.optimiser].make({ ...job.hyperparameters, learningRate: job.learningRate }, initial.length);
  if (from) optimiser.restore(from.memory);
  // The kernel wherever there can be one, however little there is to do: its numbers are the same in every browser, and after a checkpoint too.
  const learner = learnerFor(network, initial, Infinity);
  const lessons = lessonsOf(learner, training, job.batchSize, job.initialStates);
  const measure = measuring(learner, job);

  const at = { epoch: from?.epoch ?? 0, update: from?.update ?? 0, rowsDone: 0, loss: NaN, gradientNorm: NaN };
  let order = orderOf(training.length, at.epoch + 1, job.orderSeed);
  let told: Told[] = [];
  const progress = (): TrainingMoment => {
    const epochsTold = told;
    told = [];
    return { ...at, nextRow: order[at.rowsDone] ?? 0, parameters: learner.parameters.slice(), epochs: epochsTold };
  };
  const beatOf = (over: Beat<TrainingMoment>['over']): Beat<TrainingMoment> => ({ over, progress });
  const beats = { row: beatOf('row'), batch: beatOf('batch'), epoch: beatOf('epoch') };
  const tell = (measured: Pick<EpochRecord, 'training' | 'validation'>, gradientNorm: number): void => {
    const { epoch, update } = at;
    const { learningRate } = optimiser;
    const checkpoint = { epoch, update, parameters: learner.parameters.slice(), memory: optimiser.save() };
    told.push({ record: { epoch, update, ...measured, gradientNorm, learningRate }, checkpoint });
  };

  tell(yield* measure(), NaN);
  yield beatOf('start');
  while (at.epoch < epochs) {
    const rate = schedules[job.schedule].rate(job.learningRate, at.epoch, job.scheduleSettings);
    let [norms, updates] = [0, 0];
    while (at.rowsDone < training.length) {
      const rows = order.slice(at.rowsDone, at.rowsDone + job.batchSize);
      for (let k = 1; k < rows.length; k++) {
        at.rowsDone++;
        yield beats.row;
      }
      const steps = lessons(rows).steps();
      let next = steps.next();
      for (; next.done !== true; next = steps.next()) yield null;
      const { parameters, gradients } = learner;
      at.loss = next.value;
      at.gradientNorm = norm(gradients);
      if (!Number.isFinite(at.loss) || !Number.isFinite(at.gradientNorm)) {
        return { problem: gradientProblem(network, parameters, rows.map((row) => training[row]!), { ...at, rate }) };
      }
      clip(gradients, job.clipping);
      optimiser.step(parameters, gradients, rate);
      norms += at.gradientNorm;
      updates++;
      at.update++;
      at.rowsDone++;
      if (at.rowsDone < training.length) yield beats.batch;
    }
    const wrong = weightProblem(network, learner.parameters, at.update);
    if (wrong !== null) return { problem: wrong };
    const measured = yield* measure();
    at.epoch++;
    at.rowsDone = 0;
    order = orderOf(training.length, at.epoch + 1, job.orderSeed);
    tell(measured, norms / updates);
    yield beats.epoch;
  }
  return { problem: null };
}

/** Throws in words where there is nothing to learn from, or a number of the job cannot be. */
function requireRows({ training, batchSize, epochs }: TrainingJob): void {
  if (training.length === 0) throw new Error('There is no row to learn from: at least one is needed. Take a smaller share for validation, or other data.');
  if (!Number.isSafeInteger(batchSize) || batchSize < 1) throw new Error(`A batch has 1, 2, 3, … rows, but its size is ${batchSize}.`);
  if (!Number.isSafeInteger(epochs) || epochs < 0) throw new Error(`The number of epochs is 0, 1, 2, …, but it is ${epochs}.`);
}
