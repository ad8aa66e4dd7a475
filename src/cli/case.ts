// Reads a case of the reference schema (test/golden/README.md): its config, parameters, inputs, targets and initial states,
// never what is expected of it. What is unknown or not supported is an error that names it.
import * as v from 'valibot';
import type { CellId, Example, LossId, Model, TimeReduction, TopologyId } from '../engine/model.ts';
import { cellIds } from '../engine/cells/index.ts';
import { createNetwork, type Network } from '../engine/network.ts';
import { topologies } from '../engine/topology/index.ts';

const numbers = v.array(v.number());
const rows = v.array(numbers);
const parameterEntry = v.object({ shape: numbers, data: v.union([numbers, rows]) });

const configSchema = v.looseObject({
  cell: v.string(),
  topology: v.string(),
  bidirectional: v.boolean(),
  inputSize: v.number(),
  hiddenSize: v.number(),
  outputSize: v.number(),
  batch: v.number(),
  loss: v.string(),
  timeReduction: v.string(),
  readoutSteps: v.array(v.number()),
});

const sequenceSchema = v.looseObject({
  kind: v.literal('sequence'),
  name: v.optional(v.string(), ''),
  config: configSchema,
  params: v.record(v.string(), parameterEntry),
  inputs: rows,
  targets: v.union([numbers, rows]),
  h0: v.object({ forward: numbers }),
});

const optimizerSchema = v.looseObject({
  type: v.string(),
  lr: v.number(),
  momentum: v.optional(v.number()),
  clipGlobalNorm: v.optional(v.number()),
});

const trainingSchema = v.looseObject({
  kind: v.literal('training'),
  name: v.optional(v.string(), ''),
  config: v.looseObject({ ...configSchema.entries, readoutSteps: v.optional(v.array(v.number())), epochs: v.number(), optimizer: optimizerSchema }),
  params: v.record(v.string(), parameterEntry),
  dataset: v.array(v.looseObject({ inputs: rows, targets: v.union([numbers, rows]) })),
  h0: v.object({ forward: numbers }),
});

export type SequenceCase = v.InferOutput<typeof sequenceSchema>;
export type TrainingCase = v.InferOutput<typeof trainingSchema>;
export type OptimizerConfig = v.InferOutput<typeof optimizerSchema>;
type Config = SequenceCase['config'] | TrainingCase['config'];

const supported = {
  cell: cellIds,
  topology: Object.keys(topologies),
  loss: ['mse', 'bce', 'cross_entropy'],
  timeReduction: ['sum', 'mean'],
} as const;

/** Reads the file's JSON. Throws an `Error` in words for what is malformed or not supported. */
export function readCase(json: unknown): SequenceCase | TrainingCase {
  const kind = v.safeParse(v.looseObject({ kind: v.string() }), json);
  if (!kind.success) throw new Error('This file has no "kind": expected a case of the reference schema.');
  if (kind.output.kind !== 'sequence' && kind.output.kind !== 'training') {
    throw new Error(`kind "${kind.output.kind}" is not supported yet; supported are sequence, training.`);
  }
  refuseUnsupported(json);
  const schema = kind.output.kind === 'sequence' ? sequenceSchema : trainingSchema;
  const parsed = v.safeParse(schema, json);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new Error(`${v.getDotPath(issue) ?? 'The file'}: ${issue.message}`);
}

/** Names what is not supported before the shapes are checked, which differ for batches and other cells. */
function refuseUnsupported(json: unknown): void {
  const { config } = v.parse(v.looseObject({ config: v.looseObject({}) }, 'This file has no "config".'), json);
  for (const [name, known] of Object.entries(supported)) {
    const seen = config[name];
    if (!(known as readonly unknown[]).includes(seen)) {
      throw new Error(`${name} ${JSON.stringify(seen) ?? 'missing'} is not supported yet; supported are ${known.join(', ')}.`);
    }
  }
  if (config['bidirectional'] === true) throw new Error('bidirectional networks are not supported yet.');
  if (config['batch'] !== 1) throw new Error(`batch ${JSON.stringify(config['batch'])} is not supported yet; supported is 1.`);
}

/** The network of a case, with PyTorch's two biases. */
export function networkOf(config: Config): Network {
  const model: Model = {
    cell: config.cell as CellId,
    topology: config.topology as TopologyId,
    loss: config.loss as LossId,
    timeReduction: config.timeReduction as TimeReduction,
    biases: 'two',
    inputSize: config.inputSize,
    hiddenSize: config.hiddenSize,
    outputSize: config.outputSize,
  };
  return createNetwork(model);
}

/** One example of a case, with dense inputs, so that ∂L/∂x is computed for every entry. */
export function exampleOf({ inputs, targets }: Pick<SequenceCase, 'inputs' | 'targets'>, inputSize: number): Example {
  const wrong = inputs.findIndex((row) => row.length !== inputSize);
  if (wrong >= 0) throw new Error(`inputs[${wrong}] has ${inputs[wrong]?.length} numbers, but config.inputSize is ${inputSize}.`);
  return {
    inputs: { kind: 'dense', values: Float64Array.from(inputs.flat()) },
    targets: Float64Array.from(targets.flat()),
  };
}

/** The case's parameters in the network's one buffer. Throws when one is missing or has another shape. */
export function bufferOf(network: Network, params: SequenceCase['params']): Float64Array {
  const buffer = new Float64Array(network.program.parameterCount);
  for (const { torch, rows: height, columns, offset } of network.program.parameters) {
    const entry = params[torch];
    if (!entry) throw new Error(`params.${torch} is missing.`);
    const flat = entry.data.flat();
    const wrongRow = entry.data.find((row) => Array.isArray(row) && row.length !== columns);
    if (flat.length !== height * columns || wrongRow !== undefined) {
      throw new Error(`params.${torch} needs ${height}×${columns} numbers, but has ${flat.length}${wrongRow === undefined ? '' : ' in rows of other lengths'}.`);
    }
    buffer.set(flat, offset);
  }
  return buffer;
}
