// A program bound to arrays: every instruction with its places, which are aimed at one time step after another.
// Nothing is allocated once it is bound, so a loop over time only moves offsets.
import { noWord, stored, type Operation, type Place } from '../equation/operation.ts';
import { operationOf } from '../equation/operations.ts';
import type { Argument, Instruction, ParameterSlot, Program, ProgramChain, Slot } from '../equation/program.ts';
import { requireParameters } from '../network.ts';
import type { CellStep } from '../topology/index.ts';
import { inputsOf, type Sequence } from './sequences.ts';
import type { Trace } from './trace.ts';

export interface BoundInstruction {
  readonly instruction: Instruction;
  readonly operation: Operation;
  readonly out: Place;
  readonly args: readonly Place[];
  /** Which rows its result and its arguments stand in. */
  readonly outRow: number;
  readonly argRows: readonly number[];
  /** False where the result is only for reading: the backward pass leaves it out. */
  readonly hasGradient: boolean;
}

/** Where gradients go. `rows`: a row a time step as in the trace; `two rows`: row 0 for now, row 1 for the step before. */
interface GradientTarget {
  readonly slots: readonly Float64Array[];
  readonly parameters: Float64Array;
  readonly layout: 'rows' | 'two rows';
}

const nothing = new Float64Array(0);

export class Binding {
  /** The cell's instructions of each chain. */
  readonly cells: readonly (readonly BoundInstruction[])[];
  /** The read-out and the loss. */
  readonly readout: readonly BoundInstruction[];
  private readonly trace: Trace;
  private readonly target: GradientTarget;
  private readonly parameters: Float64Array;

  /** Throws an `Error` in words where the network has another number of parameters. */
  constructor(trace: Trace, parameters: Float64Array, target: GradientTarget) {
    requireParameters(trace.network, parameters);
    this.trace = trace;
    this.target = target;
    this.parameters = parameters;
    const { program } = trace.network;
    const { instructions, slots, chains } = program;
    const bound = instructions.map((instruction): BoundInstruction => ({
      instruction,
      operation: operationOf(instruction.operation),
      out: this.place({ kind: 'slot', index: instruction.out, time: 'now', isNested: false }),
      args: instruction.args.map((arg) => this.place(arg)),
      outRow: whichRow(program, instruction, instruction.out),
      argRows: instruction.args.map((arg) =>
        arg.kind === 'parameter' ? fixed : arg.time === 'previous' ? before : whichRow(program, instruction, arg.index),
      ),
      hasGradient: (slots[instruction.out] as Slot).hasGradient,
    }));
    this.cells = chains.map((_, c) => bound.filter((each) => each.instruction.chain === c));
    this.readout = bound.filter((each) => each.instruction.chain < 0);
  }

  /** The instructions that a step runs, in their order. */
  instructionsOf(step: CellStep): readonly BoundInstruction[] {
    const cell = this.cells[step.chain] as readonly BoundInstruction[];
    return step.readout ? [...cell, ...this.readout] : cell;
  }

  private place(arg: Argument): Place {
    const { program } = this.trace.network;
    if (arg.kind === 'parameter') {
      const { rows, columns, offset } = program.parameters[arg.index] as ParameterSlot;
      const { parameters } = this.target;
      return { values: this.parameters, at: offset, gradients: parameters, gradientAt: offset, rows, columns, hot: stored };
    }
    const { size } = program.slots[arg.index] as Slot;
    const values = this.trace.values[arg.index] as Float64Array;
    const gradients = this.target.slots[arg.index] as Float64Array;
    return { values, at: 0, gradients, gradientAt: 0, rows: size, columns: 1, hot: stored };
  }

  /** Computes what these instructions make at a step of sequence b. */
  runForward(instructions: readonly BoundInstruction[], step: CellStep, b: number): void {
    this.aim(instructions, step, b);
    for (const { operation, out, args } of instructions) operation.forward(out, args);
  }

  /** Carries gradients back through these instructions at a step of sequence b, the last one first. */
  runBackward(instructions: readonly BoundInstruction[], step: CellStep, b: number): void {
    this.aim(instructions, step, b);
    for (let i = instructions.length - 1; i >= 0; i--) {
      const { operation, out, args, hasGradient } = instructions[i] as BoundInstruction;
      if (hasGradient) operation.backward(out, args);
    }
  }

  /** Points the places of these instructions at a step of sequence b. */
  aim(instructions: readonly BoundInstruction[], step: CellStep, b = 0): void {
    for (let i = 0; i < instructions.length; i++) {
      const { instruction, out, outRow, args, argRows } = instructions[i] as BoundInstruction;
      this.point(out, rowOf(outRow, step), b);
      for (let k = 0; k < args.length; k++) {
        const which = argRows[k] as number;
        if (which === fixed) continue;
        const place = args[k] as Place;
        if (which === before) this.pointBack(place, (instruction.args[k] as { index: number }).index, step, b);
        else this.point(place, rowOf(which, step), b);
        if (which === atStep) this.pick(place, (instruction.args[k] as { index: number }).index, step, b);
      }
    }
  }

  private point(place: Place, row: number, b: number): void {
    place.at = (row * this.trace.sequences.length + b) * place.rows;
    place.gradientAt = this.target.layout === 'rows' ? place.at : 0;
  }

  /** The state before may be another chain's, and a cut step hands nothing back to it. */
  private pointBack(place: Place, slot: number, step: CellStep, b: number): void {
    const { chains } = this.trace.network.program;
    const own = (chains[step.chain] as ProgramChain).states;
    const source = (chains[step.previousChain] as ProgramChain).states[own.indexOf(slot)] as number;
    place.values = this.trace.values[source] as Float64Array;
    place.at = (step.previousRow * this.trace.sequences.length + b) * place.rows;
    if (this.target.layout === 'rows') {
      place.gradients = step.isCut ? nothing : (this.target.slots[source] as Float64Array);
      place.gradientAt = place.at;
    } else {
      place.gradientAt = place.rows;
    }
  }

  /** A one-hot input is an index. */
  private pick(place: Place, slot: number, step: CellStep, b: number): void {
    const { axis, input } = this.trace.network.program.chains[step.chain] as ProgramChain;
    if (slot !== input) return;
    const read = inputsOf((this.trace.sequences[b] as Sequence).example, axis);
    if (read?.kind !== 'one-hot') return;
    const index = read.indices[step.row - 1] as number;
    place.hot = index < 0 ? noWord : index;
  }
}

// Which row of a value an instruction means.
const fixed = -1;
const before = -2;
const atStep = 0;
const atReadout = 1;
/** The state of the k-th chain that is read out: `ofReader + k`. */
const ofReader = 2;

function rowOf(which: number, { row, readout }: CellStep): number {
  if (which === atStep || !readout) return row;
  return which === atReadout ? readout.row : (readout.stateRows[which - ofReader] as number);
}

/** A cell's values are all of its step; a read-out looks at states of steps that may be others'. */
function whichRow(program: Program, { chain }: Instruction, slot: number): number {
  if (chain >= 0) return atStep;
  const { stage, chain: maker } = program.slots[slot] as Slot;
  return stage === 'cell' ? ofReader + program.reads.indexOf(maker) : atReadout;
}
