// Every number of one iteration by its reference, and its explanation: the formula in symbols and in numbers, whose terms
// are references again, down to a weight or an input.
import { Binding, type BoundInstruction } from './binding.ts';
import { arrivalSymbol } from './clock.ts';
import { sum, type Notation } from './equation/notation.ts';
import { literal, numberOf, productOf, referred, sumOf, type Numeric } from './equation/numeric.ts';
import type { Operand, Place } from './equation/operations.ts';
import type { Argument, Instruction, ParameterSlot, Slot } from './equation/program.ts';
import { inputSlot } from './equation/program.ts';
import { norm } from './math/linear.ts';
import { parameterOf, slotOf } from './network.ts';
import type { Reference } from './reference.ts';
import { notationOf, parseSymbol } from './symbols.ts';
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

interface Use {
  readonly bound: BoundInstruction;
  readonly k: number;
  readonly arg: Argument;
  readonly symbol: string;
}

export class Numbers {
  readonly trace: Trace;
  private readonly parameters: Float64Array;
  private readonly learningRate: number;
  private readonly lossWeight: number;
  private readonly binding: Binding;
  /** A binding whose parameter gradients are a scratch buffer, for single terms. */
  private readonly scratch: Float64Array;
  private readonly scratchBinding: Binding;
  private readonly terms = new Map<string, Float64Array>();

  /** The numbers of a trace that has been run with these parameters, with η for the update that follows. */
  constructor(trace: Trace, parameters: Float64Array, learningRate: number, lossWeight: number) {
    this.trace = trace;
    this.parameters = parameters;
    this.learningRate = learningRate;
    this.lossWeight = lossWeight;
    const { gradients, parameterGradients, network } = trace;
    this.binding = new Binding(trace, parameters, { slots: gradients, parameters: parameterGradients, layout: 'rows' });
    this.scratch = new Float64Array(network.program.parameterCount);
    this.scratchBinding = new Binding(trace, parameters, { slots: gradients, parameters: this.scratch, layout: 'rows' });
  }

  private get program() {
    return this.trace.network.program;
  }

  /** The number that a full reference points at; NaN where this network has no such number. */
  value(reference: Reference): number {
    const { symbol, t, unit = 1, column = 1 } = reference;
    const { kind, base } = parseSymbol(this.trace.network, symbol);
    switch (kind) {
      case 'parameter':
        return this.parameters[this.entry(base, unit, column)] ?? NaN;
      case 'parameter gradient':
        return t === undefined
          ? (this.trace.parameterGradients[this.entry(base, unit, column)] ?? NaN)
          : (this.term(base, t)[this.entryWithin(base, unit, column)] ?? NaN);
      case 'running total':
        return this.runningTotal(base, t ?? 1)[this.entryWithin(base, unit, column)] ?? NaN;
      case 'new':
        return this.value({ ...reference, symbol: base }) - this.learningRate * this.value({ ...reference, symbol: `d${base}` });
      case 'value':
        return base === 'L' && t === undefined ? this.totalLoss() : this.slotValue(base, t ?? 0, unit);
      case 'gradient':
        return this.slotGradient(base, t ?? 0, unit);
      case 'arrival':
        return this.arrival(base, symbol, t ?? 0, unit);
      case 'other':
        return symbol === 'eta' ? this.learningRate : symbol === 'factor' ? this.factor(t ?? 0) : NaN;
    }
  }

  /** Whether this network has such a number at that step, be it NaN. */
  has(symbol: string, t?: number): boolean {
    const { kind, base } = parseSymbol(this.trace.network, symbol);
    if (kind === 'other') return symbol === 'eta' || symbol === 'factor';
    if (t !== undefined && (t < 0 || t > this.trace.stepCount)) return false;
    return kind !== 'arrival' || this.arrivalsAt(base, t ?? 0).some(({ use }) => use.symbol === symbol);
  }

  /** ‖∂L/∂h_t‖, exact also where squares would underflow. */
  gradientNorm(symbol: string, t: number): number {
    const index = this.program.slots.findIndex((slot) => slot.symbol === symbol);
    const size = this.program.slots[index]?.size ?? 0;
    const gradients = this.trace.gradients[index];
    return gradients ? norm(gradients, t * size, (t + 1) * size) : NaN;
  }

  /** How much longer or shorter the gradient gets on its way from h_t to the step before: ‖W_hhᵀ(φ′ ⊙ ∂L/∂h_t)‖ / ‖∂L/∂h_t‖. */
  factor(t: number): number {
    const state = this.program.slots[this.program.states[0] as number] as Slot;
    const passed = new Float64Array(state.size);
    for (let i = 0; i < state.size; i++) passed[i] = this.arrival(state.symbol, `d${state.symbol}_next`, t - 1, i + 1);
    return norm(passed) / this.gradientNorm(state.symbol, t);
  }

  /** ∂L/∂W through its use at step t alone: rows·columns numbers. */
  term(symbol: string, t: number): Float64Array {
    return this.collect(symbol, t, t);
  }

  /** Σ over the steps from T down to t of the terms of ∂L/∂W: rows·columns numbers. */
  runningTotal(symbol: string, t: number): Float64Array {
    return this.collect(symbol, t, this.trace.stepCount);
  }

  private collect(symbol: string, from: number, to: number): Float64Array {
    const key = `${symbol} ${from} ${to}`;
    const known = this.terms.get(key);
    if (known) return known;
    const parameter = parameterOf(this.program, symbol) as ParameterSlot;
    const end = parameter.offset + parameter.rows * parameter.columns;
    // A running total grows by one term from the one before it, in the order in which BPTT adds them.
    const before = from < to ? this.terms.get(`${symbol} ${from + 1} ${to}`) : undefined;
    this.scratch.fill(0, parameter.offset, end);
    if (before) this.scratch.set(before, parameter.offset);
    for (let t = before ? from : to; t >= from; t--) {
      const step = this.stepAt(t);
      const { cell, readout } = this.scratchBinding;
      for (const bound of step.readsOut ? [...readout, ...cell] : cell) {
        const k = this.positionOf(bound.instruction, symbol);
        if (k < 0) continue;
        this.scratchBinding.aim([bound], step);
        // Only the parameter's own gradient is wanted here; its partners' keep what they have.
        const args = bound.args.map((arg, j): Place => (j === k ? arg : { ...arg, gradients: nothing }));
        bound.operation.backward(bound.out, args);
      }
    }
    const result = this.scratch.slice(parameter.offset, end);
    if (this.terms.size > 64) this.terms.clear();
    this.terms.set(key, result);
    return result;
  }

  private positionOf(instruction: Instruction, symbol: string): number {
    return instruction.args.findIndex(
      (arg) => arg.kind === 'parameter' && this.program.parameters[arg.index]?.symbol === symbol,
    );
  }

  private stepAt(t: number): CellStep {
    return this.trace.steps[t - 1] as CellStep;
  }

  private entryWithin(symbol: string, unit: number, column: number): number {
    const parameter = parameterOf(this.program, symbol);
    if (!parameter || unit > parameter.rows || column > parameter.columns || unit < 1 || column < 1) return -1;
    return (unit - 1) * parameter.columns + column - 1;
  }

  private entry(symbol: string, unit: number, column: number): number {
    const within = this.entryWithin(symbol, unit, column);
    return within < 0 ? -1 : (parameterOf(this.program, symbol) as ParameterSlot).offset + within;
  }

  /** A bias is a vector: its references have no column. */
  private columnOf(symbol: string, column: number): number | undefined {
    return parameterOf(this.program, symbol)?.role === 'bias' ? undefined : column;
  }

  private totalLoss(): number {
    let total = 0;
    for (const step of this.trace.steps) if (step.readsOut) total += this.slotValue('L', step.row, 1);
    return total * this.lossWeight;
  }

  private slotValue(symbol: string, t: number, unit: number): number {
    const index = this.program.slots.findIndex((slot) => slot.symbol === symbol);
    const { inputs } = this.trace.example;
    if (index === inputSlot && inputs.kind === 'one-hot') return inputs.indices[t - 1] === unit - 1 ? 1 : 0;
    return this.at(this.trace.values, index, t, unit);
  }

  private slotGradient(symbol: string, t: number, unit: number): number {
    return this.at(this.trace.gradients, this.program.slots.findIndex((slot) => slot.symbol === symbol), t, unit);
  }

  private at(arrays: readonly Float64Array[], index: number, t: number, unit: number): number {
    const size = this.program.slots[index]?.size ?? 0;
    if (unit < 1 || unit > size) return NaN;
    return arrays[index]?.[t * size + unit - 1] ?? NaN;
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

  /** The uses of the value at time t that exist in this sequence, with their steps. */
  private arrivalsAt(symbol: string, t: number): { use: Use; step: CellStep }[] {
    return this.usesOf(symbol).flatMap((use) => {
      const isPrevious = use.arg.kind === 'slot' && use.arg.time === 'previous';
      const step = this.trace.steps[isPrevious ? t : t - 1];
      if (!step || (use.bound.instruction.stage !== 'cell' && !step.readsOut)) return [];
      return [{ use, step }];
    });
  }

  private arrival(symbol: string, name: string, t: number, unit: number): number {
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
          ? (this.explainForward(nested, step, unit) as Numeric)
          : referred(this.slotValue(slot.symbol, t, unit + 1), { symbol: slot.symbol, t, unit: unit + 1 }),
      gradient: (unit) => {
        const { symbol } = this.program.slots[this.gradientSlot(this.program.slots.indexOf(slot))] as Slot;
        return referred(this.slotGradient(symbol, t, unit + 1), { symbol: `d${symbol}`, t, unit: unit + 1 });
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
        value: (unit, column = 0) => referred(this.value(at(unit, column)), at(unit, column)),
        gradient: (unit, column = 0) => literal(this.value({ ...at(unit, column), symbol: `d${symbol}` })),
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
    const value = this.value(reference);
    const left = notationOf(network, { symbol, t });
    const told = (right: Notation, numbers: Numeric, words = ''): Explanation =>
      ({ reference, value, symbols: `${left.latex} = ${right.latex}`, numbers, words });
    const given = (words: string): Explanation => ({ reference, value, symbols: null, numbers: null, words });
    const notation = (each: Reference): Notation => notationOf(network, each);
    const valueOf = (each: Reference): Numeric => referred(this.value(each), each);
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
        if (t === 0) return given('the state before the first word: the memory is empty');
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
        const users = [...this.binding.readout, ...this.binding.cell].filter((each) => this.positionOf(each.instruction, base) >= 0);
        const rows = steps.filter((step) => step.readsOut || users.some((each) => each.instruction.stage === 'cell'));
        if (t === undefined) {
          const terms = rows.map((step) => valueOf({ symbol, t: step.row, unit, column: this.columnOf(base, column) }));
          const all: Notation = { latex: `\\sum_{t} ${notation({ symbol, t: undefined }).latex}\\Big|_{t}`, precedence: 'sum' };
          return told(all, sumOf(terms.reverse()), 'one term from every step that used it, added up');
        }
        const step = this.stepAt(t);
        const [bound] = users;
        if (!bound || (bound.instruction.stage !== 'cell' && !step.readsOut)) return given('this step does not use it');
        const use: Use = { bound, k: this.positionOf(bound.instruction, base), arg: { kind: 'parameter', index: 0 }, symbol };
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
      case 'other':
        return given(symbol === 'eta' ? 'η, the learning rate: how far one update goes' : symbol === 'factor' ? 'how much longer or shorter the gradient gets through this step' : 'this network has no such number');
    }
  }
}

const nothing = new Float64Array(0);
