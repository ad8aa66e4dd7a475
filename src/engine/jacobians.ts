// How much one state depends on another: local Jacobians ∂h_t/∂h_{t−1} [H,H], their products, and ‖∂L_t/∂h_k‖ for any loss
// and state. From the cell's own backward equations, one row at a time, so that any cell has them.
// Pascanu, Mikolov, Bengio (2013), "On the difficulty of training recurrent neural networks".
import { Binding, type BoundInstruction } from './binding.ts';
import type { Slot } from './equation/program.ts';
import { frobenius, identity, matmul, norm } from './math/linear.ts';
import { spectralNorm } from './math/singular.ts';
import type { CellStep } from './topology/index.ts';
import type { Trace } from './trace.ts';

/** Largest singular value, and root of the sum of squares. */
export interface MatrixNorms {
  readonly spectral: number;
  readonly fro: number;
}

export class Jacobians {
  private readonly trace: Trace;
  private readonly binding: Binding;
  private readonly gradients: readonly Float64Array[];
  private readonly state: number;
  private readonly size: number;
  private readonly loss: number;

  /** For a trace that has been run forwards with these parameters. */
  constructor(trace: Trace, parameters: Float64Array) {
    this.trace = trace;
    const { program } = trace.network;
    this.gradients = program.slots.map((slot) => new Float64Array(slot.hasGradient && slot.symbol !== 'x' ? 2 * slot.size : 0));
    this.binding = new Binding(trace, parameters, {
      slots: this.gradients,
      parameters: new Float64Array(0),
      layout: 'two rows',
    });
    this.state = program.states[0] as number;
    this.size = (program.slots[this.state] as Slot).size;
    this.loss = program.slots.findIndex((slot) => slot.symbol === 'L');
  }

  private run(instructions: readonly BoundInstruction[], step: CellStep): void {
    this.binding.aim(instructions, step);
    for (let i = instructions.length - 1; i >= 0; i--) {
      const { operation, out, args, hasGradient } = instructions[i] as BoundInstruction;
      if (hasGradient) operation.backward(out, args);
    }
  }

  /** vᵀ ∂h_t/∂h_{t−1}: carries a row vector back through step k (0-based) of the topology; in place. */
  private carry(v: Float64Array, k: number): void {
    const step = this.trace.steps[k] as CellStep;
    for (const each of this.gradients) each.fill(0);
    const state = this.gradients[this.state] as Float64Array;
    state.set(v, 0);
    this.run(this.binding.cell, step);
    v.set(state.subarray(this.size, 2 * this.size));
  }

  /** ∂h_t/∂h_{t−1} of step k (0-based), row by row: [H,H]. */
  local(k: number): Float64Array {
    const matrix = new Float64Array(this.size * this.size);
    for (let i = 0; i < this.size; i++) {
      const row = matrix.subarray(i * this.size, (i + 1) * this.size);
      row[i] = 1;
      this.carry(row, k);
    }
    return matrix;
  }

  /**
   * Norms of ∂h_T/∂h_k for k = T down to 0, in the order of k from 0: T+1 entries, the last one that of the identity.
   * The product is kept exact by building it from T backwards, one local Jacobian at a time.
   */
  toFinal(): MatrixNorms[] {
    const T = this.trace.steps.length;
    const norms: MatrixNorms[] = [];
    let product = identity(this.size);
    for (let k = T; k >= 0; k--) {
      norms.push({ spectral: spectralNorm(product, this.size, this.size), fro: frobenius(product) });
      if (k > 0) product = matmul(product, this.local(k - 1), this.size, this.size, this.size);
    }
    return norms.reverse();
  }

  /** ‖∂L_r/∂h_k‖ for the step loss at step r (0-based step with a read-out), k = 0…T: T+1 numbers, 0 after r. */
  lossToStates(r: number): Float64Array {
    const norms = new Float64Array(this.trace.steps.length + 1);
    for (const each of this.gradients) each.fill(0);
    this.gradients[this.loss]![0] = 1;
    this.run(this.binding.readout, this.trace.steps[r] as CellStep);
    const v = (this.gradients[this.state] as Float64Array).slice(0, this.size);
    for (let k = r + 1; k >= 0; k--) {
      norms[k] = norm(v);
      if (k > 0) this.carry(v, k - 1);
    }
    return norms;
  }
}
