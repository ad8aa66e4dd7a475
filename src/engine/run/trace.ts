// The numbers of one pass: for each symbol one array over time, rows × B × size, row 0 the initial state; its gradient in a twin.
import type { Slot } from '../equation/program.ts';
import { targetSlot } from '../equation/program.ts';
import { decoderInputSizeOf, type Network } from '../network.ts';
import type { Example, Inputs } from '../model.ts';
import { topologyOf, truncated, type Axis, type CellStep, type Lengths } from '../topology/index.ts';

/** One sequence of a batch with the steps that it takes: sequences of different lengths take different numbers of steps. */
export interface Sequence {
  readonly example: Example;
  readonly steps: readonly CellStep[];
  readonly lengths: Lengths;
  /** The rows at which outputs are read, in the order of time. */
  readonly readoutRows: readonly number[];
  /** Weight of each of its steps' losses in the total: 1, or 1/R for the mean over R read-outs, over B. */
  readonly lossWeight: number;
}

export interface Trace {
  readonly network: Network;
  /** The batch, in its order; one sequence in most of what is shown. */
  readonly sequences: readonly Sequence[];
  /** The longest sequence, the only one where B = 1, with T, its steps and its example. */
  readonly stepCount: number;
  readonly steps: readonly CellStep[];
  readonly example: Example;
  /** One array a slot of the program: number [row][b][unit]; empty for a one-hot x, which is an index. */
  readonly values: readonly Float64Array[];
  /** ∂L/∂ of each slot, same layout; empty where no gradient is computed. */
  readonly gradients: readonly Float64Array[];
  /** ∂L/∂ of the parameters, same layout as their buffer. */
  readonly parameterGradients: Float64Array;
}

/** Truncated backpropagation: the gradient goes back through at most `window` steps. */
export interface Truncation {
  readonly window: number;
  /** Whether the next window begins with the state of the last one, or with the initial state again. */
  readonly state: 'carried' | 'reset';
}

/** The largest trace that is begun, in bytes: beyond it a browser's tab would be at risk. */
export const memoryCap = 1_500_000_000;

/** Bytes that a trace of `T` steps takes: T · B · (all slots and their gradients) · 8. `decoder`: steps of the decoder. */
export function traceBytes(network: Network, T: number, B = 1, decoder = T): number {
  const rows = { 0: T + 1, 1: decoder + 1 };
  return network.program.slots.reduce((total, slot) => total + rows[slot.axis] * slot.size, 0) * B * 2 * 8;
}

/**
 * A trace of zeros for an example or a batch of them, with x and targets in place. Throws an `Error` in words when sizes
 * don't fit, when T is 0, or when the memory would not be enough.
 */
export function createTrace(network: Network, examples: Example | readonly Example[], truncation?: Truncation): Trace {
  const batch: readonly Example[] = 'inputs' in examples ? [examples] : examples;
  const B = batch.length;
  const [first] = batch;
  if (!first) throw new Error('There is nothing to read: the batch has 0 sequences, and at least 1 is needed.');
  const { model, program } = network;
  if (batch.some((each) => each.inputs.kind !== first.inputs.kind || each.decoderInputs?.kind !== first.decoderInputs?.kind)) {
    throw new Error('The sequences of a batch are all one-hot or all dense, but this one has both kinds.');
  }
  const sequences = batch.map((example) => sequenceOf(network, example, B, truncation));
  const longest = sequences.reduce((a, b) => (b.steps.length > a.steps.length ? b : a));
  const T = Math.max(...sequences.map(({ lengths }) => lengths[0]));
  const decoder = Math.max(...sequences.map(({ lengths }) => lengths[1]));
  const bytes = traceBytes(network, T, B, decoder);
  if (bytes > memoryCap) {
    const megabytes = (size: number): string => `${Math.round(size / 1e6).toLocaleString('en')} MB`;
    const many = B === 1 ? '' : ` and ${B.toLocaleString('en')} sequences at once`;
    throw new Error(
      `${T.toLocaleString('en')} steps with ${model.hiddenSize} units${many} would need ${megabytes(bytes)}; the limit is ${megabytes(memoryCap)}. Take fewer steps or fewer units.`,
    );
  }
  const rows = { 0: T + 1, 1: decoder + 1 };
  const lengthOf = (slot: Slot): number => (isVirtual(slot, first) ? 0 : rows[slot.axis] * B * slot.size);
  const values = program.slots.map((slot) => new Float64Array(lengthOf(slot)));
  const gradients = program.slots.map((slot) => new Float64Array(slot.hasGradient ? lengthOf(slot) : 0));
  sequences.forEach(({ example, readoutRows }, b) => {
    for (const { axis, input } of program.chains) {
      const read = inputsOf(example, axis);
      if (read?.kind === 'dense') spread(read.values, program.slots[input]!.size, values[input]!, B, b);
    }
    placeTargets(network, readoutRows, example.targets, values[targetSlot]!, B, b);
  });
  return {
    network,
    sequences,
    stepCount: longest.lengths[0],
    steps: longest.steps,
    example: longest.example,
    values,
    gradients,
    parameterGradients: new Float64Array(program.parameterCount),
  };
}

/** What the chains along an axis read. */
export const inputsOf = (example: Example, axis: Axis): Inputs | undefined =>
  axis === 0 ? example.inputs : example.decoderInputs;

/** Checks one sequence and lays out its steps. */
function sequenceOf(network: Network, example: Example, B: number, truncation: Truncation | undefined): Sequence {
  const { model } = network;
  const topology = topologyOf(model);
  const isSplit = topology.chains.some(({ axis }) => axis === 1);
  const T = lengthOf(example.inputs, model.inputSize, 'inputs');
  if (isSplit && !example.decoderInputs) throw new Error('An encoder–decoder needs inputs for its decoder too: the start token, then the outputs before.');
  if (!isSplit && example.decoderInputs) throw new Error(`${topology.title} has no decoder, but inputs for one were given.`);
  const decoder = example.decoderInputs ? lengthOf(example.decoderInputs, decoderInputSizeOf(model), "decoder's inputs") : 0;
  const whole = topology.steps([T, decoder]);
  const steps = truncation ? truncated(whole, truncation.window, truncation.state) : whole;
  const rows = steps.flatMap(({ readout }) => (readout ? [readout.row] : [])).sort((a, b) => a - b);
  const lossWeight = (model.timeReduction === 'mean' ? 1 / rows.length : 1) / B;
  return { example, steps, lengths: [T, decoder], readoutRows: rows, lossWeight };
}

/** Number of steps of a sequence of inputs of `size` numbers each. */
function lengthOf(inputs: Inputs, size: number, name: string): number {
  const T = inputs.kind === 'one-hot' ? inputs.indices.length : inputs.values.length / size;
  if (T < 1) throw new Error('There is nothing to read: the sequence has 0 steps, and at least 1 is needed.');
  if (inputs.kind === 'dense') {
    if (!Number.isInteger(T)) throw new Error(`Dense ${name} need ${size} numbers a step, but ${inputs.values.length} numbers do not divide by it.`);
    return T;
  }
  const wrong = inputs.indices.find((index) => index < -1 || index >= size);
  if (wrong !== undefined) {
    throw new Error(`A one-hot input is a position from 0 to ${size - 1}, or −1 for no word, but one of them is ${wrong}.`);
  }
  return T;
}

/** A one-hot x is never stored. */
const isVirtual = ({ stage, axis, symbol }: Slot, example: Example): boolean =>
  stage === 'given' && symbol !== 'target' && inputsOf(example, axis)?.kind === 'one-hot';

/** Sets rows of `size` numbers, from row 1 on, in the place of sequence b. */
function spread(rows: Float64Array, size: number, out: Float64Array, B: number, b: number): void {
  for (let k = 0; k * size < rows.length; k++) out.set(rows.subarray(k * size, (k + 1) * size), ((k + 1) * B + b) * size);
}

function placeTargets(network: Network, rows: readonly number[], targets: Float64Array, out: Float64Array, B: number, b: number): void {
  const { model } = network;
  const size = model.loss === 'cross_entropy' ? 1 : model.outputSize;
  if (targets.length !== rows.length * size) {
    throw new Error(`${rows.length} read-outs need ${rows.length * size} target numbers, but there are ${targets.length}.`);
  }
  if (model.loss === 'cross_entropy') {
    const wrong = targets.find((target) => !Number.isInteger(target) || target < 0 || target >= model.outputSize);
    if (wrong !== undefined) {
      throw new Error(`A target class is a whole number from 0 to ${model.outputSize - 1}, but one of them is ${wrong}.`);
    }
  }
  rows.forEach((row, r) => out.set(targets.subarray(r * size, (r + 1) * size), (row * B + b) * size));
}
