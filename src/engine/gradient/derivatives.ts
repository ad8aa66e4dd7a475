// Partial beside total derivative: how one value of the network moves with every parameter when the states before are held
// fixed, and when they move along. ∂v/∂θ = Σ_k ∂v/∂h_k · ∂⁺h_k/∂θ, where ∂⁺ holds h_{k−1} fixed.
// Werbos (1990), "Backpropagation through time", on ordered derivatives; Pascanu, Mikolov, Bengio (2013), eq. 3 to 5.
import { Binding } from '../run/binding.ts';
import { slotIndex } from '../network.ts';
import type { Reference } from '../reference.ts';
import type { CellStep } from '../topology/index.ts';
import { StepIndex } from '../topology/stepIndex.ts';
import { sequenceAt } from '../run/rows.ts';
import type { Trace } from '../run/trace.ts';

export interface Derivatives {
  /** With the states before held fixed: what its own step does to it. In the layout of the parameters. */
  readonly partial: Float64Array;
  /** Through all steps. Same layout. */
  readonly total: Float64Array;
}

/**
 * ∂v/∂θ for the value v that a reference points at (symbol, t from 1, unit from 1), of sequence b of a trace that has been
 * run forwards with these parameters. Throws in words where there is no such value, or no derivative of it is defined.
 */
export function derivativesOf(trace: Trace, parameters: Float64Array, { symbol, t = 1, unit = 1 }: Reference, b = 0): Derivatives {
  const { program } = trace.network;
  const at = slotIndex(program, symbol);
  const slot = program.slots[at];
  const { steps } = sequenceAt(trace, b);
  const index = StepIndex.of(steps);
  const position = slot ? index.at(slot.chain, t) : -1;
  if (!slot || slot.stage === 'given' || position < 0 || !Number.isInteger(unit) || unit < 1 || unit > slot.size) {
    throw new Error(`This network computes no number ${symbol} at t = ${t} with unit ${unit}.`);
  }
  if (!slot.hasGradient) throw new Error(`${symbol} is only for reading, no gradient goes through it; ask for the score y or the loss L.`);

  const own = steps[position] as CellStep;
  const sweep = (through: readonly CellStep[]): Float64Array => {
    const gradients = trace.gradients.map((each) => new Float64Array(each.length));
    const total = new Float64Array(parameters.length);
    const binding = new Binding(trace, parameters, { slots: gradients, parameters: total, layout: 'rows' });
    gradients[at]![(t * trace.sequences.length + b) * slot.size + unit - 1] = 1;
    if (slot.chain < 0) binding.runBackward(binding.readout, own, b);
    for (const step of through) binding.runBackward(binding.cells[step.chain]!, step, b);
    return total;
  };
  // A read-out looks at one state of each chain that it reads; the steps that make them are its own.
  const last =
    slot.chain >= 0
      ? [own]
      : program.reads.flatMap((chain, r) => index.stepAt(chain, own.readout?.stateRows[r] ?? -1) ?? []);
  return { partial: sweep(last), total: sweep(steps.slice(0, position + 1).reverse()) };
}
