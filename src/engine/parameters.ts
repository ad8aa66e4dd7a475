// How the parameters came to be: initialise from the seed, train over the rows, then every change in its order.
// The same recipe always gives the same numbers, so a link needs no weights in it.
import { fillBias, fillMatrix } from './initialise.ts';
import type { Example, ParameterChange, ParameterRecipe } from './model.ts';
import { parameterOf, type Network } from './network.ts';
import { Pass } from './pass.ts';
import { createTrace } from './trace.ts';

/** Fills a new parameter buffer by scheme and seed; W_hh is then multiplied by the scale. */
export function initialParameters(network: Network, recipe: Pick<ParameterRecipe, 'initialisation' | 'baseInputSize'>): Float64Array {
  const { model, program } = network;
  const { scheme, seed, scale } = recipe.initialisation;
  const parameters = new Float64Array(program.parameterCount);
  for (const { symbol, rows, columns, role, offset } of program.parameters) {
    const out = parameters.subarray(offset, offset + rows * columns);
    if (role === 'bias') {
      fillBias(out, scheme, model.hiddenSize, seed, symbol);
    } else {
      const fanIn = role === 'input' ? recipe.baseInputSize : columns;
      fillMatrix(out, rows, columns, role, scheme, model.hiddenSize, seed, symbol, fanIn);
    }
    if (symbol === 'W_hh') for (let i = 0; i < out.length; i++) out[i]! *= scale;
  }
  return parameters;
}

/** p ← p − η ∂L/∂p for every parameter, in place: stochastic gradient descent. */
export function descend(parameters: Float64Array, gradients: Float64Array, learningRate: number): void {
  for (let i = 0; i < parameters.length; i++) parameters[i]! -= learningRate * (gradients[i] as number);
}

/** An example with its pass over a parameter buffer, to be trained on again and again without allocation. */
export class Trainer {
  private readonly pass: Pass;
  private readonly gradients: Float64Array;
  private readonly parameters: Float64Array;

  constructor(network: Network, parameters: Float64Array, example: Example, initialState: readonly number[] | undefined) {
    const trace = createTrace(network, example);
    this.pass = new Pass(trace, parameters);
    if (initialState) this.pass.start(initialState);
    this.gradients = trace.parameterGradients;
    this.parameters = parameters;
  }

  /** One update; returns the loss just before it. */
  step(learningRate: number): number {
    this.pass.forward();
    const loss = this.pass.totalLoss();
    this.pass.clearGradients();
    this.pass.backward();
    descend(this.parameters, this.gradients, learningRate);
    return loss;
  }
}

/** Carries out one change on the parameters, in place. Throws in words where it points at nothing. */
function change(network: Network, parameters: Float64Array, recipe: ParameterRecipe, each: ParameterChange): void {
  if (each.kind === 'update') {
    const trainer = new Trainer(network, parameters, each.example, recipe.initialState);
    for (let k = 0; k < each.times; k++) trainer.step(each.learningRate);
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

/** The parameters that a recipe leads to, in a new buffer. */
export function parametersOf(network: Network, recipe: ParameterRecipe): Float64Array {
  const parameters = initialParameters(network, recipe);
  const trainers = recipe.training.rows.map(
    (row) => new Trainer(network, parameters, row, recipe.initialState),
  );
  for (let epoch = 0; epoch < recipe.training.epochs; epoch++) {
    for (const trainer of trainers) trainer.step(recipe.training.learningRate);
  }
  for (const each of recipe.changes) change(network, parameters, recipe, each);
  return parameters;
}
