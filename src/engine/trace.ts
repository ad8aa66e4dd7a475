// The numbers of one pass: for each symbol one array over time, (T+1) × size, row 0 the initial state; its gradient in a twin.
import type { Slot } from './equation/program.ts';
import { inputSlot, targetSlot } from './equation/program.ts';
import type { Network } from './network.ts';
import type { Example } from './model.ts';
import { topologies, type CellStep } from './topology/index.ts';

export interface Trace {
  readonly network: Network;
  /** T. */
  readonly stepCount: number;
  readonly steps: readonly CellStep[];
  readonly example: Example;
  /** One array a slot of the program, (T+1)·size numbers; empty for a one-hot x, which is an index. */
  readonly values: readonly Float64Array[];
  /** ∂L/∂ of each slot, same layout; empty where no gradient is computed. */
  readonly gradients: readonly Float64Array[];
  /** ∂L/∂ of the parameters, same layout as their buffer. */
  readonly parameterGradients: Float64Array;
}

/** The largest trace that is begun, in bytes: beyond it a browser's tab would be at risk. */
export const memoryCap = 1_500_000_000;

/** Bytes that a trace of `T` steps takes: T · (all slots and their gradients) · 8. */
export function traceBytes(network: Network, T: number): number {
  const perStep = network.program.slots.reduce((total, slot) => total + slot.size, 0);
  return (T + 1) * perStep * 2 * 8;
}

/** A trace of zeros for an example, with x, targets in place. Throws an `Error` in words when sizes don't fit or T is 0. */
export function createTrace(network: Network, example: Example): Trace {
  const { model, program } = network;
  const { inputs, targets } = example;
  const T = inputs.kind === 'one-hot' ? inputs.indices.length : inputs.values.length / model.inputSize;
  if (T < 1) throw new Error('There is nothing to read: the sequence has 0 steps, and at least 1 is needed.');
  if (!Number.isInteger(T)) {
    throw new Error(`Dense inputs need ${model.inputSize} numbers a step, but ${(inputs as { values: Float64Array }).values.length} numbers do not divide by it.`);
  }
  const bytes = traceBytes(network, T);
  if (bytes > memoryCap) {
    const megabytes = (size: number): string => `${Math.round(size / 1e6).toLocaleString('en')} MB`;
    throw new Error(
      `${T.toLocaleString('en')} steps with ${model.hiddenSize} units would need ${megabytes(bytes)}; the limit is ${megabytes(memoryCap)}. Take fewer steps or fewer units.`,
    );
  }
  if (inputs.kind === 'one-hot') {
    const wrong = inputs.indices.find((index) => index < 0 || index >= model.inputSize);
    if (wrong !== undefined) {
      throw new Error(`A one-hot input is a position from 0 to ${model.inputSize - 1}, but one of them is ${wrong}.`);
    }
  }
  const steps = topologies[model.topology].steps(T);
  const values = program.slots.map((slot) => new Float64Array(isVirtual(slot, example) ? 0 : (T + 1) * slot.size));
  const gradients = program.slots.map(
    (slot) => new Float64Array(!slot.hasGradient || isVirtual(slot, example) ? 0 : (T + 1) * slot.size),
  );
  if (inputs.kind === 'dense') values[inputSlot]!.set(inputs.values, model.inputSize);
  placeTargets(network, steps, targets, values[targetSlot]!);
  return {
    network,
    stepCount: T,
    steps,
    example,
    values,
    gradients,
    parameterGradients: new Float64Array(program.parameterCount),
  };
}

/** Weight of each step's loss in the total: 1, or 1/R for the mean over R read-outs. */
export function lossWeightOf({ network, steps }: Pick<Trace, 'network' | 'steps'>): number {
  return network.model.timeReduction === 'mean' ? 1 / steps.filter((step) => step.readsOut).length : 1;
}

/** A one-hot x is never stored. */
const isVirtual = (slot: Slot, example: Example): boolean => slot.symbol === 'x' && example.inputs.kind === 'one-hot';

function placeTargets(network: Network, steps: readonly CellStep[], targets: Float64Array, out: Float64Array): void {
  const { model } = network;
  const size = model.loss === 'cross_entropy' ? 1 : model.outputSize;
  const rows = steps.filter((step) => step.readsOut).map((step) => step.row);
  if (targets.length !== rows.length * size) {
    throw new Error(`${rows.length} read-outs need ${rows.length * size} target numbers, but there are ${targets.length}.`);
  }
  if (model.loss === 'cross_entropy') {
    const wrong = targets.find((target) => !Number.isInteger(target) || target < 0 || target >= model.outputSize);
    if (wrong !== undefined) {
      throw new Error(`A target class is a whole number from 0 to ${model.outputSize - 1}, but one of them is ${wrong}.`);
    }
  }
  rows.forEach((row, r) => out.set(targets.subarray(r * size, (r + 1) * size), row * size));
}
