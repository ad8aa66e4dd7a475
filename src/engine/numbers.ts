// Every number of one iteration by its reference: values, gradients, the terms they are made of, and what the update makes.
import type { ParameterSlot, Slot } from './equation/program.ts';
import { Explainer, type Explanation } from './explanation.ts';
import { norm } from './math/linear.ts';
import { parameterOf, slotIndex } from './network.ts';
import { totalLossOf } from './pass.ts';
import type { Reference } from './reference.ts';
import { parseSymbol } from './symbols.ts';
import { Terms } from './terms.ts';
import { inputsOf, type Trace } from './trace.ts';

export class Numbers {
  readonly trace: Trace;
  private readonly parameters: Float64Array;
  private readonly learningRate: number;
  /** Which sequence of the batch is looked at. */
  private readonly b: number;
  private readonly explainer: Explainer;
  private readonly terms: Terms;

  /** The numbers of a trace that has been run with these parameters, with η for the update that follows; of sequence b. */
  constructor(trace: Trace, parameters: Float64Array, learningRate: number, b = 0) {
    this.trace = trace;
    this.parameters = parameters;
    this.learningRate = learningRate;
    this.b = b;
    this.terms = new Terms(trace, parameters);
    this.explainer = new Explainer(trace, parameters, this, b);
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
        return base === 'L' && t === undefined ? totalLossOf(this.trace) : this.slotValue(base, t ?? 0, unit);
      case 'gradient':
        // ∂L/∂L of the total loss: the way back begins with 1.
        return base === 'L' && t === undefined ? 1 : this.slotGradient(base, t ?? 0, unit);
      case 'norm':
        return this.gradientNorm(base, t ?? 0);
      case 'arrival':
        return this.explainer.arrival(base, symbol, t ?? 0, unit);
      case 'other':
        return symbol === 'eta' ? this.learningRate : symbol === 'factor' ? this.factor(t ?? 0) : NaN;
    }
  }

  /** Whether this network has such a number at that step, be it NaN. */
  has(symbol: string, t?: number): boolean {
    const { kind, base } = parseSymbol(this.trace.network, symbol);
    if (kind === 'other') return symbol === 'eta' || symbol === 'factor';
    if (t !== undefined && (t < 0 || t > Math.max(...this.trace.sequences[this.b]!.lengths))) return false;
    return kind !== 'arrival' || this.explainer.hasArrival(base, symbol, t ?? 0);
  }

  /** ‖∂L/∂h_t‖, exact also where squares would underflow. */
  gradientNorm(symbol: string, t: number): number {
    const index = slotIndex(this.program, symbol);
    const size = this.program.slots[index]?.size ?? 0;
    const gradients = this.trace.gradients[index];
    const at = (t * this.trace.sequences.length + this.b) * size;
    return gradients ? norm(gradients, at, at + size) : NaN;
  }

  /** How much longer or shorter the gradient gets on its way from h_t to the step before: ‖W_hhᵀ(φ′ ⊙ ∂L/∂h_t)‖ / ‖∂L/∂h_t‖. */
  factor(t: number): number {
    const state = this.program.slots[this.program.states[0] as number] as Slot;
    const passed = new Float64Array(state.size);
    for (let i = 0; i < state.size; i++) passed[i] = this.explainer.arrival(state.symbol, `d${state.symbol}_next`, t - 1, i + 1);
    return norm(passed) / this.gradientNorm(state.symbol, t);
  }

  /** ∂L/∂W through its use at step t alone: rows·columns numbers, row by row. */
  term(symbol: string, t: number): Float64Array {
    return this.terms.term(symbol, t);
  }

  /** Σ over the steps from T down to t of the terms of ∂L/∂W: rows·columns numbers. */
  runningTotal(symbol: string, t: number): Float64Array {
    return this.terms.runningTotal(symbol, t);
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

  private slotValue(symbol: string, t: number, unit: number): number {
    const index = slotIndex(this.program, symbol);
    const chain = this.program.chains.find(({ input }) => input === index);
    const read = chain && inputsOf(this.trace.sequences[this.b]!.example, chain.axis);
    if (read?.kind === 'one-hot') return read.indices[t - 1] === unit - 1 ? 1 : 0;
    return this.at(this.trace.values, index, t, unit);
  }

  private slotGradient(symbol: string, t: number, unit: number): number {
    return this.at(this.trace.gradients, slotIndex(this.program, symbol), t, unit);
  }

  private at(arrays: readonly Float64Array[], index: number, t: number, unit: number): number {
    const size = this.program.slots[index]?.size ?? 0;
    if (unit < 1 || unit > size) return NaN;
    return arrays[index]?.[(t * this.trace.sequences.length + this.b) * size + unit - 1] ?? NaN;
  }

  /** Where a number comes from. */
  explain(reference: Reference): Explanation {
    return this.explainer.explain(reference);
  }
}
