// Where a number comes from: its formula in symbols and in numbers, for values and for gradients alike, read off the program.
import { Binding, type BoundInstruction } from './binding.ts';
import { arrivalSymbol } from './clock.ts';
import { sum, type Notation } from './equation/notation.ts';
import { callOf, literal, numberOf, productOf, referred, sumOf, type Numeric } from './equation/numeric.ts';
import type { Operand, Place } from './equation/operation.ts';
import type { Argument, ParameterSlot, Slot } from './equation/program.ts';
import { parameterOf, slotOf } from './network.ts';
import type { Reference } from './reference.ts';
import { notationOf, parseSymbol } from './symbols.ts';
import { positionOfUse } from './terms.ts';
import type { CellStep } from './topology/index.ts';
import type { Trace } from './trace.ts';

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
  private readonly lossWeight: number;

  /** For a trace that has been run with these parameters; `source` tells the numbers. */
  constructor(trace: Trace, parameters: Float64Array, lossWeight: number, source: NumberSource) {
    this.trace = trace;
    this.source = source;
    this.lossWeight = lossWeight;
    const { gradients, parameterGradients } = trace;
    this.binding = new Binding(trace, parameters, { slots: gradients, parameters: parameterGradients, layout: 'rows' });
  }

  private get program() {
    return this.trace.network.program;
  }

  /** A bias is a vector: its references have no column. */
  private columnOf(symbol: string, column: number): number | undefined {
    return parameterOf(this.program, symbol)?.role === 'bias' ? undefined : column;
  }

  private stepAt(t: number): CellStep {
    return this.trace.steps[t - 1] as CellStep;
  }

  /** The instructions that use a value, with the time step at which the use of the value of time t happens. */
  private usesOf(symbol: string): Use[] {
    const index = this.program.slots.findIndex((slot) => slot.symbol === symbol);
    return [...this.binding.readout, ...this.binding.cell].flatMap((bound) =>
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

  /** The uses of the value at time t that exist in this sequence, with their steps. */
  private arrivalsAt(symbol: string, t: number): { use: Use; step: CellStep }[] {
    return this.usesOf(symbol).flatMap((use) => {
      const isPrevious = use.arg.kind === 'slot' && use.arg.time === 'previous';
      const step = this.trace.steps[isPrevious ? t : t - 1];
      if (!step || (use.bound.instruction.stage !== 'cell' && !step.readsOut)) return [];
      return [{ use, step }];
    });
  }

  /** The part of ∂L/∂ of a value that arrives one way (`dh_out`, `dh_next`); NaN where nothing comes that way. */
  arrival(symbol: string, name: string, t: number, unit: number): number {
    const found = this.arrivalsAt(symbol, t).find(({ use }) => use.symbol === name);
    return found ? numberOf(this.explainUse(found.use, found.step, unit - 1, 0)) : NaN;
  }

  private explainUse({ bound, k }: Use, step: CellStep, unit: number, column: number): Numeric {
    this.binding.aim([bound], step);
    const [out, args] = this.operandsOf(bound, step, false);
    return bound.operation.explainBackward(k, unit, column, out, args);
  }

  private notationOfUse({ bound, k }: Use, step: CellStep): Notation {
    const { operation, instruction } = bound;
    const args = instruction.args.map((arg) => this.notationOfArgument(arg, step));
    const out = this.notationOfSlot(instruction.out, step.row);
    return operation.backwardNotation(k, this.notationOfGradient(instruction.out, step.row), out, args);
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

  private notationOfArgument(arg: Argument, step: CellStep): Notation {
    if (arg.kind === 'parameter') {
      return notationOf(this.trace.network, { symbol: (this.program.parameters[arg.index] as ParameterSlot).symbol });
    }
    if (arg.isNested) return this.notationOfInstruction(this.makerOf(arg.index) as BoundInstruction, step);
    return this.notationOfSlot(arg.index, arg.time === 'now' ? step.row : step.previousRow);
  }

  private notationOfInstruction({ instruction, operation }: BoundInstruction, step: CellStep): Notation {
    return operation.notation(instruction.args.map((arg) => this.notationOfArgument(arg, step)));
  }

  private makerOf(index: number): BoundInstruction | undefined {
    return [...this.binding.cell, ...this.binding.readout].find(({ instruction }) => instruction.out === index);
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
        return operand(place, this.program.slots[arg.index] as Slot, arg.time === 'now' ? step.row : step.previousRow, nested);
      }
      const { symbol } = this.program.parameters[arg.index] as ParameterSlot;
      const at = (unit: number, column: number): Reference => ({ symbol, unit: unit + 1, column: this.columnOf(symbol, column + 1) });
      return {
        place,
        value: (unit, column = 0) => referred(this.source.value(at(unit, column)), at(unit, column)),
        gradient: (unit, column = 0) => literal(this.source.value({ ...at(unit, column), symbol: `d${symbol}` })),
      };
    });
    return [operand(out, outSlot, step.row, null), operands];
  }

  private explainForward(bound: BoundInstruction, step: CellStep, unit: number): Numeric {
    this.binding.aim([bound], step);
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
    const steps = this.trace.steps;

    switch (kind) {
      case 'parameter':
        return given(`a number of ${base}, shared by all time steps`);
      case 'value': {
        if (base === 'L' && t === undefined) {
          const rows = steps.filter((step) => step.readsOut).map((step) => step.row);
          const total = sumOf(rows.map((row) => valueOf({ symbol: 'L', t: row, unit: 1 })));
          const weighted = this.lossWeight === 1 ? total : productOf([literal(this.lossWeight), total]);
          return told(rows.length === 1 ? notation({ symbol: 'L', t: rows[0] }) : { latex: '\\sum_t L_t', precedence: 'sum' }, weighted);
        }
        if (t === 0) return given(value === 0 ? 'the state before the first step: the memory is empty' : 'the state before the first step, as it was set by hand');
        const bound = this.makerOf(this.program.slots.indexOf(slotOf(this.program, base) as Slot));
        if (!bound || t === undefined) return given(base === 'x' ? 'the input: 1 at the row of this word, 0 elsewhere' : 'what should come out');
        const step = this.stepAt(t);
        return told(this.notationOfInstruction(bound, step), this.explainForward(bound, step, unit - 1), bound.instruction.words);
      }
      case 'gradient': {
        if (base === 'L') return given('the loss changes with itself one to one: the way back starts with 1 (1/R for a mean over R losses)');
        const arrivals = this.arrivalsAt(base, t ?? 0);
        if (arrivals.length === 0) return given('nothing comes back to this value');
        const right = arrivals.length === 1 ? undefined : sum(arrivals.map(({ use, step }) => this.notationOfUse(use, step)));
        const [first] = arrivals;
        if (!right && first) {
          return told(this.notationOfUse(first.use, first.step), this.explainUse(first.use, first.step, unit - 1, 0));
        }
        return told(right as Notation, sumOf(arrivals.map(({ use }) => valueOf({ symbol: use.symbol, t, unit }))));
      }
      case 'arrival': {
        const found = this.arrivalsAt(base, t ?? 0).find(({ use }) => use.symbol === symbol);
        if (!found) return given('nothing comes back this way');
        return told(this.notationOfUse(found.use, found.step), this.explainUse(found.use, found.step, unit - 1, 0));
      }
      case 'parameter gradient': {
        const users = [...this.binding.readout, ...this.binding.cell].filter((each) => positionOfUse(this.trace, each.instruction, base) >= 0);
        const rows = steps.filter((step) => step.readsOut || users.some((each) => each.instruction.stage === 'cell'));
        if (t === undefined) {
          const terms = rows.map((step) => valueOf({ symbol, t: step.row, unit, column: this.columnOf(base, column) }));
          const all: Notation = { latex: `\\sum_{t} ${notation({ symbol, t: undefined }).latex}\\Big|_{t}`, precedence: 'sum' };
          return told(all, sumOf(terms.reverse()), 'one term from every step that used it, added up');
        }
        const step = this.stepAt(t);
        const [bound] = users;
        if (!bound || (bound.instruction.stage !== 'cell' && !step.readsOut)) return given('this step does not use it');
        const use: Use = { bound, k: positionOfUse(this.trace, bound.instruction, base), arg: { kind: 'parameter', index: 0 }, symbol };
        return told(this.notationOfUse(use, step), this.explainUse(use, step, unit - 1, column - 1));
      }
      case 'running total': {
        const at = t ?? 1;
        const term = { symbol: `d${base}`, t: at, unit, column: this.columnOf(base, column) };
        if (at >= this.trace.stepCount) return told(notation({ symbol: `d${base}`, t: at }), valueOf(term));
        const before = { ...term, symbol, t: at + 1 };
        return told(sum([notation({ symbol, t: at + 1 }), notation({ symbol: `d${base}`, t: at })]), sumOf([valueOf(before), valueOf(term)]));
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
