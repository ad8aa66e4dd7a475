// The `after` of a sequence case: five updates by each optimiser, each from the case's own parameters.
import { norm } from '../engine/math/linear.ts';
import { clipByNorm, optimisers, type OptimiserId } from '../engine/optimisers.ts';
import { Pass } from '../engine/pass.ts';
import { createTrace } from '../engine/trace.ts';
import { bufferOf, exampleOf, networkOf, type SequenceCase } from './case.ts';
import { byName } from './nest.ts';

const updates = 5;
/** Beyond this a run counts as diverged, and nothing is said of it from there on. */
const limit = 1e100;

interface Recipe {
  readonly optimiser: OptimiserId;
  readonly config: Readonly<Record<string, unknown>>;
  readonly clipGlobalNorm?: number;
}

const recipes: Readonly<Record<string, Recipe>> = {
  sgd: { optimiser: 'sgd', config: { type: 'SGD', lr: 0.1 } },
  sgd_momentum: {
    optimiser: 'sgd_momentum',
    config: { type: 'SGD', lr: 0.1, momentum: 0.9, dampening: 0, nesterov: false },
  },
  adagrad: {
    optimiser: 'adagrad',
    config: { type: 'Adagrad', lr: 0.1, eps: 1e-10, lr_decay: 0, initial_accumulator_value: 0 },
  },
  rmsprop: {
    optimiser: 'rmsprop',
    config: { type: 'RMSprop', lr: 0.01, alpha: 0.99, eps: 1e-8, momentum: 0, centered: false },
  },
  adam: { optimiser: 'adam', config: { type: 'Adam', lr: 0.01, beta1: 0.9, beta2: 0.999, eps: 1e-8, amsgrad: false } },
  sgd_clip: { optimiser: 'sgd', config: { type: 'SGD', lr: 0.1, clipGlobalNorm: 1, clipEps: 1e-6 }, clipGlobalNorm: 1 },
};

export function afterOf(given: SequenceCase): Record<string, unknown> {
  return Object.fromEntries(Object.entries(recipes).map(([name, recipe]) => [name, train(given, recipe)]));
}

function train(given: SequenceCase, { optimiser, config, clipGlobalNorm }: Recipe): Record<string, unknown> {
  const network = networkOf(given.config);
  const parameters = bufferOf(network, given.params);
  const trace = createTrace(network, exampleOf(given, given.config.inputSize));
  const pass = new Pass(trace, parameters);
  pass.start(given.h0.forward);
  const { learningRate, make } = optimisers[optimiser];
  const worker = make({ learningRate }, parameters.length);
  const losses: number[] = [];
  const gradNorms: number[] = [];
  let step1: unknown = null;
  let step5: unknown = null;
  const isWild = (value: number): boolean => !(Math.abs(value) <= limit);
  const result = (diverged: boolean): Record<string, unknown> => ({ config, diverged, losses, gradNorms, step1, step5 });

  for (let s = 1; ; s++) {
    pass.forward();
    const loss = pass.totalLoss();
    if (isWild(loss)) return result(true);
    losses.push(loss);
    if (s > updates) return result(false);
    pass.clearGradients();
    pass.backward();
    const gradients = trace.parameterGradients;
    const gradNorm = norm(gradients);
    if (isWild(gradNorm)) return result(true);
    gradNorms.push(gradNorm);
    if (clipGlobalNorm !== undefined) clipByNorm(gradients, gradNorm, clipGlobalNorm);
    worker.step(parameters, gradients);
    if (parameters.some(isWild)) return result(true);
    if (s === 1) step1 = byName(network, parameters);
    if (s === updates) step5 = byName(network, parameters);
  }
}
