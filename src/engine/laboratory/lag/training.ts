// A network learns a task over a lag: Adam on fresh batches, gradients clipped to norm 1, tested now and then on sequences kept apart.
// D. Kingma and J. Ba, 2015 (Adam); R. Pascanu, T. Mikolov and Y. Bengio, 2013 (clipping).
import { clip, optimisers } from '../../learn/optimisers.ts';
import { norm } from '../../math/linear.ts';
import type { Network } from '../../network.ts';
import { learnerFor } from '../../recipe/learners.ts';
import { batchBytes, batchOf, testOf } from './batches.ts';
import { beginningOf } from './beginning.ts';
import type { LagJob, LagProgress } from './job.ts';
import { lagTasks } from './tasks.ts';
import { testing } from './testing.ts';

/** Largest global norm of the gradient. */
export const clippedNorm = 1;
/** Updates from one test to the next; the last update is tested too. */
export const testEvery = 25;
/** Bytes of batches that a learner holds: one that is laid out stays with it, so when these are full learning moves to a new learner. */
const heldBytes = 8_000_000;
const enough = 0.999;

/**
 * Tells where the training stands after each update, and `null` at pauses between, some milliseconds apart at most. Whoever drives it may
 * leave off and go on whenever it likes: the numbers stay the same, and do not depend on `held` either. Throws an `Error` in words where a number of
 * the job cannot be.
 */
export function* train(job: LagJob, held = heldBytes): Generator<LagProgress | null, void> {
  const task = lagTasks[job.task];
  const { network, parameters: initial } = beginningOf(job);
  const examples = testOf(job);
  const optimiser = optimisers.adam.make({ learningRate: job.learningRate }, initial.length);
  const batches = Math.max(1, Math.floor(held / batchBytes(job)));
  let learner = learnerOf(network, initial);

  const first = yield* testing(network, learner.parameters, task, examples);
  yield { update: 0, loss: NaN, gradientNorm: NaN, result: first, isSolved: false, problem: null };
  let wasRight = false;
  for (let update = 1; update <= job.updates; update++) {
    if (update > 1 && update % batches === 1 % batches) learner = learnerOf(network, learner.parameters.slice());
    const lesson = learner.lesson(batchOf(job, update));
    yield null;
    const steps = lesson.steps();
    let next = steps.next();
    for (; next.done !== true; next = steps.next()) yield null;
    const loss = next.value;
    const { gradients, parameters } = learner;
    const gradientNorm = norm(gradients);
    const told = { update, loss, gradientNorm, isSolved: false };
    if (!Number.isFinite(loss) || !Number.isFinite(gradientNorm)) {
      const what = Number.isFinite(loss) ? 'gradient' : 'loss';
      yield { ...told, result: null, problem: `At update ${update} the ${what} is no number any more: something grew beyond what a computer can hold. The weights are lost with it.` };
      return;
    }
    clip(gradients, { norm: clippedNorm });
    optimiser.step(parameters, gradients);
    const isTested = update % testEvery === 0 || update === job.updates;
    const result = isTested ? yield* testing(network, parameters, task, examples) : null;
    const isRight: boolean = result === null ? wasRight : result.accuracy >= enough;
    const isSolved = result !== null && isRight && wasRight;
    wasRight = isRight;
    yield { ...told, result, isSolved, problem: null };
    if (isSolved) return;
  }
}

/** The kernel wherever there can be one, however few updates: its numbers are the same in every browser. */
const learnerOf = (network: Network, parameters: Float64Array) => learnerFor(network, parameters, Infinity);
