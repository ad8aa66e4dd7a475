// The numbers of one pass: for each symbol one array over time, rows × B × size, row 0 the initial state; its gradient in a twin.
import { targetSlot, type Slot } from '../equation/program.ts';
import type { Example, Inputs } from '../model.ts';
import type { Network } from '../network.ts';
import type { CellStep } from '../topology/index.ts';
import { inputsOf, longestOf, sequencesOf, type Sequence, type Truncation } from './sequences.ts';

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

/**
 * A trace of zeros for an example or a batch of them, with x and targets in place. Throws an `Error` in words when sizes
 * don't fit, when T is 0, or when the memory would not be enough.
 */
export function createTrace(network: Network, examples: Example | readonly Example[], truncation?: Truncation): Trace {
  const sequences = sequencesOf(network, examples, truncation);
  const { program } = network;
  const B = sequences.length;
  const [{ example: first }] = sequences as [Sequence];
  const longest = sequences.reduce((a, b) => (b.steps.length > a.steps.length ? b : a));
  const [T, decoder] = longestOf(sequences.map(({ lengths }) => lengths));
  const rows = { 0: T + 1, 1: decoder + 1 };
  const lengthOf = (slot: Slot): number => (isVirtual(slot, first) ? 0 : rows[slot.axis] * B * slot.size);
  const values = program.slots.map((slot) => new Float64Array(lengthOf(slot)));
  const gradients = program.slots.map((slot) => new Float64Array(slot.hasGradient ? lengthOf(slot) : 0));
  sequences.forEach((sequence, b) => fill({ network, values }, sequence, B, b));
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

/**
 * A trace of another example over the arrays of one that nobody looks at any more, with x, targets and zeros to begin with in
 * place; other rows hold former numbers until they are computed. Null where the arrays have not the shape for it.
 */
export function refilled(trace: Trace, example: Example): Trace | null {
  const [first, another] = trace.sequences;
  if (!first || another || !hasShape(first.example, example)) return null;
  const { network, values } = trace;
  const sequence: Sequence = { ...first, example };
  network.program.slots.forEach(({ size }, s) => values[s]!.fill(0, 0, size));
  fill(trace, sequence, 1, 0);
  return { ...trace, sequences: [sequence], example };
}

/** Whether a network has as many steps and outputs for the one as for the other. */
function hasShape(a: Example, b: Example): boolean {
  const isLike = (one: Inputs | undefined, other: Inputs | undefined): boolean =>
    one?.kind === other?.kind && (one === undefined || other === undefined || numbersOf(one).length === numbersOf(other).length);
  return isLike(a.inputs, b.inputs) && isLike(a.decoderInputs, b.decoderInputs) && a.targets.length === b.targets.length;
}

const numbersOf = (inputs: Inputs): Int32Array | Float64Array => (inputs.kind === 'one-hot' ? inputs.indices : inputs.values);

/** Puts what is given into the place of sequence b. */
function fill({ network, values }: Pick<Trace, 'network' | 'values'>, { example, readoutRows }: Sequence, B: number, b: number): void {
  const { program } = network;
  for (const { axis, input } of program.chains) {
    const read = inputsOf(example, axis);
    if (read?.kind === 'dense') spread(read.values, program.slots[input]!.size, values[input]!, B, b);
  }
  placeTargets(network, readoutRows, example.targets, values[targetSlot]!, B, b);
}

/** A one-hot x is never stored. */
const isVirtual = ({ stage, axis, symbol }: Slot, example: Example): boolean =>
  stage === 'given' && symbol !== 'target' && inputsOf(example, axis)?.kind === 'one-hot';

/** Sets rows of `size` numbers, from row 1 on, in the place of sequence b. */
function spread(rows: Float64Array, size: number, out: Float64Array, B: number, b: number): void {
  for (let k = 0; k * size < rows.length; k++) out.set(rows.subarray(k * size, (k + 1) * size), ((k + 1) * B + b) * size);
}

function placeTargets({ program }: Network, rows: readonly number[], targets: Float64Array, out: Float64Array, B: number, b: number): void {
  const { size } = program.slots[targetSlot]!;
  rows.forEach((row, r) => out.set(targets.subarray(r * size, (r + 1) * size), (row * B + b) * size));
}
