// What a script in another framework rebuilds: a model, its weights as named tensors, and sequences to read, all checked.
import { cells } from '../cells/index.ts';
import type { Inputs, Model } from '../model.ts';
import { createNetwork, decoderInputSizeOf } from '../network.ts';
import { topologyOf, type Chain } from '../topology/index.ts';
import { layoutOf } from './layout.ts';
import { matchTensors } from './matching.ts';
import type { NamedTensor } from './tensor.ts';

export type Rows = readonly (readonly number[])[];

/** Initial states: H numbers for each chain that begins by itself; zeros where left out. */
export type InitialStates = Readonly<Partial<Record<Chain['id'], readonly number[]>>>;

/** One sequence to read, with what should come out. */
export interface ScriptExample {
  /** T rows of X numbers. */
  readonly inputs: Rows;
  /** For `encoder-decoder` alone: a row for every step of the decoder. */
  readonly decoderInputs?: Rows | undefined;
  /** As the engine has targets: a class index a read-out for `cross_entropy`, otherwise Y numbers a read-out, one after another. */
  readonly targets: ArrayLike<number>;
  readonly h0?: InitialStates | undefined;
  /** For the LSTM alone. */
  readonly c0?: InitialStates | undefined;
}

export interface ScriptDescription {
  readonly model: Model;
  /** PyTorch's state_dict, as `stateDictOf` gives it. */
  readonly tensors: readonly NamedTensor[];
  /** At least one; the loss is the mean of theirs. */
  readonly examples: readonly ScriptExample[];
  /** Name of an .npz or .safetensors file beside the script with its weights; they stand in the script where left out. */
  readonly weightsFile?: string | undefined;
}

/** Up to this many weights are comfortably read in a script; more are better kept in a file beside it. */
export const mostInline = 5_000;

/** Inputs of the engine as rows of numbers. `size` is the length of a row: X, or that of the decoder's inputs. */
export function rowsOf(inputs: Inputs, size: number): number[][] {
  if (inputs.kind === 'one-hot') return Array.from(inputs.indices, (index) => Array.from({ length: size }, (_, k) => Number(k === index)));
  return Array.from({ length: inputs.values.length / size }, (_, t) => [...inputs.values.subarray(t * size, (t + 1) * size)]);
}

/** Whether a cell has a memory c beside its state h. */
export const hasMemory = ({ cell }: Model): boolean => cell === 'lstm';

/** The chains with a state of their own to begin with, in the order of PyTorch's directions; the decoder goes on from the encoder. */
export const startingChains = (model: Model): Chain['id'][] =>
  cells[model.cell].family === 'feedforward' ? [] : topologyOf(model).chains.filter(({ axis }) => axis === 0).map(({ id }) => id);

/** Throws an `Error` in words where weights or sequences don't fit the model. Returns PyTorch's tensors by name, in its order. */
export function checkDescription({ model, tensors, examples, weightsFile }: ScriptDescription): Map<string, NamedTensor> {
  const layout = layoutOf(createNetwork({ ...model, biases: 'two' }));
  const found = matchTensors(layout, tensors);
  if (examples.length === 0) throw new Error('A script reads at least one sequence, but there is none.');
  examples.forEach((example, k) => checkExample(model, example, examples.length === 1 ? 'The sequence' : `Sequence ${k + 1}`));
  if (weightsFile !== undefined && !/^[^/\\]+\.(npz|safetensors)$/.test(weightsFile)) {
    throw new Error(`The file of weights lies beside the script and ends in .npz or .safetensors, but its name is "${weightsFile}".`);
  }
  return new Map(layout.map(({ name }) => [name, found.get(name)!])); // all are there, or it would have thrown
}

function checkExample(model: Model, example: ScriptExample, what: string): void {
  const isSplit = model.topology === 'encoder-decoder';
  const { inputs, decoderInputs, targets, h0 = {}, c0 = {} } = example;
  checkRows(inputs, model.inputSize, `${what} has inputs`);
  if (isSplit !== (decoderInputs !== undefined)) {
    throw new Error(isSplit ? `${what} has no inputs for the decoder.` : `${what} has inputs for a decoder, but the network has none.`);
  }
  if (decoderInputs) checkRows(decoderInputs, decoderInputSizeOf(model), `${what} has decoder inputs`);

  const readouts = topologyOf(model).steps([inputs.length, decoderInputs?.length ?? 0]).filter(({ readout }) => readout).length;
  const isClass = model.loss === 'cross_entropy';
  const expected = isClass ? readouts : readouts * model.outputSize;
  if (targets.length !== expected) throw new Error(`${what} needs ${expected} target numbers for its ${readouts} read-outs, but has ${targets.length}.`);
  const strange = isClass ? Array.from(targets).find((target) => !Number.isInteger(target) || target < 0 || target >= model.outputSize) : undefined;
  if (strange !== undefined) throw new Error(`${what} has the target ${strange}, and a class from 0 to ${model.outputSize - 1} is expected.`);

  const known = startingChains(model);
  for (const [name, states] of Object.entries({ h0, c0 })) {
    for (const [chain, numbers] of Object.entries(states)) {
      if (name === 'c0' && !hasMemory(model)) throw new Error(`${what} has a c0, but the cell has no memory c.`);
      if (!known.some((id) => id === chain)) throw new Error(`${what} has a ${name} for the chain "${chain}"; those with a state to begin with: ${known.join(', ') || 'none'}.`);
      if (numbers.length !== model.hiddenSize) throw new Error(`${what} has a ${name} of ${numbers.length} numbers, but ${model.hiddenSize} are expected.`);
    }
  }
}

function checkRows(rows: Rows, size: number, what: string): void {
  if (rows.length === 0) throw new Error(`${what} of 0 steps, and at least 1 is expected.`);
  const t = rows.findIndex((row) => row.length !== size);
  if (t >= 0) throw new Error(`${what} whose step ${t + 1} is ${rows[t]!.length} numbers, but ${size} are expected.`);
}
