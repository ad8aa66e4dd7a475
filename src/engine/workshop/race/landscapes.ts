// The landscape of a problem: a network with the rows that it learns from, or a bowl.
import type { Lesson } from '../../learn/learner.ts';
import { clip } from '../../learn/optimisers.ts';
import { createNetwork, type Network } from '../../network.ts';
import { learnerFor } from '../../recipe/learners.ts';
import { initialParameters } from '../../recipe/parameters.ts';
import { lessonsOf } from '../lessons.ts';
import { batchesOf } from './batches.ts';
import { bowl } from './bowl.ts';
import type { NetworkProblem, RaceProblem } from './job.ts';
import type { Landscape } from './landscape.ts';

/** Rows that a loss is the mean of: it is taken after each update of each optimiser, and at every point of a slice. */
const mostMeasured = 24;
/** The race keeps the paths of all optimisers, so it cannot take networks of any size. */
const mostWeights = 50_000;

/** Throws an `Error` in words where the problem cannot be raced on. */
export function landscapeOf(problem: RaceProblem): Landscape {
  if (problem.kind === 'bowl') return bowl(problem.stretch);
  const network = createNetwork(problem.model);
  const start = initialParameters(network, { initialisation: problem.initialisation, baseInputSize: problem.model.inputSize });
  return networkLandscape(network, start, problem);
}

/** Of a network that starts with these weights. */
export function networkLandscape(network: Network, start: Float64Array, problem: Omit<NetworkProblem, 'kind' | 'model' | 'initialisation'>): Landscape {
  const { examples, batchSize, orderSeed, clipping, initialStates } = problem;
  if (examples.length === 0) throw new Error('There is no row to learn from: at least one is needed. Take a smaller share for validation, or other data.');
  if (start.length > mostWeights) {
    const counted = (count: number): string => count.toLocaleString('en');
    throw new Error(`This network has ${counted(start.length)} weights, and the race of optimisers keeps the paths of at most ${counted(mostWeights)}. Take fewer hidden units or a smaller vocabulary.`);
  }
  const batches = batchesOf({ rows: examples.length, batchSize, orderSeed });
  // The kernel wherever there can be one, however little there is to do: its numbers are the same in every browser.
  const learner = learnerFor(network, start, Infinity);
  const lessons = lessonsOf(learner, examples, batchSize, initialStates);
  const measured = spread(examples, mostMeasured);
  let measuring: Lesson | null = null;
  let batch: readonly number[] = [];
  return {
    start,
    measured: measured.length,
    rows: examples.length,
    next() {
      batch = batches.next().value;
    },
    *gradient(at, out) {
      learner.parameters.set(at);
      yield* lessons(batch).steps();
      out.set(learner.gradients);
      clip(out, clipping);
    },
    *loss(at) {
      measuring ??= learner.lesson(measured, { initialStates });
      learner.parameters.set(at);
      return (yield* measuring.looks()).loss;
    },
  };
}

/** At most so many of them, evenly spread. */
function spread<Item>(all: readonly Item[], most: number): readonly Item[] {
  if (all.length <= most) return all;
  return Array.from({ length: most }, (_, k) => all[Math.floor((k * all.length) / most)]!);
}
