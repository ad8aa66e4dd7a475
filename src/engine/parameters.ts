// How the parameters came to be: initialise from the seed, train over the rows, then every change in its order.
// The same recipe always gives the same numbers, so a link needs no weights in it.
import { fillBias, fillMatrix } from './initialise.ts';
import type { Example, ParameterChange, ParameterRecipe } from './model.ts';
import { parameterOf, type Network } from './network.ts';
import { descend } from './optimisers.ts';
import { Pass } from './pass.ts';
import { createTrace, type Trace } from './trace.ts';

/**
 * Fills a new parameter buffer by scheme and seed; the recurrent weights are then multiplied by the scale. A forget bias, if
 * one is asked for, is the sum of a forget gate's biases: where it has two, the second one is 0.
 */
export function initialParameters(network: Network, recipe: Pick<ParameterRecipe, 'initialisation' | 'baseInputSize'>): Float64Array {
  const { model, program } = network;
  const { scheme, seed, scale, forgetBias } = recipe.initialisation;
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

/** An example with its pass over a parameter buffer, to be trained on again and again without allocation. */
export class Trainer {
  private readonly trace: Trace;
  private readonly pass: Pass;
  private readonly parameters: Float64Array;

  constructor(network: Network, parameters: Float64Array, example: Example, initialState: readonly number[] | undefined) {
    this.trace = createTrace(network, example);
    this.pass = new Pass(this.trace, parameters);
    if (initialState) this.pass.start(initialState);
    this.parameters = parameters;
  }

  /** One update; returns the loss just before it. */
  step(learningRate: number): number {
    return finish(this.steps(learningRate));
  }

  /** As `step`, with a pause after each block of time steps. */
  *steps(learningRate: number): Generator<void, number> {
    const count = this.trace.steps.length;
    const block = stepsPerBlock(this.trace.network);
    for (let from = 0; from < count; from += block) {
      this.pass.forward(from, Math.min(from + block, count));
      yield;
    }
    const loss = this.pass.totalLoss();
    this.pass.clearGradients();
    for (let to = count; to > 0; to -= block) {
      this.pass.backward(Math.max(to - block, 0), to);
      yield;
    }
    descend(this.parameters, this.trace.parameterGradients, learningRate);
    return loss;
  }
}

/** How many time steps are computed between two pauses: a small fraction of a millisecond of work, and at least 1. */
export function stepsPerBlock(network: Network): number {
  return Math.max(1, Math.floor(32_768 / network.program.parameterCount));
}

/** Runs a computation with pauses to its end without any; returns its result. */
function finish<Result>(computation: Generator<void, Result>): Result {
  let next = computation.next();
  while (next.done !== true) next = computation.next();
  return next.value;
}

/** Carries out one change on the parameters, in place. Throws in words where it points at nothing. */
function* change(network: Network, parameters: Float64Array, each: ParameterChange): Generator<void, void> {
  if (each.kind === 'update') {
    const trainer = new Trainer(network, parameters, each.example, each.initialState);
    for (let k = 0; k < each.times; k++) yield* trainer.steps(each.learningRate);
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
  if (each.unit < 1 || each.unit > slot.rows || each.column < 1 || each.column > slot.columns) {
    throw new Error(`${each.symbol} has ${slot.rows} rows and ${slot.columns} columns, so it has no entry [${each.unit},${each.column}].`);
  }
  parameters[slot.offset + (each.unit - 1) * slot.columns + each.column - 1] = each.value;
}

/** The parameters after initialisation and training, before the changes, in a new buffer. Pauses often: see `stepsPerBlock`. */
export function* trainingOf(network: Network, recipe: ParameterRecipe): Generator<void, Float64Array> {
  const parameters = initialParameters(network, recipe);
  // Training began at zeros, whatever h_0 the reader tries out since.
  const trainers = recipe.training.rows.map((row) => new Trainer(network, parameters, row, undefined));
  for (let epoch = 0; epoch < recipe.training.epochs; epoch++) {
    for (const trainer of trainers) yield* trainer.steps(recipe.training.learningRate);
  }
  return parameters;
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
