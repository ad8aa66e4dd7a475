// How an instruction is written at one step, in symbols and with its numbers: its result, and what flows back to an operand.
// What belongs to the same equation is written out; a product with a matrix is so in symbols alone, being a sum of many terms.
import type { Arrivals } from './arrivals.ts';
import type { BoundInstruction } from '../run/binding.ts';
import type { Notation } from '../equation/notation.ts';
import { literal, referred, type Numeric } from '../equation/numeric.ts';
import type { Operand, Place } from '../equation/operation.ts';
import { operationOf } from '../equation/operations.ts';
import type { Argument, Instruction } from '../equation/program.ts';
import { neighbour, type StateBefore } from '../symbols/letters.ts';
import type { Reference } from '../reference.ts';
import { notationOf } from '../symbols/symbols.ts';
import { StepIndex } from '../topology/stepIndex.ts';
import type { CellStep } from '../topology/index.ts';
import type { Sequence } from '../run/sequences.ts';
import type { Trace } from '../run/trace.ts';
import type { Use, Ways } from '../clock/ways.ts';

/** Whoever knows the number that a reference points at. */
export interface NumberSource {
  value(reference: Reference): number;
}

export class Formulas {
  private readonly trace: Trace;
  private readonly ways: Ways;
  private readonly source: NumberSource;
  private readonly arrivals: Arrivals;
  private readonly positions: ReadonlyMap<Instruction, number>;
  /** Which state a step goes on from; it may be another chain's. */
  private readonly before: StateBefore;

  constructor(trace: Trace, ways: Ways, source: NumberSource, arrivals: Arrivals, b: number) {
    this.trace = trace;
    this.ways = ways;
    this.source = source;
    this.arrivals = arrivals;
    const { program } = trace.network;
    this.positions = new Map(program.instructions.map((each, at) => [each, at]));
    const index = StepIndex.of((trace.sequences[b] as Sequence).steps);
    const beside = neighbour(program);
    this.before = (slot, chain, t) => {
      const step = index.stepAt(chain, t);
      return step ? this.stateBefore(slot, step) : beside(slot, chain, t);
    };
  }

  private get program() {
    return this.trace.network.program;
  }

  /** A symbol at a time as LaTeX. */
  notation(reference: Reference): Notation {
    return notationOf(this.trace.network, reference, this.before);
  }

  /** A number by its reference, as a leaf that can be opened. */
  leaf(reference: Reference): Numeric {
    return referred(this.source.value(reference), reference);
  }

  /** A bias is a vector: its references have no column. */
  columnOf(parameter: number, column: number): number | undefined {
    return this.program.parameters[parameter]?.role === 'bias' ? undefined : column;
  }

  /** What an instruction makes, as the expression on the right-hand side. */
  inSymbols(instruction: Instruction, step: CellStep): Notation {
    return operationOf(instruction.operation).notation(instruction.args.map((arg) => this.argument(arg, instruction, step)));
  }

  /** The same for one unit (0-based), in numbers. */
  inNumbers(instruction: Instruction, step: CellStep, unit: number): Numeric {
    const bound = this.aimed(instruction, step);
    const numbers = bound.operation.explain(unit, this.operands(bound, step));
    // Where there is no word, nothing is added up.
    return numbers.kind === 'sum' && numbers.items.length === 0 ? literal(0) : numbers;
  }

  /** What flows back through a use, as an expression. */
  backInSymbols({ instruction, k }: Use, step: CellStep): Notation {
    const args = instruction.args.map((arg) => this.argument(arg, instruction, step));
    const [out, gradient] = [this.resultAt(instruction, step), this.gradientAt(instruction.out, this.rowOf(instruction.out, instruction, step))];
    return operationOf(instruction.operation).backwardNotation(k, this.notation(gradient), this.notation(out), args);
  }

  /** The same for one entry (0-based), in numbers. */
  backInNumbers({ instruction, k }: Use, step: CellStep, unit: number, column: number): Numeric {
    const bound = this.aimed(instruction, step);
    const t = this.rowOf(instruction.out, instruction, step);
    return bound.operation.explainBackward(k, unit, column, this.slotOperand(bound.out, instruction.out, t), this.operands(bound, step));
  }

  private aimed(instruction: Instruction, step: CellStep): BoundInstruction {
    return this.arrivals.aimed(this.positions.get(instruction) ?? -1, step);
  }

  private argument(arg: Argument, instruction: Instruction, step: CellStep): Notation {
    if (arg.kind === 'parameter') return this.notation({ symbol: this.program.parameters[arg.index]?.symbol ?? '' });
    const maker = arg.isNested ? this.ways.makers[arg.index] : undefined;
    return maker ? this.inSymbols(maker, step) : this.notation(this.sourceOf(arg, instruction, step));
  }

  private resultAt(instruction: Instruction, step: CellStep): Reference {
    return { symbol: this.symbolOf(instruction.out), t: this.rowOf(instruction.out, instruction, step) };
  }

  /** A sum hands its gradient on unchanged: the gradient of a term of it is called that of the sum. */
  private gradientAt(slot: number, t: number): Reference {
    return { symbol: `d${this.symbolOf(this.ways.sameAs[slot] ?? slot)}`, t };
  }

  private symbolOf(slot: number): string {
    return this.program.slots[slot]?.symbol ?? '';
  }

  /** The row of a slot that an instruction means at a step: a read-out has a row of its own, and looks at others' states. */
  private rowOf(slot: number, { chain }: Instruction, { row, readout }: CellStep): number {
    if (chain >= 0 || !readout) return row;
    const { slots, reads } = this.program;
    const made = slots[slot];
    return made?.stage === 'cell' ? (readout.stateRows[reads.indexOf(made.chain)] ?? row) : readout.row;
  }

  private sourceOf(arg: Argument & { readonly kind: 'slot' }, instruction: Instruction, step: CellStep): Reference {
    if (arg.time === 'previous') return this.stateBefore(arg.index, step);
    return { symbol: this.symbolOf(arg.index), t: this.rowOf(arg.index, instruction, step) };
  }

  private stateBefore(slot: number, { chain, previousChain, previousRow }: CellStep): Reference {
    const { chains } = this.program;
    const order = chains[chain]?.states.indexOf(slot) ?? -1;
    return { symbol: this.symbolOf(chains[previousChain]?.states[order] ?? slot), t: previousRow };
  }

  private operands(bound: BoundInstruction, step: CellStep): Operand[] {
    const { instruction, args } = bound;
    return instruction.args.map((arg, k): Operand => {
      const place = args[k] as Place;
      if (arg.kind === 'parameter') return this.parameterOperand(place, arg.index);
      const maker = arg.isNested ? this.ways.makers[arg.index] : undefined;
      if (maker && maker.operation !== 'multiply') {
        return { ...this.slotOperand(place, arg.index, this.rowOf(arg.index, instruction, step)), value: (unit) => this.inNumbers(maker, step, unit) };
      }
      const { symbol, t } = this.sourceOf(arg, instruction, step);
      return { ...this.slotOperand(place, arg.index, t ?? 0), value: (unit) => this.leaf({ symbol, t, unit: unit + 1 }) };
    });
  }

  private slotOperand(place: Place, slot: number, t: number): Operand {
    const gradient = this.gradientAt(slot, t);
    return {
      place,
      value: (unit) => this.leaf({ symbol: this.symbolOf(slot), t, unit: unit + 1 }),
      gradient: (unit) => this.leaf({ ...gradient, unit: unit + 1 }),
    };
  }

  private parameterOperand(place: Place, parameter: number): Operand {
    const symbol = this.program.parameters[parameter]?.symbol ?? '';
    const at = (name: string, unit: number, column = 0): Numeric =>
      this.leaf({ symbol: name, unit: unit + 1, column: this.columnOf(parameter, column + 1) });
    return { place, value: (unit, column) => at(symbol, unit, column), gradient: (unit, column) => at(`d${symbol}`, unit, column) };
  }
}
