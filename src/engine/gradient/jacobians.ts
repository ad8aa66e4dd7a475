// How much one state depends on another: local Jacobians of a step, their products, and ‖∂L_r/∂h_k‖ for any loss and state.
// From the cell's own backward equations, one row at a time, so that any cell has them. The state of a cell with several
// parts (the LSTM's h and c) is their joint vector of S numbers; parts are blocks of its matrices.
// Pascanu, Mikolov, Bengio (2013), "On the difficulty of training recurrent neural networks".
import { frobenius, norm } from '../math/linear.ts';
import { spectralNorm } from '../math/singular.ts';
import type { CellStep } from '../topology/index.ts';
import { sequenceAt } from '../run/rows.ts';
import type { Trace } from '../run/trace.ts';
import { Carrier, type StatePart } from './carrier.ts';

export type { StatePart };

/** Largest singular value, and root of the sum of squares. */
interface MatrixNorms {
  readonly spectral: number;
  readonly fro: number;
}

export const normsOf = (matrix: Float64Array, size: number): MatrixNorms =>
  ({ spectral: spectralNorm(matrix, size, size), fro: frobenius(matrix) });

/**
 * The Jacobians along one path of states: state 0 is the initial one, state n the one after the n-th step, in the order of
 * computation. A decoder goes on along the path of its encoder, a reverse chain is a path of its own.
 */
export class Jacobians {
  /** The steps of the path. */
  readonly steps: readonly CellStep[];
  /** S, the number of units of the joint state. */
  readonly size: number;
  private readonly trace: Trace;
  private readonly carrier: Carrier;
  private readonly b: number;

  /**
   * For a trace that has been run forwards with these parameters; of sequence b, the path that chain `chain` is on. Throws an
   * `Error` in words where there is no such sequence or chain.
   */
  constructor(trace: Trace, parameters: Float64Array, chain = 0, b = 0) {
    const { program } = trace.network;
    const { steps } = sequenceAt(trace, b);
    if (!program.chains[chain]) throw new Error(`This network has ${program.chains.length} ${program.chains.length === 1 ? 'chain' : 'chains'}, counted from 0, so there is no chain ${chain}.`);
    this.trace = trace;
    this.b = b;
    this.carrier = new Carrier(trace, parameters, b);
    this.size = this.carrier.size;
    const onPath = new Set([chain]);
    // A step that goes on from another chain ties the two together.
    for (const step of steps) if (onPath.has(step.chain) || onPath.has(step.previousChain)) onPath.add(step.chain).add(step.previousChain);
    this.steps = steps.filter((step) => onPath.has(step.chain));
  }

  /** The parts of the joint state, in the order of the cell's declaration. */
  partsOf(chain: number): StatePart[] {
    return this.carrier.partsOf(chain);
  }

  /** How many steps of the path belong to chains before this one. */
  startOf(chain: number): number {
    return this.steps.findIndex((step) => step.chain === chain);
  }

  /**
   * Carries row vectors back through step k (0-based) of the path, in place: `rows` holds any number of them, S numbers each, one below the
   * other, and each v becomes vᵀ ∂state_n/∂state_{n−1} for n = k + 1. See `Carrier.back`.
   */
  carry(rows: Float64Array, k: number): void {
    const step = this.steps[k];
    if (!step) throw new Error(`The path has ${this.steps.length} steps, counted from 0, so there is no step ${k}.`);
    const before = this.steps[k - 1];
    if (before && (step.previousChain !== before.chain || step.previousRow !== before.row)) {
      rows.fill(0); // a window that begins anew does not move with the state before it
      return;
    }
    this.carrier.back(rows, step);
  }

  /** The rows of the identity that belong to a part: [size,S]. Carried back from a state, they are how that part of it moves with those before. */
  rowsOf({ from, size }: StatePart): Float64Array {
    const rows = new Float64Array(size * this.size);
    for (let i = 0; i < size; i++) rows[i * this.size + from + i] = 1;
    return rows;
  }

  /** The Jacobian of step k (0-based) of the path, row by row: [S,S]; with a part its rows alone: [size,S]. */
  local(k: number, part: StatePart = { from: 0, size: this.size }): Float64Array {
    const matrix = this.rowsOf(part);
    this.carry(matrix, k);
    return matrix;
  }

  /** ∂part/∂part of a joint Jacobian [S,S], the other parts held fixed: a new matrix [size,size]. */
  block(matrix: Float64Array, part: StatePart): Float64Array {
    return this.columns(matrix.subarray(part.from * this.size, (part.from + part.size) * this.size), part);
  }

  /** The columns of a part, of rows of S numbers: a new matrix with as many rows. */
  columns(rows: Float64Array, { from, size }: StatePart): Float64Array {
    const count = rows.length / this.size;
    const block = new Float64Array(count * size);
    for (let i = 0; i < count; i++) block.set(rows.subarray(i * this.size + from, i * this.size + from + size), i * size);
    return block;
  }

  /** ‖∂part/∂part‖₂ of rows of S numbers: the largest singular value of a part's columns. */
  stretch(rows: Float64Array, { from, size }: StatePart): number {
    const isWhole = size === this.size;
    return spectralNorm(isWhole ? rows : this.columns(rows, { from, size }), rows.length / this.size, size);
  }

  /**
   * ∂state_end/∂state_k for k from `end` down to `start`, one after another: the identity first, each one carried back from the one
   * before. With a part its rows alone: ∂part_end/∂state_k, [size,S]. The matrix is the same memory each time.
   */
  *products(end = this.steps.length, start = 0, part: StatePart = { from: 0, size: this.size }): Generator<{ k: number; matrix: Float64Array }> {
    const matrix = this.rowsOf(part);
    for (let k = end; k >= start; k--) {
      yield { k, matrix };
      if (k > start) this.carry(matrix, k - 1);
    }
  }

  /** Norms of ∂h_T/∂h_k for k = 0 … T, of the first part of the state: T+1 entries, the last one that of the identity. */
  toFinal(part: StatePart = this.partsOf(0)[0]!, end = this.steps.length, start = 0): MatrixNorms[] {
    const norms: MatrixNorms[] = [];
    // One product at a time: all of a long path would not fit in memory.
    for (const { matrix } of this.products(end, start, part)) norms.push(normsOf(this.columns(matrix, part), part.size));
    return norms.reverse();
  }

  /**
   * ∂L_r/∂state of the loss L_r that is read out at row r of the read-outs: S numbers, where nothing has been carried back yet, and how many
   * steps of the path lie before that state. L_r is `weight` times the sequence's own.
   */
  ofLoss(row: number, weight = 1): { readonly k: number; readonly v: Float64Array } {
    const reader = sequenceAt(this.trace, this.b).steps.find(({ readout }) => readout?.row === row);
    if (!reader?.readout) throw new Error(`No output is read at t = ${row}, so there is no loss there.`);
    const { program } = this.trace.network;
    const found = program.reads.findIndex((chain) => this.steps.some((step) => step.chain === chain));
    const chain = program.reads[found] as number;
    const stateRow = reader.readout.stateRows[found] as number;
    const v = new Float64Array(this.size);
    const [part] = this.partsOf(chain) as [StatePart];
    v.set(this.carrier.ofReadout(reader, chain, weight), part.from);
    return { k: this.steps.findIndex((step) => step.chain === chain && step.row === stateRow) + 1, v };
  }

  /**
   * ‖∂L_r/∂h_k‖ for k = 0 … T of the path, of the loss L_r as above: T+1 numbers, 0 where nothing reaches. For a cell with several
   * parts the others are held fixed.
   */
  lossToStates(row: number, weight = 1): Float64Array {
    const norms = new Float64Array(this.steps.length + 1);
    const { k: read, v } = this.ofLoss(row, weight);
    const [{ from, size }] = this.partsOf(this.steps[read - 1]?.chain ?? 0) as [StatePart];
    for (let k = read; k >= 0; k--) {
      norms[k] = norm(v, from, from + size);
      if (k > 0) this.carry(v, k - 1);
    }
    return norms;
  }
}
