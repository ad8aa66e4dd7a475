// What one network says to rows, and how well it does: forward passes alone, with pauses.
import type { Learner } from '../learn/learner.ts';
import { logistic } from '../math/logistic.ts';
import type { Example, LossId, Model } from '../model.ts';
import { createNetwork, requireParameters } from '../network.ts';
import { learnerFor } from '../recipe/learners.ts';
import type { Evaluation } from './job.ts';
import { readerOf } from './reading.ts';
import { tallyOf } from './tally.ts';
import { probabilitiesAt } from './temperature.ts';

/**
 * The latest learner that nobody uses: writing a kernel takes longer than many a question, and a network is asked again and again while it is
 * trained.
 */
let kept: { readonly name: string; readonly learner: Learner } | null = null;

/** Takes the kept learner where it is of that model, or makes one. It is given back at the end: until then nobody else computes with it. */
function takeLearner(name: string, model: Model, parameters: Float64Array): Learner {
  const found = kept?.name === name ? kept.learner : null;
  if (found) kept = null;
  const learner = found ?? learnerFor(createNetwork(model), parameters, Infinity);
  requireParameters(learner.network, parameters);
  learner.parameters.set(parameters);
  return learner;
}

/** From scores y to answers: probabilities of classes and of yes, else the numbers themselves. */
const answersBy: Readonly<Record<LossId, (y: Float64Array, Y: number) => Float64Array>> = {
  bce: (y) => y.map(logistic),
  cross_entropy(y, Y) {
    const all = new Float64Array(y.length);
    for (let from = 0; from < y.length; from += Y) all.set(probabilitiesAt(y.subarray(from, from + Y), 1), from);
    return all;
  },
  mse: (y) => y,
};

/**
 * Losses and answers of a network on rows, in their order. Throws an `Error` in words where the parameters or a row do not fit the model. Without
 * rows the loss is NaN.
 */
export function* evaluate({ model, parameters, examples }: { readonly model: Model; readonly parameters: Float64Array; readonly examples: readonly Example[] }): Generator<null, Evaluation> {
  const name = JSON.stringify(model);
  const learner = takeLearner(name, model, parameters);
  const tally = tallyOf(model);
  const answers: Float64Array[] = [];
  const read = readerOf(learner, examples, { isPassing: true });
  yield* read((row, y, loss) => {
    const answer = answersBy[model.loss](y, model.outputSize);
    answers[row] = answer;
    tally.add(examples[row]!.targets, answer, loss);
  });
  kept = { name, learner };
  return { ...tally.score(), answers, confusion: tally.confusion };
}
