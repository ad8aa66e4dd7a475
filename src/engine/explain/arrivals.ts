// What reaches a value on the way back, by each of its uses: ∂L/∂ of a value of `size` units is the sum of what arrives from its
// own output, from its own step, and from the steps that go on from it.
import type { Binding, BoundInstruction } from '../run/binding.ts';
import type { Place } from '../equation/operation.ts';
import { Kept } from '../kept.ts';
import { StepIndex } from '../topology/stepIndex.ts';
import type { CellStep } from '../topology/index.ts';
import type { Sequence } from '../run/sequences.ts';
import type { Trace } from '../run/trace.ts';
import { allWays, type Use, type Way, type Ways } from '../clock/ways.ts';

/** A use with the step at which it happens. */
export interface Arrival {
  readonly use: Use;
  readonly step: CellStep;
}

const nothing = new Float64Array(0);

export class Arrivals {
  private readonly trace: Trace;
  private readonly binding: Binding;
  private readonly ways: Ways;
  private readonly b: number;
  private readonly index: StepIndex;
  /** Each instruction with its places, alone in a list. */
  private readonly bound: readonly (readonly [BoundInstruction])[];
  private readonly known = new Kept<number, Float64Array>(1024);

  /** For a trace that has been run both ways, of sequence b. */
  constructor(trace: Trace, binding: Binding, ways: Ways, b: number) {
    this.trace = trace;
    this.binding = binding;
    this.ways = ways;
    this.b = b;
    this.index = StepIndex.of((trace.sequences[b] as Sequence).steps);
    const all = new Map([...binding.cells.flat(), ...binding.readout].map((each) => [each.instruction, each]));
    this.bound = trace.network.program.instructions.map((each) => [all.get(each) as BoundInstruction]);
  }

  /** An instruction of the program with its places aimed at a step. */
  aimed(at: number, step: CellStep): BoundInstruction {
    const list = this.bound[at] as readonly [BoundInstruction];
    this.binding.aim(list, step, this.b);
    return list[0];
  }

  /** All that arrives at row t of a slot, or what arrives one way alone. */
  at(slot: number, t: number, way?: Way): Arrival[] {
    const { slots, chains, reads } = this.trace.network.program;
    const { chain, stage } = slots[slot] ?? { chain: -1, stage: 'given' };
    const found: Arrival[] = [];
    const add = (use: Use, k: number): void => {
      const step = this.index.steps[k];
      if (step) found.push({ use, step });
    };
    for (const use of this.ways.uses[slot] ?? []) {
      if (use.way === 'next' || (way !== undefined && use.way !== way)) continue;
      const user = use.instruction.chain;
      if (user < 0 && stage === 'cell') for (const k of this.index.readersOf(reads.indexOf(chain), t)) add(use, k);
      else add(use, this.index.at(user, t));
    }
    const order = way === undefined || way === 'next' ? (chains[chain]?.states.indexOf(slot) ?? -1) : -1;
    if (order < 0) return found;
    for (const k of this.index.after(chain, t)) found.push(...this.handedBack(this.index.steps[k] as CellStep, order));
    return found;
  }

  /** What one step hands back to the state that it goes on from, which is the n-th of its chain's. */
  handedBack(step: CellStep, order: number): Arrival[] {
    if (step.isCut) return [];
    // The step may be of another chain than the state, and calls it by its own name.
    const own = this.trace.network.program.chains[step.chain]?.states[order] ?? -1;
    return (this.ways.uses[own] ?? []).flatMap((use) => (use.way === 'next' ? [{ use, step }] : []));
  }

  /** The part of ∂L/∂ of row t of a slot that arrives one way: `size` numbers; null where nothing comes that way. */
  vector(slot: number, way: Way, t: number): Float64Array | null {
    const key = (t * this.trace.network.program.slots.length + slot) * allWays.length + allWays.indexOf(way);
    const known = this.known.get(key);
    if (known) return known;
    const found = this.at(slot, t, way);
    if (found.length === 0) return null;
    const vector = this.brought(slot, found);
    this.known.set(key, vector);
    return vector;
  }

  /** What some arrivals bring together to a slot: `size` numbers. */
  brought(slot: number, arrivals: readonly Arrival[]): Float64Array {
    const sum = new Float64Array(this.trace.network.program.slots[slot]?.size ?? 0);
    for (const { use, step } of arrivals) {
      const { operation, out, args } = this.aimed(use.at, step);
      // Only this operand's gradient is wanted here; the others' keep what they have.
      const places = args.map((arg, k): Place => ({ ...arg, gradients: k === use.k ? sum : nothing, gradientAt: 0 }));
      operation.backward(out, places);
    }
    return sum;
  }

  /**
   * What one use multiplies a gradient by on its way back, unit by unit: the derivative of an activation, the partner of a
   * product ⊙, 1 for a term of a sum. Not for products with a matrix, which mix the units.
   */
  slopes({ at, k }: Pick<Use, 'at' | 'k'>, step: CellStep): Float64Array {
    const { operation, out, args } = this.aimed(at, step);
    const slopes = new Float64Array(args[k]?.rows ?? 0);
    const ones = new Float64Array(out.rows).fill(1);
    const places = args.map((arg, j): Place => ({ ...arg, gradients: j === k ? slopes : nothing, gradientAt: 0 }));
    operation.backward({ ...out, gradients: ones, gradientAt: 0 }, places);
    return slopes;
  }
}
