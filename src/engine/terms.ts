// The terms of BPTT's sum: what one step's use of a shared parameter adds to its gradient, and the running total of them.
import { Binding } from './binding.ts';
import type { Place } from './equation/operation.ts';
import type { Instruction, ParameterSlot } from './equation/program.ts';
import { parameterOf } from './network.ts';
import { StepIndex } from './topology/stepIndex.ts';
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
  private readonly indices: readonly StepIndex[];
  private readonly orders = new Map<number, Order>();

  /** For a trace that has been run forwards and backwards with these parameters. */
  constructor(trace: Trace, parameters: Float64Array) {
    this.trace = trace;
    this.scratch = new Float64Array(trace.network.program.parameterCount);
    this.binding = new Binding(trace, parameters, { slots: trace.gradients, parameters: this.scratch, layout: 'rows' });
    this.indices = trace.sequences.map(({ steps }) => new StepIndex(steps));
  }

  /** ∂L/∂W through its use at step t alone, summed over the batch: rows·columns numbers, row by row. */
  term(symbol: string, t: number): Float64Array {
    const position = this.orderOf(symbol).positionOf.get(t);
    return this.collect(symbol, position, position);
  }

  /** Σ of the terms of ∂L/∂W from the last step computed back to step t: rows·columns numbers. */
  runningTotal(symbol: string, t: number): Float64Array {
    const { rows, positionOf } = this.orderOf(symbol);
    // Where a step uses nothing of it, the total is that of the next one that does.
    const from = positionOf.get(t) ?? rows.findIndex((row) => (rows[0]! > rows.at(-1)! ? row < t : row > t));
    return this.collect(symbol, from < 0 ? undefined : from, rows.length - 1);
  }

  /** The rows at which a parameter is used, in the order of computation. */
  private orderOf(symbol: string): Order {
    const { instructions } = this.trace.network.program;
    const chain = instructions.find((each) => positionOfUse(this.trace, each, symbol) >= 0)?.chain ?? -1;
    const found = this.orders.get(chain);
    if (found) return found;
    // Sequences of different lengths read out at different rows; the order is that in which the longest is computed.
    const all = this.indices.map((index) => index.rowsOf(chain));
    const longest = all.reduce((a, b) => (b.length > a.length ? b : a), []);
    const isFalling = (longest[0] ?? 0) > (longest.at(-1) ?? 0);
    const rows = [...new Set(all.flat())].sort((a, b) => (isFalling ? b - a : a - b));
    const order = { rows, positionOf: new Map(rows.map((row, k) => [row, k])) };
    this.orders.set(chain, order);
    return order;
  }

  private collect(symbol: string, from: number | undefined, to: number | undefined): Float64Array {
    const parameter = parameterOf(this.trace.network.program, symbol) as ParameterSlot;
    if (from === undefined || to === undefined) return new Float64Array(parameter.rows * parameter.columns);
    const key = `${symbol} ${from} ${to}`;
    const known = this.known.get(key);
    if (known) return known;
    const end = parameter.offset + parameter.rows * parameter.columns;
    // A running total grows by one term from the one before it, in the order in which BPTT adds them.
    const before = from < to ? this.known.get(`${symbol} ${from + 1} ${to}`) : undefined;
    this.scratch.fill(0, parameter.offset, end);
    if (before) this.scratch.set(before, parameter.offset);
    const { rows } = this.orderOf(symbol);
    for (let k = before ? from : to; k >= from; k--) this.addTerm(symbol, rows[k] as number);
    const result = this.scratch.slice(parameter.offset, end);
    this.known.set(key, result);
    // The oldest goes first: whoever steps back and on again finds the neighbours still there.
    const [oldest] = this.known.keys();
    if (this.known.size > kept && oldest !== undefined) this.known.delete(oldest);
    return result;
  }

  /** Adds what the use at step t gives, of every sequence of the batch. */
  private addTerm(symbol: string, t: number): void {
    for (const bound of [...this.binding.readout, ...this.binding.cells.flat()]) {
      const k = positionOfUse(this.trace, bound.instruction, symbol);
      if (k < 0) continue;
      this.indices.forEach((index, b) => {
        const step = index.stepAt(bound.instruction.chain, t);
        if (!step) return;
        this.binding.aim([bound], step, b);
        // Only the parameter's own gradient is wanted here; its partners' keep what they have.
        const args = bound.args.map((arg, j): Place => (j === k ? arg : { ...arg, gradients: nothing }));
        bound.operation.backward(bound.out, args);
      });
    }
  }
}

interface Order {
  readonly rows: readonly number[];
  readonly positionOf: ReadonlyMap<number, number>;
}

/** Which operand of an instruction a parameter is; −1 if it is none. */
export function positionOfUse(trace: Trace, instruction: Instruction, symbol: string): number {
  const { parameters } = trace.network.program;
  return instruction.args.findIndex((arg) => arg.kind === 'parameter' && parameters[arg.index]?.symbol === symbol);
}
