// The trainer against PyTorch's optimisers: five updates of every case, from its own parameters and states.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { batchOf, examplesOf, targetsAt } from '../../../src/cli/examples.ts';
import { byName, namedParameters } from '../../../src/cli/nest.ts';
import { optimiserOf, recipes } from '../../../src/cli/optimizer.ts';
import { batchAxis, numbersAt } from '../../../src/cli/read.ts';
import type { FeedforwardCase, SequenceCase, TrainingCase } from '../../../src/cli/schema.ts';
import { parametersOf, settingOf, type Setting } from '../../../src/cli/setting.ts';
import type { Example } from '../../../src/engine/model.ts';
import { createNetwork } from '../../../src/engine/network.ts';
import type { TrainingJob } from '../../../src/engine/workshop/job.ts';
import { compare, type Tolerance } from '../../cli/compare.ts';
import { courseOf, type Course } from './trainings.ts';

const folder = new URL('../../golden/', import.meta.url);
const load = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

type Golden = SequenceCase & { readonly tolerance: Tolerance; readonly after: Readonly<Record<string, { readonly diverged: boolean }>> };

/** Word vectors are trained elsewhere; the states of 10b are another one for each sequence, and those of a training are the same for all its rows. */
const cases = readdirSync(folder).filter((name) => name.endsWith('.json') && !/^(11|10b|01-review-training)/.test(name));

const isFeedforward = (given: Golden | FeedforwardCase): given is FeedforwardCase => given.kind === 'feedforward';

/** The network of a feed-forward file, which the engine runs as a cell without a memory. */
function lookingOnce({ config: { activation, loss, inputSize, hiddenSize, outputSize, batch }, params, inputs, targets }: FeedforwardCase): { setting: Setting; examples: Example[] } {
  const network = createNetwork({ cell: `feedforward_${activation}`, topology: 'one-to-one', loss, biases: 'one', timeReduction: 'sum', inputSize, hiddenSize, outputSize });
  const named = namedParameters(network);
  const setting: Setting = { network, named, parameters: parametersOf(named, params), initialStates: {}, B: batch, topology: 'one-to-one' };
  const over = batchAxis(batch);
  const X = numbersAt(inputs, 'inputs', [...over, { size: inputSize, from: 'config.inputSize' }]);
  return { setting, examples: batchOf(batch, network.model, X, targetsAt(targets, 'targets', over, network.model)) };
}

function readFrom(given: Golden | FeedforwardCase): { setting: Setting; examples: Example[] } {
  if (isFeedforward(given)) return lookingOnce(given);
  const setting = settingOf(given.config, given);
  return { setting, examples: examplesOf(setting, given, given.config) };
}

/** From the weights of a file, in the order of the file. */
function trained({ network, parameters, initialStates }: Setting, training: readonly Example[], config: Readonly<Record<string, unknown>>, changes: Pick<TrainingJob, 'batchSize' | 'epochs'>): Course {
  const { optimiser, clipGlobalNorm } = optimiserOf(config, parameters.length);
  const states = Object.entries(initialStates).map(([symbol, values]) => [symbol, [...values.subarray(0, network.model.hiddenSize)]]);
  return courseOf({
    model: network.model,
    initialisation: { scheme: 'uniform', scale: 1, seed: 0 },
    training,
    validation: [],
    optimiser: optimiser.id,
    hyperparameters: optimiser.hyperparameters,
    learningRate: optimiser.learningRate,
    schedule: 'constant',
    clipping: { norm: clipGlobalNorm },
    orderSeed: null,
    initialStates: Object.fromEntries(states) as Record<string, number[]>,
    from: { epoch: 0, update: 0, parameters, memory: optimiser.save() },
    ...changes,
  });
}

describe('a training agrees with PyTorch', () => {
  it('in 21 cases', () => {
    expect(cases).toHaveLength(21);
  });

  it.each(cases)('on five updates by each optimiser of %s', (name) => {
    const given = load(name) as Golden;
    const { setting, examples } = readFrom(given);
    let count = 0;
    for (const [id, config] of Object.entries(recipes)) {
      if (given.after[id]!.diverged) continue;
      const { records, checkpoints, end } = trained(setting, examples, config, { batchSize: examples.length, epochs: 5 });
      expect(end.problem).toBeNull();
      const seen = {
        losses: records.map(({ training }) => training.loss),
        gradNorms: records.slice(1).map(({ gradientNorm }) => gradientNorm),
        step1: byName(setting.named, checkpoints[1]!.parameters, 'digest'),
        step5: byName(setting.named, checkpoints[5]!.parameters, 'digest'),
      };
      const { config: _, diverged: __, ...expected } = given.after[id] as Record<string, unknown>;
      const { compared, failures } = compare(seen, expected, given.tolerance);
      expect(failures.slice(0, 5).map((each) => `${id}: ${each}`)).toEqual([]);
      count += compared;
    }
    expect(count).toBeGreaterThan(100);
  });

  it('on 50 epochs over the three reviews, row by row', () => {
    const name = '01-review-training-50-epochs.json';
    const given = load(name) as TrainingCase & { readonly tolerance: Tolerance; readonly expected: { readonly evalLoss: readonly number[][]; readonly rowGradNorm: readonly number[][]; readonly paramsAfterEpoch: Readonly<Record<string, unknown>> } };
    const setting = settingOf(given.config, given);
    const rows = given.dataset.flatMap((row, k) => examplesOf(setting, row, row, `dataset[${k}].`, `dataset[${k}].`));
    const { records, checkpoints, moments } = trained(setting, rows, given.config.optimizer, { batchSize: 1, epochs: 50 });
    const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;
    const { evalLoss, rowGradNorm, paramsAfterEpoch } = given.expected;
    const seen = {
      evalLoss: records.slice(1).map(({ training }) => training.loss),
      rowGradNorm: moments.filter(({ rowsDone, update }) => update > 0 && rowsDone > 0).map(({ gradientNorm }) => gradientNorm),
      paramsAfterEpoch: Object.fromEntries(Object.keys(paramsAfterEpoch).map((epoch) => [epoch, byName(setting.named, checkpoints[Number(epoch)]!.parameters)])),
    };
    // What is told between two rows; the last row of an epoch is told as the epoch.
    const between = rowGradNorm.flatMap((norms) => norms.slice(0, -1));
    const { compared, failures } = compare(seen, { evalLoss: evalLoss.map(mean), rowGradNorm: between, paramsAfterEpoch }, given.tolerance);
    expect(failures.slice(0, 5)).toEqual([]);
    expect(compared).toBeGreaterThan(200);
  });
});
