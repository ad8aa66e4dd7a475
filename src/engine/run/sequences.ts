// The sequences of a batch, checked against the network and laid out as steps: what is read, how long, where outputs are read.
import { targetSlot } from '../equation/program.ts';
import { requireKnown } from '../known.ts';
import type { Example, Inputs } from '../model.ts';
import { decoderInputSizeOf, type Network } from '../network.ts';
import { topologyOf, truncated, type Axis, type CellStep, type Lengths } from '../topology/index.ts';
import { requireMemory } from './memory.ts';

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

/** Truncated backpropagation: the gradient goes back through at most `window` steps. */
export interface Truncation {
  readonly window: number;
  /** Whether the next window begins with the state of the last one, or with the initial state again. */
  readonly state: 'carried' | 'reset';
}

/** What the chains along an axis read. */
export const inputsOf = (example: Example, axis: Axis): Inputs | undefined =>
  axis === 0 ? example.inputs : example.decoderInputs;

/** The largest T along each axis. */
export const longestOf = (all: readonly Lengths[]): Lengths =>
  all.reduce(([T, decoder], [t, d]): Lengths => [Math.max(T, t), Math.max(decoder, d)], [0, 0]);

/**
 * The sequences of an example or of a batch of them. Throws an `Error` in words when there is none, when sizes don't fit, when
 * T is 0, or when a run over them would need more memory than there may be; nothing that grows with T has been made then.
 */
export function sequencesOf(network: Network, examples: Example | readonly Example[], truncation?: Truncation): Sequence[] {
  if (typeof examples !== 'object' || examples === null) throw new Error(`There is nothing to read: an example or a list of them is expected, but it is ${String(examples)}.`);
  const batch: readonly Example[] = 'inputs' in examples ? [examples] : examples;
  const [first] = batch;
  if (!first) throw new Error('There is nothing to read: the batch has 0 sequences, and at least 1 is needed.');
  const lengths = batch.map((example) => lengthsOf(network, example));
  if (batch.some((each) => each.inputs.kind !== first.inputs.kind || each.decoderInputs?.kind !== first.decoderInputs?.kind)) {
    throw new Error('The sequences of a batch are all one-hot or all dense, but this one has both kinds.');
  }
  const isOneHot = [first.inputs.kind === 'one-hot', first.decoderInputs?.kind === 'one-hot'] as const;
  requireMemory(network, { lengths: longestOf(lengths), B: batch.length, isOneHot });
  if (truncation) requireKnown('state of the next window', truncation.state, ['carried', 'reset']);
  return batch.map((example, b) => sequenceOf(network, example, lengths[b]!, batch.length, truncation));
}

/** T of the input and of the decoder's. Throws in words where the inputs do not fit the network. */
function lengthsOf({ model }: Network, { inputs, decoderInputs }: Example): Lengths {
  const topology = topologyOf(model);
  const isSplit = topology.chains.some(({ axis }) => axis === 1);
  const T = lengthOf(inputs, model.inputSize, 'inputs');
  if (isSplit && !decoderInputs) throw new Error('An encoder–decoder needs inputs for its decoder too: the start token, then the outputs before.');
  if (!isSplit && decoderInputs) throw new Error(`${topology.title} has no decoder, but inputs for one were given.`);
  return [T, decoderInputs ? lengthOf(decoderInputs, decoderInputSizeOf(model), "decoder's inputs") : 0];
}

/** Lays out the steps of a checked sequence, and checks its targets. */
function sequenceOf(network: Network, example: Example, lengths: Lengths, B: number, truncation: Truncation | undefined): Sequence {
  const { model } = network;
  const whole = topologyOf(model).steps(lengths);
  const steps = truncation ? truncated(whole, truncation.window, truncation.state) : whole;
  const rows = steps.flatMap(({ readout }) => (readout ? [readout.row] : [])).sort((a, b) => a - b);
  requireTargets(network, rows.length, example.targets);
  const lossWeight = (model.timeReduction === 'mean' ? 1 / rows.length : 1) / B;
  return { example, steps, lengths, readoutRows: rows, lossWeight };
}

/** Number of steps of a sequence of inputs of `size` numbers each. */
function lengthOf(inputs: Inputs, size: number, name: string): number {
  requireKnown(`kind of the ${name}`, inputs?.kind, ['one-hot', 'dense']);
  const given = inputs.kind === 'one-hot' ? inputs.indices : inputs.values;
  const [isArray, type] = inputs.kind === 'one-hot' ? [given instanceof Int32Array, 'an Int32Array'] : [given instanceof Float64Array, 'a Float64Array'];
  if (!isArray) throw new Error(`The ${name} of kind ${inputs.kind} should be ${type}, but they are ${typeName(given)}.`);
  if (given.length === 0) throw new Error('There is nothing to read: the sequence has 0 steps, and at least 1 is needed.');
  if (inputs.kind === 'dense') {
    const T = given.length / size;
    if (!Number.isInteger(T)) throw new Error(`Dense ${name} need ${size} numbers a step, but ${given.length} numbers do not divide by it.`);
    return T;
  }
  const wrong = inputs.indices.find((index) => index < -1 || index >= size);
  if (wrong !== undefined) {
    throw new Error(`A one-hot input is a position from 0 to ${size - 1}, or −1 for no word, but one of them is ${wrong}.`);
  }
  return given.length;
}

/** "Array", "undefined". */
const typeName = (value: unknown): string => (typeof value === 'object' && value !== null ? value.constructor.name : typeof value);

/** Throws in words unless there is a target for each of R read-outs. */
function requireTargets({ model, program }: Network, R: number, targets: Float64Array): void {
  const { size } = program.slots[targetSlot]!;
  if (!(targets instanceof Float64Array)) throw new Error(`The targets should be a Float64Array, but they are ${typeName(targets)}.`);
  if (targets.length !== R * size) {
    throw new Error(`${R} read-outs need ${R * size} target numbers, but there are ${targets.length}.`);
  }
  if (model.loss !== 'cross_entropy') return;
  const wrong = targets.find((target) => !Number.isInteger(target) || target < 0 || target >= model.outputSize);
  if (wrong !== undefined) {
    throw new Error(`A target class is a whole number from 0 to ${model.outputSize - 1}, but one of them is ${wrong}.`);
  }
}
