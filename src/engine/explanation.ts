// Where a number comes from: its formula in symbols and in numbers, for values and for gradients alike, read off the program.
import { Binding, type BoundInstruction } from './binding.ts';
import { arrivalSymbol } from './clock.ts';
import { sum, type Notation } from './equation/notation.ts';
import { callOf, literal, numberOf, productOf, referred, sumOf, type Numeric } from './equation/numeric.ts';
import type { Operand, Place } from './equation/operation.ts';
import type { Argument, Instruction, ParameterSlot, Slot } from './equation/program.ts';
import { parameterOf, slotIndex, slotOf } from './network.ts';
import type { Reference } from './reference.ts';
import { notationOf, parseSymbol, roleOf } from './symbols.ts';
import { positionOfUse } from './terms.ts';
import type { CellStep } from './topology/index.ts';
import { StepIndex } from './topology/stepIndex.ts';
import { readoutRows, type Sequence, type Trace } from './trace.ts';

export interface Explanation {
  readonly reference: Reference;
  readonly value: number;
  /** The equation in symbols, as LaTeX with roles and references; null where a number is simply given. */
  readonly symbols: string | null;
  /** The same with numbers; null where a number is simply given. */
  readonly numbers: Numeric | null;
  /** What this number is, for a given one: where it comes from. */
  readonly words: string;
}

/** Whoever knows the number that a reference points at. */
export interface NumberSource {
  value(reference: Reference): number;
}

/** A use with the step at which it happens. */
interface Arrival {
  readonly use: Use;
  readonly step: CellStep;
}

interface Use {
  readonly bound: BoundInstruction;
  readonly k: number;
  readonly arg: Argument;
  readonly symbol: string;
}

export class Explainer {
  private readonly trace: Trace;
  private readonly binding: Binding;
  private readonly source: NumberSource;
  /** Which sequence of the batch is looked at. */
  private readonly b: number;
  private readonly index: StepIndex;

  /** For a trace that has been run with these parameters; `source` tells the numbers. */
  constructor(trace: Trace, parameters: Float64Array, source: NumberSource, b = 0) {
    this.trace = trace;
    this.source = source;
    this.b = b;
    this.index = new StepIndex(this.sequence.steps);
    const { gradients, parameterGradients } = trace;
    this.binding = new Binding(trace, parameters, { slots: gradients, parameters: parameterGradients, layout: 'rows' });
  }

  private get program() {
    return this.trace.network.program;
  }

  private get sequence(): Sequence {
    return this.trace.sequences[this.b] as Sequence;
  }

  private get instructions(): readonly BoundInstruction[] {
    return [...this.binding.readout, ...this.binding.cells.flat()];
  }

  /** A bias is a vector: its references have no column. */
  private columnOf(symbol: string, column: number): number | undefined {
    return parameterOf(this.program, symbol)?.role === 'bias' ? undefined : column;
  }

  /** The instructions that use a value, in the order in which their gradients are told. */
  private usesOf(index: number): Use[] {
    return this.instructions.flatMap((bound) =>
      bound.instruction.args.flatMap((arg, k) =>
        bound.hasGradient && arg.kind === 'slot' && arg.index === index && bound.operation.flowsTo(k)
          ? [{ bound, k, arg, symbol: arrivalSymbol(this.program, bound.instruction, arg) }]
          : [],
      ),
    );
  }

  /** Whether something arrives that way. */
  hasArrival(symbol: string, name: string, t: number): boolean {
    return this.arrivalsAt(symbol, t).some(({ use }) => use.symbol === name);
  }

  /** The uses of the value at time t that exist in this sequence, with the steps at which they happen. */
  private arrivalsAt(symbol: string, t: number): Arrival[] {
    const { slots, chains } = this.program;
    const index = slotIndex(this.program, symbol);
    const slot = slots[index];
    if (!slot) return [];
    const arrivals = this.usesOf(index).flatMap(({ ...use }): Arrival[] => {
      if (use.arg.kind === 'slot' && use.arg.time === 'previous') return [];
      const step = this.stepOfUse(use.bound.instruction, index, t);
      return step ? [{ use, step }] : [];
    });
    // The step that goes on from this state may be another chain's, which calls the state by its own name.
    const order = chains[slot.chain]?.states.indexOf(index) ?? -1;
    if (order < 0) return arrivals;
    const next = this.index.after(slot.chain, t).flatMap((k): Arrival[] => {
      const step = this.sequence.steps[k] as CellStep;
      if (step.isCut) return [];
      const own = chains[step.chain]?.states[order] ?? -1;
      return this.usesOf(own).flatMap((use): Arrival[] =>
        use.arg.kind === 'slot' && use.arg.time === 'previous' ? [{ use: { ...use, symbol: `d${symbol}_next` }, step }] : [],
      );
    });
    return [...arrivals, ...next];
  }

  /** The step at which an instruction uses the value of time t of a slot. */
  private stepOfUse(instruction: Instruction, slot: number, t: number): CellStep | undefined {
    if (instruction.chain >= 0) return this.index.stepAt(instruction.chain, t);
    const { stage, chain } = this.program.slots[slot] as Slot;
    if (stage !== 'cell') return this.index.stepAt(-1, t);
    const reader = this.program.reads.indexOf(chain);
    return this.sequence.steps.find(({ readout }) => readout?.stateRows[reader] === t);
  }

  /** The part of ∂L/∂ of a value that arrives one way (`dh_out`, `dh_next`); NaN where nothing comes that way. */
  arrival(symbol: string, name: string, t: number, unit: number): number {
    const found = this.arrivalsAt(symbol, t).filter(({ use }) => use.symbol === name);
    return found.length === 0 ? NaN : numberOf(this.explainArrivals(found, unit - 1));
  }

  /** What several uses bring together. */
  private explainArrivals(arrivals: readonly Arrival[], unit: number): Numeric {
    return sumOf(arrivals.map(({ use, step }) => this.explainUse(use, step, unit, 0)));
  }

  private notationOfArrivals(arrivals: readonly Arrival[]): Notation {
    const notations = arrivals.map(({ use, step }) => this.notationOfUse(use, step));
    return notations.length === 1 ? (notations[0] as Notation) : sum(notations);
  }

  private explainUse({ bound, k }: Use, step: CellStep, unit: number, column: number): Numeric {
    this.binding.aim([bound], step, this.b);
    const [out, args] = this.operandsOf(bound, step, false);
    return bound.operation.explainBackward(k, unit, column, out, args);
  }

  private notationOfUse({ bound, k }: Use, step: CellStep): Notation {
    const { operation, instruction } = bound;
    const args = instruction.args.map((arg) => this.notationOfArgument(arg, instruction, step));
    const t = this.timeOf(instruction.out, instruction, step);
    const out = this.notationOfSlot(instruction.out, t);
    return operation.backwardNotation(k, this.notationOfGradient(instruction.out, t), out, args);
  }

  /** A sum hands its gradient on unchanged: the gradient of a term of it is the gradient of the sum. */
  private gradientSlot(index: number): number {
    const user = this.program.instructions.find(
      ({ operation, args }) =>
        operation === 'add' && args.some((arg) => arg.kind === 'slot' && arg.index === index && arg.isNested),
    );
    return user ? this.gradientSlot(user.out) : index;
  }

  private notationOfGradient(index: number, t: number): Notation {
    const slot = this.program.slots[this.gradientSlot(index)] as Slot;
    return notationOf(this.trace.network, { symbol: `d${slot.symbol}`, t });
  }

  private notationOfSlot(index: number, t: number): Notation {
    return notationOf(this.trace.network, { symbol: (this.program.slots[index] as Slot).symbol, t });
  }

  /** The row of a slot that an instruction means at a step. */
  private timeOf(slot: number, { chain }: Instruction, { row, readout }: CellStep): number {
    if (chain >= 0 || !readout) return row;
    const { stage, chain: maker } = this.program.slots[slot] as Slot;
    return stage === 'cell' ? (readout.stateRows[this.program.reads.indexOf(maker)] as number) : readout.row;
  }

  /** Slot and time of an argument; the state before may be another chain's. */
  private sourceOf(arg: Argument & { kind: 'slot' }, instruction: Instruction, step: CellStep): { slot: number; t: number } {
    if (arg.time === 'now') return { slot: arg.index, t: this.timeOf(arg.index, instruction, step) };
    const { chains } = this.program;
    const order = chains[step.chain]?.states.indexOf(arg.index) ?? -1;
    return { slot: chains[step.previousChain]?.states[order] ?? arg.index, t: step.previousRow };
  }

  private notationOfArgument(arg: Argument, instruction: Instruction, step: CellStep): Notation {
    if (arg.kind === 'parameter') {
      return notationOf(this.trace.network, { symbol: (this.program.parameters[arg.index] as ParameterSlot).symbol });
    }
    if (arg.isNested) return this.notationOfInstruction(this.makerOf(arg.index) as BoundInstruction, step);
    const { slot, t } = this.sourceOf(arg, instruction, step);
    return this.notationOfSlot(slot, t);
  }

  private notationOfInstruction({ instruction, operation }: BoundInstruction, step: CellStep): Notation {
    return operation.notation(instruction.args.map((arg) => this.notationOfArgument(arg, instruction, step)));
  }

  private makerOf(index: number): BoundInstruction | undefined {
    return this.instructions.find(({ instruction }) => instruction.out === index);
  }

  /** Out and args of an instruction as operands that name their numbers; sums inside a function are written out. */
  private operandsOf(bound: BoundInstruction, step: CellStep, inline: boolean): [Operand, Operand[]] {
    const { instruction, out, args } = bound;
    const outSlot = this.program.slots[instruction.out] as Slot;
    const operand = (place: Place, slot: Slot, t: number, nested: BoundInstruction | null): Operand => ({
      place,
      value: (unit) =>
        nested
          ? this.explainForward(nested, step, unit)
          : referred(this.source.value({ symbol: slot.symbol, t, unit: unit + 1 }), { symbol: slot.symbol, t, unit: unit + 1 }),
      gradient: (unit) => {
        const { symbol } = this.program.slots[this.gradientSlot(this.program.slots.indexOf(slot))] as Slot;
        return referred(this.source.value({ symbol: `d${symbol}`, t, unit: unit + 1 }), { symbol: `d${symbol}`, t, unit: unit + 1 });
      },
    });
    const operands = instruction.args.map((arg, k): Operand => {
      const place = args[k] as Place;
      if (arg.kind === 'slot') {
        const maker = inline && arg.isNested ? this.makerOf(arg.index) : undefined;
        const nested = maker?.instruction.operation === 'add' ? maker : null;
        const { slot, t } = this.sourceOf(arg, instruction, step);
        return operand(place, this.program.slots[slot] as Slot, t, nested);
      }
      const { symbol } = this.program.parameters[arg.index] as ParameterSlot;
      const at = (unit: number, column: number): Reference => ({ symbol, unit: unit + 1, column: this.columnOf(symbol, column + 1) });
      return {
        place,
        value: (unit, column = 0) => referred(this.source.value(at(unit, column)), at(unit, column)),
        gradient: (unit, column = 0) => literal(this.source.value({ ...at(unit, column), symbol: `d${symbol}` })),
      };
    });
    return [operand(out, outSlot, this.timeOf(instruction.out, instruction, step), null), operands];
  }

  private explainForward(bound: BoundInstruction, step: CellStep, unit: number): Numeric {
    this.binding.aim([bound], step, this.b);
    const [, args] = this.operandsOf(bound, step, true);
    return bound.operation.explain(unit, args);
  }

  /** Where a number comes from. `settled` words are for given numbers. */
  explain(reference: Reference): Explanation {
    const { network } = this.trace;
    const { symbol, t, unit = 1, column = 1 } = reference;
    const { kind, base } = parseSymbol(network, symbol);
    const value = this.source.value(reference);
    const left = notationOf(network, { symbol, t });
    const told = (right: Notation, numbers: Numeric, words = ''): Explanation =>
      ({ reference, value, symbols: `${left.latex} = ${right.latex}`, numbers, words });
    const given = (words: string): Explanation => ({ reference, value, symbols: null, numbers: null, words });
    const notation = (each: Reference): Notation => notationOf(network, each);
    const valueOf = (each: Reference): Numeric => referred(this.source.value(each), each);
    const { steps, lossWeight } = this.sequence;

    switch (kind) {
      case 'parameter':
        return given(`a number of ${base}, shared by all time steps`);
      case 'value': {
        if (base === 'L' && t === undefined) {
          if (this.trace.sequences.length > 1) return given("the mean of the sequences' losses, each the sum or mean of its steps'");
          const rows = readoutRows(steps);
          const total = sumOf(rows.map((row) => valueOf({ symbol: 'L', t: row, unit: 1 })));
          const weighted = lossWeight === 1 ? total : productOf([literal(lossWeight), total]);
          return told(rows.length === 1 ? notation({ symbol: 'L', t: rows[0] }) : { latex: '\\sum_t L_t', precedence: 'sum' }, weighted);
        }
        const bound = this.makerOf(slotIndex(this.program, base));
        if (t === 0) return given(value === 0 ? 'the state before the first step: the memory is empty' : 'the state before the first step, as it was set by hand');
        const step = bound && t !== undefined ? this.index.stepAt(bound.instruction.chain, t) : undefined;
        if (!bound || !step) return given(roleOf(network, base) === 'input' ? 'the input: 1 at the row of this word, 0 elsewhere' : 'what should come out');
        return told(this.notationOfInstruction(bound, step), this.explainForward(bound, step, unit - 1), bound.instruction.words);
      }
      case 'gradient': {
        if (base === 'L') return given('the loss changes with itself one to one: the way back starts with 1 (1/R for a mean over R losses)');
        const arrivals = this.arrivalsAt(base, t ?? 0);
        if (arrivals.length === 0) return given('nothing comes back to this value');
        const ways = [...new Set(arrivals.map(({ use }) => use.symbol))];
        const right = this.notationOfArrivals(arrivals);
        // Ways with names of their own are shown as such; several uses within a step are written out.
        if (ways.length === 1) return told(right, this.explainArrivals(arrivals, unit - 1));
        return told(right, sumOf(ways.map((way) => valueOf({ symbol: way, t, unit }))));
      }
      case 'arrival': {
        const found = this.arrivalsAt(base, t ?? 0).filter(({ use }) => use.symbol === symbol);
        if (found.length === 0) return given('nothing comes back this way');
        return told(this.notationOfArrivals(found), this.explainArrivals(found, unit - 1));
      }
      case 'parameter gradient': {
        const bound = this.instructions.find((each) => positionOfUse(this.trace, each.instruction, base) >= 0);
        if (!bound) return given('nothing uses it');
        const rows = this.index.rowsOf(bound.instruction.chain);
        if (t === undefined) {
          const terms = rows.map((row) => valueOf({ symbol, t: row, unit, column: this.columnOf(base, column) }));
          const all: Notation = { latex: `\\sum_{t} ${notation({ symbol, t: undefined }).latex}\\Big|_{t}`, precedence: 'sum' };
          return told(all, sumOf(terms.reverse()), 'one term from every step that used it, added up');
        }
        const step = this.index.stepAt(bound.instruction.chain, t);
        if (!step) return given('this step does not use it');
        const use: Use = { bound, k: positionOfUse(this.trace, bound.instruction, base), arg: { kind: 'parameter', index: 0 }, symbol };
        return told(this.notationOfUse(use, step), this.explainUse(use, step, unit - 1, column - 1));
      }
      case 'running total': {
        const user = this.instructions.find((each) => positionOfUse(this.trace, each.instruction, base) >= 0);
        const rows = this.index.rowsOf(user?.instruction.chain ?? 0);
        const at = t ?? rows[0] ?? 1;
        const term = { symbol: `d${base}`, t: at, unit, column: this.columnOf(base, column) };
        const later = rows[rows.indexOf(at) + 1];
        if (later === undefined) return told(notation({ symbol: `d${base}`, t: at }), valueOf(term));
        const before = { ...term, symbol, t: later };
        return told(sum([notation({ symbol, t: later }), notation({ symbol: `d${base}`, t: at })]), sumOf([valueOf(before), valueOf(term)]));
      }
      case 'new': {
        const old = { symbol: base, unit, column: this.columnOf(base, column) };
        const slope = { ...old, symbol: `d${base}` };
        const right: Notation = { latex: `${notation({ symbol: base }).latex} - \\eta\\, ${notation({ symbol: `d${base}` }).latex}`, precedence: 'sum' };
        return told(right, sumOf([valueOf(old), productOf([literal(-1), valueOf({ symbol: 'eta' }), valueOf(slope)])]));
      }
      case 'norm': {
        const size = slotOf(this.program, base)?.size ?? 0;
        const squares = Array.from({ length: size }, (_, i): Numeric => {
          const each = valueOf({ symbol: `d${base}`, t, unit: i + 1 });
          return productOf([each, each]);
        });
        const root: Notation = { latex: `\\sqrt{\\sum_i \\left(${notation({ symbol: `d${base}`, t }).latex}\\right)_i^2}`, precedence: 'atom' };
        return told(root, callOf('sqrt', sumOf(squares)));
      }
      case 'other':
        return given(symbol === 'eta' ? 'η, the learning rate: how far one update goes' : symbol === 'factor' ? 'how much longer or shorter the gradient gets through this step' : 'this network has no such number');
    }
  }
}
