// Carries rows back through one step of a network: vᵀ ∂state_n/∂state_{n−1}, by the cell's own backward equations. The state of a cell with
// several parts (the LSTM's h and c) is their joint vector of S numbers.
import type { ProgramChain, Slot } from '../equation/program.ts';
import { slotIndex } from '../network.ts';
import { Binding } from '../run/binding.ts';
import type { Trace } from '../run/trace.ts';
import type { CellStep } from '../topology/index.ts';

/** A part of the joint state: where its units stand. */
export interface StatePart {
  readonly from: number;
  readonly size: number;
}

/** Gradients of one step of a chain: of the parts of its state, and of all its values. */
interface Room {
  readonly parts: readonly (StatePart & { readonly gradient: Float64Array })[];
  readonly all: readonly Float64Array[];
}

export class Carrier {
  /** S, the number of units of the joint state. */
  readonly size: number;
  private readonly trace: Trace;
  private readonly b: number;
  private readonly binding: Binding;
  private readonly gradients: readonly Float64Array[];
  private readonly rooms: readonly Room[];
  private readonly loss: number;

  /** For sequence b of a trace that has been run forwards with these parameters. */
  constructor(trace: Trace, parameters: Float64Array, b: number) {
    const { program } = trace.network;
    this.trace = trace;
    this.b = b;
    this.gradients = program.slots.map((slot) => new Float64Array(slot.hasGradient && slot.stage !== 'given' ? 2 * slot.size : 0));
    this.binding = new Binding(trace, parameters, { slots: this.gradients, parameters: new Float64Array(0), layout: 'two rows' });
    this.loss = slotIndex(program, 'L');
    this.size = this.partsOf(0).reduce((total, { size }) => total + size, 0);
    this.rooms = program.chains.map(({ states }, c) => ({
      parts: this.partsOf(c).map((part, s) => ({ ...part, gradient: this.gradients[states[s]!]! })),
      all: this.gradients.filter((_, slot) => program.slots[slot]!.chain === c),
    }));
  }

  /** The parts of the joint state, in the order of the cell's declaration. */
  partsOf(chain: number): StatePart[] {
    const { program } = this.trace.network;
    let from = 0;
    return (program.chains[chain] as ProgramChain).states.map((slot) => {
      const { size } = program.slots[slot] as Slot;
      from += size;
      return { from: from - size, size };
    });
  }

  /**
   * `rows` holds any number of rows, S numbers each, one below the other; each is carried back through the step, in place. All become NaN
   * where the step has made a state that is NaN, as after an overflow: ReLU would say that its slope there is 0.
   */
  back(rows: Float64Array, step: CellStep): void {
    if (this.isLost(step)) {
      rows.fill(NaN);
      return;
    }
    const instructions = this.binding.cells[step.chain]!;
    const { parts, all } = this.rooms[step.chain]!;
    this.binding.aim(instructions, step, this.b);
    for (let at = 0; at < rows.length; at += this.size) {
      for (const each of all) each.fill(0);
      for (const { gradient, from, size } of parts) for (let i = 0; i < size; i++) gradient[i] = rows[at + from + i]!;
      for (let i = instructions.length - 1; i >= 0; i--) {
        const { operation, out, args, hasGradient } = instructions[i]!;
        if (hasGradient) operation.backward(out, args);
      }
      // What arrives at the state before stands one row further on.
      for (const { gradient, from, size } of parts) for (let i = 0; i < size; i++) rows[at + from + i] = gradient[size + i]!;
    }
  }

  /** ∂L/∂h of the state of a chain that a step's read-out looks at, with L `weight` times that step's loss: H numbers. */
  ofReadout(step: CellStep, chain: number, weight: number): Float64Array {
    for (const each of this.gradients) each.fill(0);
    this.gradients[this.loss]![0] = weight;
    this.binding.runBackward(this.binding.readout, step, this.b);
    const [{ gradient, size }] = this.rooms[chain]!.parts as [Room['parts'][number]];
    return gradient.slice(0, size);
  }

  /** Whether a step has made a state that is not a number. */
  private isLost({ chain, row }: CellStep): boolean {
    const { network: { program }, sequences, values } = this.trace;
    for (const slot of (program.chains[chain] as ProgramChain).states) {
      const { size } = program.slots[slot] as Slot;
      const at = (row * sequences.length + this.b) * size;
      for (let i = at; i < at + size; i++) if (Number.isNaN(values[slot]![i])) return true;
    }
    return false;
  }
}
