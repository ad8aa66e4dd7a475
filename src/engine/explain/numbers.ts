// Every number of one iteration by its reference: values, gradients, the terms they are made of, and what the update makes.
import type { ParameterSlot } from '../equation/program.ts';
import { clippedGradient, type ClippedGradient } from '../learn/clipped.ts';
import { norm } from '../math/linear.ts';
import type { Clipping } from '../model.ts';
import { totalLossOf } from '../run/totalLoss.ts';
import type { Reference } from '../reference.ts';
import { chainOfFactor, parseSymbol } from '../symbols/symbolKinds.ts';
import { Terms } from '../gradient/terms.ts';
import { StepIndex } from '../topology/stepIndex.ts';
import { hasRow, sequenceAt } from '../run/rows.ts';
import { inputsOf, type Sequence } from '../run/sequences.ts';
import type { Trace } from '../run/trace.ts';
import { wayOf, waysOf, type Ways } from '../clock/ways.ts';
import { Arrivals, type Arrival } from './arrivals.ts';
import { Binding } from '../run/binding.ts';

export class Numbers {
  readonly trace: Trace;
  /** The parameters that it was run with. */
  readonly parameters: Float64Array;
  private readonly learningRate: number;
  /** Which sequence of the batch is looked at. */
  readonly b: number;
  private readonly index: StepIndex;
  /** What arrives at each value on the way back. */
  readonly arrivals: Arrivals;
  readonly terms: Terms;
  readonly ways: Ways;
  private readonly clipping: Clipping | undefined;
  private clippedOnce: ClippedGradient | null = null;

  /**
   * The numbers of a trace that has been run with these parameters, with η for the update that follows. Values and their
   * gradients are those of sequence b; gradients of parameters, and their terms, are of the whole batch. With `clipping` the
   * update goes by the clipped gradient. Throws in words where the batch has no such sequence.
   */
  constructor(trace: Trace, parameters: Float64Array, learningRate: number, b = 0, clipping?: Clipping) {
    this.trace = trace;
    this.parameters = parameters;
    this.learningRate = learningRate;
    this.b = b;
    this.clipping = clipping;
    this.index = StepIndex.of(this.sequence.steps);
    const ways = waysOf(trace.network.program);
    this.ways = ways;
    this.terms = new Terms(trace, parameters, ways);
    const { gradients, parameterGradients } = trace;
    this.arrivals = new Arrivals(trace, new Binding(trace, parameters, { slots: gradients, parameters: parameterGradients, layout: 'rows' }), ways, b);
  }

  private get program() {
    return this.trace.network.program;
  }

  private get sequence(): Sequence {
    return sequenceAt(this.trace, this.b);
  }

  /** The number that a full reference points at; NaN where this network has no such number. */
  value(reference: Reference): number {
    const { symbol, t, unit = 1, column = 1 } = reference;
    const { kind, base, index } = parseSymbol(this.trace.network, symbol);
    switch (kind) {
      case 'parameter':
        return this.parameters[this.entry(index, unit, column)] ?? NaN;
      case 'parameter gradient':
        return t === undefined
          ? (this.trace.parameterGradients[this.entry(index, unit, column)] ?? NaN)
          : (this.term(base, t)[this.entryWithin(index, unit, column)] ?? NaN);
      case 'running total':
        return this.runningTotal(base, t ?? this.terms.rowsOf(index)[0] ?? 1)[this.entryWithin(index, unit, column)] ?? NaN;
      case 'new': {
        const entry = this.entry(index, unit, column);
        const gradients = this.clipped?.values ?? this.trace.parameterGradients;
        return (this.parameters[entry] ?? NaN) - this.learningRate * (gradients[entry] ?? NaN);
      }
      case 'value':
        return base === 'L' && t === undefined ? totalLossOf(this.trace) : this.slotValue(index, t ?? 0, unit);
      case 'gradient':
        // ∂L/∂L of the total loss: the way back begins with 1.
        return base === 'L' && t === undefined ? 1 : this.at(this.trace.gradients, index, t ?? 0, unit);
      case 'norm':
        return this.gradientNorm(base, t ?? 0);
      case 'arrival':
        return this.arrivals.vector(index, wayOf(symbol), t ?? 0)?.[unit - 1] ?? NaN;
      case 'other':
        return symbol === 'eta' ? this.learningRate : this.factor(t ?? 0, chainOfFactor(this.program, symbol));
    }
  }

  /** The gradient that the update goes by, of a run that is whole; null where it is not clipped. */
  get clipped(): ClippedGradient | null {
    if (this.clipping) this.clippedOnce ??= clippedGradient(this.trace.parameterGradients, this.clipping);
    return this.clippedOnce;
  }

  /** Whether this sequence has such a number at that step, be it NaN. */
  has(symbol: string, t?: number): boolean {
    const { kind, base, index } = parseSymbol(this.trace.network, symbol);
    if (kind === 'other') {
      const chain = chainOfFactor(this.program, symbol);
      return symbol === 'eta' || (chain >= 0 && t !== undefined && this.passesBack(chain, t));
    }
    if (kind === 'parameter' || kind === 'new') return true;
    if (kind === 'parameter gradient' || kind === 'running total') return t === undefined || this.terms.isUsedAt(index, t);
    if (t === undefined) return base === 'L' && (kind === 'value' || kind === 'gradient');
    if (kind === 'arrival') return this.arrivals.vector(index, wayOf(symbol), t) !== null;
    return hasRow(this.program, this.sequence, index, t) && (kind === 'value' || this.trace.gradients[index]?.length !== 0);
  }

  /** Whether the step of row t of a chain hands a gradient back. */
  private passesBack(chain: number, t: number): boolean {
    return this.index.stepAt(chain, t)?.isCut === false && this.program.chains[chain]?.states[0] !== undefined;
  }

  /** ‖∂L/∂h_t‖, exact also where squares would underflow. */
  gradientNorm(symbol: string, t: number): number {
    const { kind, index } = parseSymbol(this.trace.network, symbol);
    const gradients = kind === 'value' ? this.trace.gradients[index] : undefined;
    const size = this.program.slots[index]?.size ?? 0;
    const at = (t * this.trace.sequences.length + this.b) * size;
    return gradients && at + size <= gradients.length ? norm(gradients, at, at + size) : NaN;
  }

  /**
   * How much longer or shorter the gradient gets on its way from h_t to the step before: ‖W_hhᵀ(φ′ ⊙ ∂L/∂h_t)‖ / ‖∂L/∂h_t‖, for the
   * first state of a chain. NaN where ∂L/∂h_t is 0, or where the way back is cut.
   */
  factor(t: number, chain = 0): number {
    const step = this.index.stepAt(chain, t);
    const { slots, chains } = this.program;
    const source = chains[step?.previousChain ?? -1]?.states[0];
    const own = chains[chain]?.states[0];
    if (!step || step.isCut || source === undefined || own === undefined) return NaN;
    const passed = this.arrivals.brought(source, this.arrivals.handedBack(step, 0));
    return norm(passed) / this.gradientNorm(slots[own]?.symbol ?? '', t);
  }

  /**
   * What one use of a value brings back to it: operand k of the instruction at that position of the program, at the step that
   * writes row t of its chain. As many numbers as the value has; null where nothing is handed back, as over a cut.
   */
  useGradient(at: number, k: number, t: number): Float64Array | null {
    const found = this.usedAt(at, k, t);
    return found && this.arrivals.brought(found.slot, [found]);
  }

  /**
   * What that use multiplies a gradient by, unit by unit: φ′ of an activation, the partner of a product ⊙. Null where it mixes
   * the units, as a product with a matrix does, or where nothing is handed back.
   */
  useSlopes(at: number, k: number, t: number): Float64Array | null {
    const found = this.usedAt(at, k, t);
    return found && found.use.instruction.operation !== 'multiply' ? this.arrivals.slopes(found.use, found.step) : null;
  }

  private usedAt(at: number, k: number, t: number): (Arrival & { slot: number }) | null {
    const { instructions } = this.program;
    const { chain = -1, args = [] } = instructions[at] ?? {};
    const arg = args[k];
    const step = this.index.stepAt(chain, t);
    const use = arg?.kind === 'slot' ? this.ways.uses[arg.index]?.find((each) => each.at === at && each.k === k) : undefined;
    if (arg?.kind !== 'slot' || !use || !step || (arg.time === 'previous' && step.isCut)) return null;
    return { use, step, slot: arg.index };
  }

  /** ∂L/∂W through its use at step t alone: rows·columns numbers, row by row. */
  term(symbol: string, t: number): Float64Array {
    return this.terms.term(symbol, t);
  }

  /** Σ over the steps from the last one computed back to step t of the terms of ∂L/∂W: rows·columns numbers. */
  runningTotal(symbol: string, t: number): Float64Array {
    return this.terms.runningTotal(symbol, t);
  }

  private entryWithin(index: number, unit: number, column: number): number {
    const parameter = this.program.parameters[index];
    if (!parameter || unit > parameter.rows || column > parameter.columns || unit < 1 || column < 1) return -1;
    return (unit - 1) * parameter.columns + column - 1;
  }

  private entry(index: number, unit: number, column: number): number {
    const within = this.entryWithin(index, unit, column);
    return within < 0 ? -1 : (this.program.parameters[index] as ParameterSlot).offset + within;
  }

  private slotValue(index: number, t: number, unit: number): number {
    const slot = this.program.slots[index];
    if (slot?.stage === 'given' && this.program.chains.some(({ input }) => input === index)) {
      const read = inputsOf(this.sequence.example, slot.axis);
      if (read?.kind === 'one-hot') return read.indices[t - 1] === unit - 1 ? 1 : 0;
    }
    return this.at(this.trace.values, index, t, unit);
  }

  private at(arrays: readonly Float64Array[], index: number, t: number, unit: number): number {
    const size = this.program.slots[index]?.size ?? 0;
    if (unit < 1 || unit > size || !Number.isInteger(t)) return NaN;
    return arrays[index]?.[(t * this.trace.sequences.length + this.b) * size + unit - 1] ?? NaN;
  }
}
