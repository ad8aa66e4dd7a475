// How the parameters came to be: initialise from the seed, train over the rows, then every change in its order.
// The same recipe always gives the same numbers, so a link needs no weights in it.
import { requireKnown } from '../known.ts';
import { fillBias, fillMatrix, schemes } from './initialise.ts';
import { finish } from '../learn/learner.ts';
import { clip, descend } from '../learn/optimisers.ts';
import { preparing } from '../run/prepared.ts';
import { learnerFor } from './learners.ts';
import type { Example, ParameterChange, ParameterRecipe } from '../model.ts';
import { parameterOf, type Network } from '../network.ts';

/**
 * Fills a new parameter buffer by scheme and seed; the recurrent weights are then multiplied by the scale. A forget bias, if
 * one is asked for, is the sum of a forget gate's biases: where it has two, the second one is 0. Throws an `Error` in words for
 * a scheme that is not known.
 */
export function initialParameters(network: Network, recipe: Pick<ParameterRecipe, 'initialisation' | 'baseInputSize'>): Float64Array {
  const { model, program } = network;
  const { scheme, seed, scale, forgetBias } = recipe.initialisation;
  requireKnown('scheme of the first weights', scheme, Object.keys(schemes));
  const parameters = new Float64Array(program.parameterCount);
  for (const { symbol, rows, columns, role, offset, torch, isForgetBias } of program.parameters) {
    const out = parameters.subarray(offset, offset + rows * columns);
    if (role === 'bias') {
      fillBias(out, scheme, model.hiddenSize, seed, symbol);
      if (isForgetBias && forgetBias !== undefined) out.fill(torch.includes('bias_ih') ? forgetBias : 0);
    } else {
      const fanIn = role === 'input' && !torch.startsWith('decoder.') ? recipe.baseInputSize : columns;
      fillMatrix(out, rows, columns, role, scheme, model.hiddenSize, seed, symbol, fanIn);
    }
    if (role === 'recurrent') for (let i = 0; i < out.length; i++) out[i]! *= scale;
  }
  return parameters;
}

/** Time steps of one pass over examples. */
const stepsOf = (network: Network, examples: readonly Example[]): number =>
  examples.reduce((total, { inputs }) => total + (inputs.kind === 'one-hot' ? inputs.indices.length : inputs.values.length / network.model.inputSize), 0);

type Update = Extract<ParameterChange, { kind: 'update' }>;

function* updates(network: Network, parameters: Float64Array, { example, initialStates, times, learningRate, clipping }: Update): Generator<void, void> {
  const learner = learnerFor(network, parameters, times * stepsOf(network, [example]));
  const lesson = learner.lesson(example, { initialStates });
  for (let k = 0; k < times; k++) {
    yield* lesson.steps();
    if (!clipping) learner.descend(learningRate);
    else {
      clip(learner.gradients, clipping);
      descend(learner.parameters, learner.gradients, learningRate);
    }
  }
  parameters.set(learner.parameters);
}

/** What is read is another sequence after each update, as what comes out is. */
function* freeUpdates(network: Network, parameters: Float64Array, update: Update): Generator<void, void> {
  const { example, initialStates } = update;
  for (let k = 0; k < update.times; k++) {
    const { example: read } = yield* preparing(network, parameters, { example, feeding: 'free', initialStates });
    yield* updates(network, parameters, { ...update, example: read, times: 1 });
  }
}

/** Carries out one change on the parameters, in place. Throws in words where it points at nothing. */
function* change(network: Network, parameters: Float64Array, each: ParameterChange): Generator<void, void> {
  if (each.kind === 'update') {
    yield* each.feeding === 'free' ? freeUpdates(network, parameters, each) : updates(network, parameters, each);
    return;
  }
  const slot = parameterOf(network.program, each.symbol);
  if (!slot) {
    const known = network.program.parameters.map((parameter) => parameter.symbol).join(', ');
    throw new Error(`This network has no parameter "${each.symbol}"; it has ${known}.`);
  }
  if (each.kind === 'scale') {
    for (let i = slot.offset; i < slot.offset + slot.rows * slot.columns; i++) parameters[i]! *= each.factor;
    return;
  }
  const isOneOf = (count: number, place: number): boolean => Number.isInteger(place) && place >= 1 && place <= count;
  if (!isOneOf(slot.rows, each.unit) || !isOneOf(slot.columns, each.column)) {
    throw new Error(`${each.symbol} has ${slot.rows} rows and ${slot.columns} columns, so it has no entry [${each.unit},${each.column}].`);
  }
  parameters[slot.offset + (each.unit - 1) * slot.columns + each.column - 1] = each.value;
}

/** The parameters after initialisation and training, before the changes, in a new buffer. Pauses often: see `Lesson.steps`. */
export function* trainingOf(network: Network, recipe: ParameterRecipe): Generator<void, Float64Array> {
  const initial = initialParameters(network, recipe);
  const { rows, epochs, learningRate } = recipe.training;
  if (epochs === 0) return initial;
  const learner = learnerFor(network, initial, epochs * stepsOf(network, rows));
  // Training began at zeros, whatever h_0 the reader tries out since.
  const lessons = rows.map((row) => learner.lesson(row));
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const lesson of lessons) {
      yield* lesson.steps();
      learner.descend(learningRate);
    }
  }
  return learner.parameters.slice();
}

/** Carries out the recipe's changes `from` (0-based, inclusive) to `to` (exclusive) on the parameters, in place. Pauses often. */
export function* changesOf(
  network: Network,
  recipe: ParameterRecipe,
  parameters: Float64Array,
  from = 0,
  to = recipe.changes.length,
): Generator<void, void> {
  for (const each of recipe.changes.slice(from, to)) yield* change(network, parameters, each);
}

/** The parameters that a recipe leads to, in a new buffer. */
export function parametersOf(network: Network, recipe: ParameterRecipe): Float64Array {
  const parameters = finish(trainingOf(network, recipe));
  finish(changesOf(network, recipe, parameters));
  return parameters;
}
