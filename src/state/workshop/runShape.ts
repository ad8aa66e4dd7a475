// What a run in a file has to be, part by part.
import * as v from 'valibot';
import { cellIds } from '../../engine/cells/index.ts';
import { optimisers, type OptimiserId } from '../../engine/learn/optimisers.ts';
import { schedules, type ScheduleId } from '../../engine/learn/schedules.ts';
import { schemeNames, type SchemeId } from '../../engine/recipe/schemeNames.ts';
import { topologies, type TopologyId } from '../../engine/topology/index.ts';
import { fromBase64 } from './base64.ts';
import type { TrainingRun } from './run.ts';
import type { Settings, Values } from './setting.ts';
import { dataSettings } from './settings/data.ts';
import { trainingSettings } from './settings/training.ts';

const keys = <Key extends string>(table: Readonly<Record<Key, unknown>>): Key[] => Object.keys(table) as Key[];

/** A number, or the name of one that JSON has no word for. */
const number = v.union([v.number(), v.pipe(v.picklist(['NaN', 'Infinity', '-Infinity']), v.transform(Number))]);
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const numbers = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }): Float64Array<ArrayBufferLike> => {
    const values = fromBase64(dataset.value);
    if (values) return values;
    addIssue({ message: 'Numbers of 8 bytes in base64 are expected' });
    return NEVER;
  }),
);

/** Settings of a table: each value is one that a link could hold too. What is missing is the first value. */
function settingsOf<Table extends Settings>(table: Table) {
  return v.pipe(
    v.record(v.string(), v.union([v.string(), number, v.boolean(), v.null()])),
    v.check((values) => Object.entries(table).every(([key, setting]) => !(key in values) || isValue(setting, values[key])), 'A setting is out of its range'),
    v.transform((values): Values<Table> => Object.fromEntries(Object.entries(table).map(([key, { first }]) => [key, key in values ? values[key] : first])) as Values<Table>),
  );
}

function isValue({ first, write, read }: Settings[string], value: unknown): boolean {
  if (value !== null && first !== null && typeof value !== typeof first) return false;
  try {
    return read(write(value as never)) === value;
  } catch {
    return false;
  }
}

export const scoreShape = v.object({ loss: number, accuracy: v.nullable(number) });
const amount = v.pipe(v.number(), v.minValue(0));

const job = v.object({
  model: v.object({
    cell: v.picklist(cellIds),
    topology: v.picklist(keys<TopologyId>(topologies)),
    loss: v.picklist(['bce', 'cross_entropy', 'mse']),
    biases: v.picklist(['one', 'two']),
    timeReduction: v.picklist(['sum', 'mean']),
    inputSize: whole,
    hiddenSize: whole,
    outputSize: whole,
    bidirectional: v.optional(v.boolean()),
    decoderInputSize: v.optional(whole),
  }),
  initialisation: v.object({ scheme: v.picklist(keys<SchemeId>(schemeNames)), scale: v.number(), seed: whole, forgetBias: v.optional(v.number()) }),
  optimiser: v.picklist(keys<OptimiserId>(optimisers)),
  hyperparameters: v.optional(v.record(v.string(), v.number())),
  learningRate: amount,
  schedule: v.picklist(keys<ScheduleId>(schedules)),
  scheduleSettings: v.optional(v.record(v.string(), v.number())),
  clipping: v.object({ norm: v.optional(amount), value: v.optional(amount) }),
  batchSize: whole,
  epochs: whole,
  orderSeed: v.nullable(whole),
});

const checkpoint = v.object({
  epoch: whole,
  update: whole,
  parameters: numbers,
  memory: v.object({ id: v.picklist(keys<OptimiserId>(optimisers)), count: whole, learningRate: amount, values: v.array(numbers) }),
});

export const recordShape = v.object({ epoch: whole, update: whole, training: scoreShape, validation: v.nullable(scoreShape), gradientNorm: number, learningRate: number });

export const settingsShape = v.object({ data: settingsOf(dataSettings), training: settingsOf(trainingSettings) });

export const runShape: v.GenericSchema<unknown, TrainingRun> = v.object({
  id: v.pipe(v.string(), v.regex(/^run-[\w-]{1,60}$/)),
  name: v.pipe(v.string(), v.maxLength(400)),
  created: v.number(),
  settings: settingsShape,
  title: v.string(),
  parent: v.nullable(v.object({ run: v.string(), name: v.string(), epoch: whole })),
  status: v.picklist(['running', 'paused', 'done', 'stopped', 'failed']),
  words: v.string(),
  note: v.optional(v.string()),
  records: v.array(recordShape),
  checkpoints: v.array(checkpoint),
  job,
});
