// A program bound to arrays: every instruction with its places, which are aimed at one time step after another.
// Nothing is allocated once it is bound, so a loop over time only moves offsets.
import type { Operation, Place } from './equation/operation.ts';
import { operationOf } from './equation/operations.ts';
import { inputSlot, type Argument, type Instruction, type ParameterSlot, type Slot } from './equation/program.ts';
import type { CellStep } from './topology/index.ts';
import type { Trace } from './trace.ts';

export interface BoundInstruction {
  readonly instruction: Instruction;
  readonly operation: Operation;
  readonly out: Place;
  readonly args: readonly Place[];
  /** False where the result is only for reading: the backward pass leaves it out. */
  readonly hasGradient: boolean;
}

/** Where gradients go. `rows`: a row a time step as in the trace; `two rows`: row 0 for now, row 1 for the step before. */
export interface GradientTarget {
  readonly slots: readonly Float64Array[];
  readonly parameters: Float64Array;
  readonly layout: 'rows' | 'two rows';
}

export class Binding {
  readonly cell: readonly BoundInstruction[];
  /** The read-out and the loss. */
  readonly readout: readonly BoundInstruction[];
  private readonly trace: Trace;
  private readonly target: GradientTarget;
  private readonly parameters: Float64Array;

  constructor(trace: Trace, parameters: Float64Array, target: GradientTarget) {
    this.trace = trace;
    this.target = target;
    this.parameters = parameters;
    const bound = trace.network.program.instructions.map((instruction): BoundInstruction => ({
      instruction,
      operation: operationOf(instruction.operation),
      out: this.place({ kind: 'slot', index: instruction.out, time: 'now', isNested: false }),
      args: instruction.args.map((arg) => this.place(arg)),
      hasGradient: (trace.network.program.slots[instruction.out] as Slot).hasGradient,
    }));
    this.cell = bound.filter((each) => each.instruction.stage === 'cell');
    this.readout = bound.filter((each) => each.instruction.stage !== 'cell');
  }

  private place(arg: Argument): Place {
    const { program } = this.trace.network;
    if (arg.kind === 'parameter') {
      const { rows, columns, offset } = program.parameters[arg.index] as ParameterSlot;
      const { parameters } = this.target;
      return { values: this.parameters, at: offset, gradients: parameters, gradientAt: offset, rows, columns, hot: -1 };
    }
    const { size } = program.slots[arg.index] as Slot;
    const values = this.trace.values[arg.index] as Float64Array;
    const gradients = this.target.slots[arg.index] as Float64Array;
    return { values, at: 0, gradients, gradientAt: 0, rows: size, columns: 1, hot: -1 };
  }

  /** Points the places of these instructions at a step. */
  aim(instructions: readonly BoundInstruction[], step: CellStep): void {
    for (const { instruction, out, args } of instructions) {
      this.point(out, step.row, false);
      for (let k = 0; k < args.length; k++) {
        const arg = instruction.args[k] as Argument;
        if (arg.kind === 'parameter') continue;
        const place = args[k] as Place;
        const isPrevious = arg.time === 'previous';
        this.point(place, isPrevious ? step.previousRow : step.row, isPrevious);
        const { inputs } = this.trace.example;
        if (arg.index === inputSlot && inputs.kind === 'one-hot') place.hot = inputs.indices[step.row - 1] as number;
      }
    }
  }

  private point(place: Place, row: number, isPrevious: boolean): void {
    place.at = row * place.rows;
    if (this.target.layout === 'rows') place.gradientAt = place.at;
    else place.gradientAt = isPrevious ? place.rows : 0;
  }
}
