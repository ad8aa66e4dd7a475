// The `expected` of a training case: one update a row, rows in their order, epoch after epoch (test/golden/README.md, section 6).
import { learn } from '../engine/learn/learner.ts';
import { slotOf } from '../engine/network.ts';
import { examplesOf } from './examples.ts';
import { byName, type Nested } from './nest.ts';
import { optimiserOf } from './optimizer.ts';
import { refusal } from './read.ts';
import { nested } from './sequence.ts';
import { passOf, rowsOf } from './run.ts';
import type { TrainingCase } from './schema.ts';
import { settingOf } from './setting.ts';
import { trainableOf } from './trainable.ts';

/** While all snapshots of the parameters together have no more numbers than this, there is one of every epoch. */
const allSnapshots = 1_000_000;

/** The largest number of rows in all epochs together: beyond it the answer would be longer than a text can be. */
const mostRows = 10_000_000;

/** The answer to a training case. Throws in words where the case is malformed, or the training too long. */
export function trainingOf(given: TrainingCase): Record<string, unknown> {
  const { epochs, optimizer } = given.config;
  const most = Math.floor(mostRows / given.dataset.length);
  if (epochs > most) throw refusal('config.epochs', epochs, `at most ${most}, as the answer has numbers of every row of every epoch,`);
  const setting = settingOf(given.config, given);
  const batches = given.dataset.map((row, k) => examplesOf(setting, row, row, `dataset[${k}].`, `dataset[${k}].`));
  const { named } = setting;
  const parameters = setting.parameters.slice();
  const rows = batches.map((examples) => trainableOf(setting, examples, parameters));
  const hasProbabilities = slotOf(setting.network.program, 'p') !== undefined;
  const { optimiser, clipGlobalNorm } = optimiserOf(optimizer, parameters.length);

  const readings = batches.map((examples) => passOf(setting, examples, parameters));
  const evaluate = (): { loss: number[]; probs: (Nested | null)[] } => {
    for (const { pass } of readings) pass.forward();
    return {
      loss: readings.map(({ pass }) => pass.totalLoss()),
      probs: readings.map(({ trace }) => {
        const last = trace.sequences[0]!.readoutRows.at(-1)!;
        const rowsOfBatch = hasProbabilities ? nested(rowsOf({ ...setting, trace }, 'p', 'values', [last])) : null;
        return Array.isArray(rowsOfBatch) ? (rowsOfBatch[0] as Nested) : null;
      }),
    };
  };

  const before = evaluate();
  const rowLoss: number[][] = [];
  const rowGradNorm: number[][] = [];
  const evalLoss: number[][] = [];
  const evalProbs: (Nested | null)[][] = [];
  const paramsAfterEpoch: Record<string, unknown> = {};
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const updates = rows.map((row) => learn(row, row, optimiser, { clipping: { norm: clipGlobalNorm } }));
    rowLoss.push(updates.map(({ loss }) => loss));
    rowGradNorm.push(updates.map(({ gradientNorm }) => gradientNorm));
    const { loss, probs } = evaluate();
    evalLoss.push(loss);
    evalProbs.push(probs);
    if (hasSnapshot(epoch, epochs, parameters.length)) paramsAfterEpoch[`${epoch}`] = byName(named, parameters);
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

/** Of long trainings with many parameters 1, 2, 5, 10, 20, 50, … and the last are kept. */
function hasSnapshot(epoch: number, epochs: number, parameterCount: number): boolean {
  return epochs * parameterCount <= allSnapshots || epoch === epochs || /^[125]0*$/.test(`${epoch}`);
}
