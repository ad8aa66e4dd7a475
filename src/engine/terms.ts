// The terms of BPTT's sum: what one step's use of a shared parameter adds to its gradient, and the running total of them.
import { Binding } from './binding.ts';
import type { Place } from './equation/operation.ts';
import type { Instruction, ParameterSlot } from './equation/program.ts';
import { parameterOf } from './network.ts';
import type { CellStep } from './topology/index.ts';
import type { Trace } from './trace.ts';

/** Matrices that are kept, since a picture asks for each of their numbers in turn. */
const kept = 512;
const nothing = new Float64Array(0);

export class Terms {
  private readonly trace: Trace;
  /** Parameter gradients of one term, in the layout of the parameters. */
  private readonly scratch: Float64Array;
  private readonly binding: Binding;
  private readonly known = new Map<string, Float64Array>();

  /** For a trace that has been run forwards and backwards with these parameters. */
  constructor(trace: Trace, parameters: Float64Array) {
    this.trace = trace;
    this.scratch = new Float64Array(trace.network.program.parameterCount);
    this.binding = new Binding(trace, parameters, { slots: trace.gradients, parameters: this.scratch, layout: 'rows' });
  }

  /** ∂L/∂W through its use at step t alone: rows·columns numbers, row by row. */
  term(symbol: string, t: number): Float64Array {
    return this.collect(symbol, t, t);
  }

  /** Σ over the steps from T down to t of the terms of ∂L/∂W: rows·columns numbers. */
  runningTotal(symbol: string, t: number): Float64Array {
    return this.collect(symbol, t, this.trace.stepCount);
  }

  private collect(symbol: string, from: number, to: number): Float64Array {
    const key = `${symbol} ${from} ${to}`;
    const known = this.known.get(key);
    if (known) return known;
    const parameter = parameterOf(this.trace.network.program, symbol) as ParameterSlot;
    const end = parameter.offset + parameter.rows * parameter.columns;
    // A running total grows by one term from the one before it, in the order in which BPTT adds them.
    const before = from < to ? this.known.get(`${symbol} ${from + 1} ${to}`) : undefined;
    this.scratch.fill(0, parameter.offset, end);
    if (before) this.scratch.set(before, parameter.offset);
    for (let t = before ? from : to; t >= from; t--) {
      const step = this.trace.steps[t - 1] as CellStep;
      const { cell, readout } = this.binding;
      for (const bound of step.readsOut ? [...readout, ...cell] : cell) {
        const k = positionOfUse(this.trace, bound.instruction, symbol);
        if (k < 0) continue;
        this.binding.aim([bound], step);
        // Only the parameter's own gradient is wanted here; its partners' keep what they have.
        const args = bound.args.map((arg, j): Place => (j === k ? arg : { ...arg, gradients: nothing }));
        bound.operation.backward(bound.out, args);
      }
    }
    const result = this.scratch.slice(parameter.offset, end);
    this.known.set(key, result);
    // The oldest goes first: whoever steps back and on again finds the neighbours still there.
    const [oldest] = this.known.keys();
    if (this.known.size > kept && oldest !== undefined) this.known.delete(oldest);
    return result;
  }
}

/** Which operand of an instruction a parameter is; −1 if it is none. */
export function positionOfUse(trace: Trace, instruction: Instruction, symbol: string): number {
  const { parameters } = trace.network.program;
  return instruction.args.findIndex((arg) => arg.kind === 'parameter' && parameters[arg.index]?.symbol === symbol);
}
