// The terms of BPTT's sum: what one step's use of a shared parameter adds to its gradient, and the running total of them.
import { Binding, type BoundInstruction } from '../run/binding.ts';
import type { Place } from '../equation/operation.ts';
import type { Instruction, ParameterSlot } from '../equation/program.ts';
import { Kept } from '../kept.ts';
import { StepIndex } from '../topology/stepIndex.ts';
import type { Trace } from '../run/trace.ts';
import { waysOf, type Ways } from '../clock/ways.ts';

const nothing = new Float64Array(0);

export class Terms {
  private readonly trace: Trace;
  private readonly ways: Ways;
  /** Parameter gradients of one term, in the layout of the parameters. */
  private readonly scratch: Float64Array;
  private readonly binding: Binding;
  private readonly bound: ReadonlyMap<Instruction, readonly [BoundInstruction]>;
  private readonly parameters: ReadonlyMap<string, number>;
  /** A picture asks for each number of a matrix in turn. */
  private readonly known = new Kept<string, Float64Array>(512);
  private readonly indices: readonly StepIndex[];
  private readonly orders = new Map<number, Order>();

  /** For a trace that has been run forwards and backwards with these parameters. */
  constructor(trace: Trace, parameters: Float64Array, ways = waysOf(trace.network.program)) {
    const { program } = trace.network;
    this.trace = trace;
    this.ways = ways;
    this.scratch = new Float64Array(program.parameterCount);
    this.binding = new Binding(trace, parameters, { slots: trace.gradients, parameters: this.scratch, layout: 'rows' });
    this.bound = new Map([...this.binding.cells.flat(), ...this.binding.readout].map((each) => [each.instruction, [each]]));
    this.parameters = new Map(program.parameters.map(({ symbol }, index) => [symbol, index]));
    this.indices = trace.sequences.map(({ steps }) => StepIndex.of(steps));
  }

  /** ∂L/∂W through its use at step t alone, summed over the batch: rows·columns numbers, row by row. */
  term(symbol: string, t: number): Float64Array {
    const parameter = this.indexOf(symbol);
    const position = this.orderOf(parameter).positionOf.get(t);
    return this.collect(parameter, position, position);
  }

  /** Σ of the terms of ∂L/∂W from the last step computed back to step t: rows·columns numbers. */
  runningTotal(symbol: string, t: number): Float64Array {
    const parameter = this.indexOf(symbol);
    const { rows, positionOf } = this.orderOf(parameter);
    // Where a step uses nothing of it, the total is that of the next one that does.
    const from = positionOf.get(t) ?? positionOf.get(this.rowFrom(parameter, t) ?? NaN);
    return this.collect(parameter, from, rows.length - 1);
  }

  /** The rows at which a parameter is used in any sequence of the batch, in the order of computation. */
  rowsOf(parameter: number): readonly number[] {
    return this.orderOf(parameter).rows;
  }

  /** Whether a step uses a parameter. */
  isUsedAt(parameter: number, t: number): boolean {
    return this.orderOf(parameter).positionOf.has(t);
  }

  /** The row that uses a parameter next after row t, in the order of computation; undefined after the last. */
  rowAfter(parameter: number, t: number): number | undefined {
    const { rows, positionOf } = this.orderOf(parameter);
    const position = positionOf.get(t);
    return position === undefined ? this.rowFrom(parameter, t) : rows[position + 1];
  }

  /** The first row from one on that does not use the parameter itself. */
  private rowFrom(parameter: number, t: number): number | undefined {
    const { rows, isFalling } = this.orderOf(parameter);
    return rows.find((row) => (isFalling ? row < t : row > t));
  }

  private indexOf(symbol: string): number {
    const index = this.parameters.get(symbol);
    if (index === undefined) throw new Error(`This network has no parameter "${symbol}".`);
    return index;
  }

  private orderOf(parameter: number): Order {
    const [use] = this.ways.users[parameter] ?? [];
    const chain = use?.instruction.chain ?? -1;
    const found = this.orders.get(chain);
    if (found) return found;
    // Sequences of different lengths read out at different rows; the order is that in which the longest is computed.
    const all = this.indices.map((index) => index.rowsOf(chain));
    const longest = all.reduce((a, b) => (b.length > a.length ? b : a), []);
    const isFalling = (longest[0] ?? 0) > (longest.at(-1) ?? 0);
    const rows = [...new Set(all.flat())].sort((a, b) => (isFalling ? b - a : a - b));
    const order = { rows, positionOf: new Map(rows.map((row, k) => [row, k])), isFalling };
    this.orders.set(chain, order);
    return order;
  }

  private collect(parameter: number, from: number | undefined, to: number | undefined): Float64Array {
    const { offset, rows: height, columns } = this.trace.network.program.parameters[parameter] as ParameterSlot;
    if (from === undefined || to === undefined) return new Float64Array(height * columns);
    const key = `${parameter} ${from} ${to}`;
    const known = this.known.get(key);
    if (known) return known;
    const end = offset + height * columns;
    // A running total grows by one term from the one before it, in the order in which BPTT adds them.
    const before = from < to ? this.known.get(`${parameter} ${from + 1} ${to}`) : undefined;
    this.scratch.fill(0, offset, end);
    if (before) this.scratch.set(before, offset);
    const { rows } = this.orderOf(parameter);
    for (let k = before ? from : to; k >= from; k--) this.addTerm(parameter, rows[k] as number);
    const result = this.scratch.slice(offset, end);
    this.known.set(key, result);
    return result;
  }

  /** Adds what the use at step t gives, of every sequence of the batch. */
  private addTerm(parameter: number, t: number): void {
    for (const { instruction, k } of this.ways.users[parameter] ?? []) {
      const list = this.bound.get(instruction) as readonly [BoundInstruction];
      const [{ operation, out, args }] = list;
      this.indices.forEach((index, b) => {
        const step = index.stepAt(instruction.chain, t);
        if (!step) return;
        this.binding.aim(list, step, b);
        // Only the parameter's own gradient is wanted here; its partners' keep what they have.
        operation.backward(out, args.map((arg, j): Place => (j === k ? arg : { ...arg, gradients: nothing })));
      });
    }
  }
}

interface Order {
  readonly rows: readonly number[];
  readonly positionOf: ReadonlyMap<number, number>;
  readonly isFalling: boolean;
}
