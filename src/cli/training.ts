// The `expected` of a training case: one update a row, rows in their order, epoch after epoch.
import { norm } from '../engine/math/linear.ts';
import { clipByNorm, optimisers, type OptimiserId } from '../engine/optimisers.ts';
import { Pass } from '../engine/pass.ts';
import { createTrace } from '../engine/trace.ts';
import { bufferOf, exampleOf, networkOf, type OptimizerConfig, type TrainingCase } from './case.ts';
import { byName } from './nest.ts';

function optimiserOf({ type, momentum }: OptimizerConfig): OptimiserId {
  const known: Readonly<Record<string, OptimiserId>> = {
    SGD: momentum === undefined || momentum === 0 ? 'sgd' : 'sgd_momentum',
    Adagrad: 'adagrad',
    RMSprop: 'rmsprop',
    Adam: 'adam',
  };
  const id = known[type];
  if (!id) throw new Error(`optimizer "${type}" is not supported yet; supported are ${Object.keys(known).join(', ')}.`);
  return id;
}

export function trainingOf(given: TrainingCase): Record<string, unknown> {
  const { config } = given;
  const network = networkOf(config);
  const parameters = bufferOf(network, given.params);
  const rows = given.dataset.map((row) => {
    const trace = createTrace(network, exampleOf(row, config.inputSize));
    const pass = new Pass(trace, parameters);
    pass.start(given.h0.forward);
    return { trace, pass };
  });
  const probabilities = network.program.slots.findIndex((slot) => slot.symbol === 'p');
  const size = network.model.outputSize;
  const evaluate = (): { loss: number[]; probs: (number[] | null)[] } => {
    const loss = rows.map(({ pass }) => {
      pass.forward();
      return pass.totalLoss();
    });
    const probs = rows.map(({ trace }) => {
      const all = trace.values[probabilities];
      return all ? Array.from(all.subarray(trace.stepCount * size, (trace.stepCount + 1) * size)) : null;
    });
    return { loss, probs };
  };

  const optimiser = optimisers[optimiserOf(config.optimizer)].make(
    { learningRate: config.optimizer.lr, momentum: config.optimizer.momentum },
    parameters.length,
  );
  const before = evaluate();
  const rowLoss: number[][] = [];
  const rowGradNorm: number[][] = [];
  const evalLoss: number[][] = [];
  const evalProbs: unknown[] = [];
  const paramsAfterEpoch: Record<string, unknown> = {};
  for (let epoch = 1; epoch <= config.epochs; epoch++) {
    const losses: number[] = [];
    const norms: number[] = [];
    for (const { trace, pass } of rows) {
      pass.forward();
      losses.push(pass.totalLoss());
      pass.clearGradients();
      pass.backward();
      const gradNorm = norm(trace.parameterGradients);
      norms.push(gradNorm);
      const { clipGlobalNorm } = config.optimizer;
      if (clipGlobalNorm !== undefined) clipByNorm(trace.parameterGradients, gradNorm, clipGlobalNorm);
      optimiser.step(parameters, trace.parameterGradients);
    }
    rowLoss.push(losses);
    rowGradNorm.push(norms);
    const { loss, probs } = evaluate();
    evalLoss.push(loss);
    evalProbs.push(probs);
    paramsAfterEpoch[`${epoch}`] = byName(network, parameters);
  }
  const mean = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0) / values.length;
  return {
    initialEvalLoss: before.loss,
    initialEvalProbs: before.probs,
    rowLoss,
    rowGradNorm,
    epochLoss: rowLoss.map(mean),
    evalLoss,
    evalProbs,
    paramsAfterEpoch,
  };
}
