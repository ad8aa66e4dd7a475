// The sequences of a batch, checked against the network and laid out as steps: what is read, how long, where outputs are read.
import { targetSlot } from '../equation/program.ts';
import type { Example, Inputs } from '../model.ts';
import { decoderInputSizeOf, type Network } from '../network.ts';
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

/** Truncated backpropagation: the gradient goes back through at most `window` steps. */
export interface Truncation {
  readonly window: number;
  /** Whether the next window begins with the state of the last one, or with the initial state again. */
  readonly state: 'carried' | 'reset';
}

/** What the chains along an axis read. */
export const inputsOf = (example: Example, axis: Axis): Inputs | undefined =>
  axis === 0 ? example.inputs : example.decoderInputs;

/**
 * The sequences of an example or of a batch of them. Throws an `Error` in words when there is none, when sizes don't fit, or
 * when T is 0.
 */
export function sequencesOf(network: Network, examples: Example | readonly Example[], truncation?: Truncation): Sequence[] {
  const batch: readonly Example[] = 'inputs' in examples ? [examples] : examples;
  const [first] = batch;
  if (!first) throw new Error('There is nothing to read: the batch has 0 sequences, and at least 1 is needed.');
  if (batch.some((each) => each.inputs.kind !== first.inputs.kind || each.decoderInputs?.kind !== first.decoderInputs?.kind)) {
    throw new Error('The sequences of a batch are all one-hot or all dense, but this one has both kinds.');
  }
  return batch.map((example) => sequenceOf(network, example, batch.length, truncation));
}

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
  requireTargets(network, rows.length, example.targets);
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

/** Throws in words unless there is a target for each of R read-outs. */
function requireTargets({ model, program }: Network, R: number, targets: Float64Array): void {
  const { size } = program.slots[targetSlot]!;
  if (targets.length !== R * size) {
    throw new Error(`${R} read-outs need ${R * size} target numbers, but there are ${targets.length}.`);
  }
  if (model.loss !== 'cross_entropy') return;
  const wrong = targets.find((target) => !Number.isInteger(target) || target < 0 || target >= model.outputSize);
  if (wrong !== undefined) {
    throw new Error(`A target class is a whole number from 0 to ${model.outputSize - 1}, but one of them is ${wrong}.`);
  }
}
