// The answer to a feed-forward case: one hidden layer and a read-out, which the engine runs as a cell without a memory for a
// single step (test/golden/README.md, section 7).
import type { CellId } from '../engine/cells/index.ts';
import { norm } from '../engine/math/linear.ts';
import { createNetwork, slotOf } from '../engine/network.ts';
import { afterOf } from './after.ts';
import { batchOf, targetsAt } from './examples.ts';
import { byName, namedParameters, nest, type Nested } from './nest.ts';
import { batchAxis, numbersAt } from './read.ts';
import { rowsOf, runOf } from './run.ts';
import type { FeedforwardCase } from './schema.ts';
import { parametersOf, type Setting } from './setting.ts';
import { trainableOf } from './trainable.ts';

const cellOf: Readonly<Record<FeedforwardCase['config']['activation'], CellId>> = {
  tanh: 'feedforward_tanh',
  relu: 'feedforward_relu',
  sigmoid: 'feedforward_sigmoid',
};

/** The schema's names beside the engine's symbols. */
const fields = [
  ['pre', 'a', 'values'],
  ['h', 'h', 'values'],
  ['logits', 'y', 'values'],
  ['probs', 'p', 'values'],
  ['dL_dlogits', 'y', 'gradients'],
  ['dL_dh', 'h', 'gradients'],
  ['dL_dpre', 'a', 'gradients'],
  ['dL_dx', 'x', 'gradients'],
] as const;

export function feedforwardOf({ config, params, inputs, targets }: FeedforwardCase): Record<string, unknown> {
  const { activation, loss, inputSize, hiddenSize, outputSize, batch } = config;
  const network = createNetwork({
    cell: cellOf[activation], topology: 'one-to-one', loss, biases: 'one', timeReduction: 'sum', inputSize, hiddenSize, outputSize,
  });
  const named = namedParameters(network);
  const setting: Setting = { network, named, parameters: parametersOf(named, params), initialStates: {}, B: batch, topology: 'one-to-one' };
  const over = batchAxis(batch);
  const X = numbersAt(inputs, 'inputs', [...over, { size: inputSize, from: 'config.inputSize' }]);
  const examples = batchOf(batch, network.model, X, targetsAt(targets, 'targets', over, network.model));
  const run = runOf(setting, examples);
  const { trace, pass } = run;
  const atItsOnlyStep = (symbol: string, what: 'values' | 'gradients'): Nested | null => {
    if (!slotOf(network.program, symbol)) return null;
    const { flat, shape } = rowsOf(run, symbol, what);
    return nest(flat, shape.slice(1));
  };
  return {
    expected: {
      ...Object.fromEntries(fields.map(([name, symbol, what]) => [name, atItsOnlyStep(symbol, what)])),
      loss: pass.totalLoss(),
      grads: byName(named, trace.parameterGradients),
      gradNorm: norm(trace.parameterGradients),
    },
    after: afterOf(() => trainableOf(setting, examples)),
  };
}
