// Forward and backward propagation through time: runs the list of cell steps forwards, and backwards for the gradients.
// Rumelhart, Hinton, Williams (1986); Werbos (1990), "Backpropagation through time".
import { Binding, type BoundInstruction } from './binding.ts';
import type { CellStep } from './topology/index.ts';
import { lossWeightOf, type Trace } from './trace.ts';

export class Pass {
  private readonly trace: Trace;
  private readonly binding: Binding;
  private readonly lossSlot: number;
  /** Weight of each step's loss in the total: 1, or 1/R for the mean over R read-outs. */
  readonly lossWeight: number;

  constructor(trace: Trace, parameters: Float64Array) {
    const { program } = trace.network;
    if (parameters.length !== program.parameterCount) {
      throw new Error(`This network has ${program.parameterCount} parameters, but ${parameters.length} numbers were given.`);
    }
    this.trace = trace;
    this.binding = new Binding(trace, parameters, {
      slots: trace.gradients,
      parameters: trace.parameterGradients,
      layout: 'rows',
    });
    this.lossSlot = program.slots.findIndex((slot) => slot.symbol === 'L');
    this.lossWeight = lossWeightOf(trace);
  }

  /** Sets the state before the first step; its length is H. */
  start(initialState: ArrayLike<number>): void {
    const { program, model } = this.trace.network;
    if (initialState.length !== model.hiddenSize) {
      throw new Error(`h₀ needs ${model.hiddenSize} numbers, but ${initialState.length} were given.`);
    }
    this.trace.values[program.states[0] as number]!.set(initialState, 0);
  }

  /** Computes steps `from` (0-based, inclusive) to `to` (exclusive): states, outputs, losses of each step. */
  forward(from = 0, to = this.trace.steps.length): void {
    for (let k = from; k < to; k++) {
      const step = this.trace.steps[k] as CellStep;
      this.runForward(this.binding.cell, step);
      if (step.readsOut) this.runForward(this.binding.readout, step);
    }
  }

  /** L: the sum of the steps' losses, or their mean. Call after `forward`. */
  totalLoss(): number {
    const losses = this.trace.values[this.lossSlot] as Float64Array;
    let total = 0;
    for (const step of this.trace.steps) if (step.readsOut) total += losses[step.row] as number;
    return total * this.lossWeight;
  }

  /** Forgets the gradients of an earlier backward pass; `backward` adds to what is there. */
  clearGradients(): void {
    for (const gradients of this.trace.gradients) gradients.fill(0);
    this.trace.parameterGradients.fill(0);
  }

  /** Carries gradients through steps `to` − 1 down to `from`. Call for the last steps first. */
  backward(from = 0, to = this.trace.steps.length): void {
    const losses = this.trace.gradients[this.lossSlot] as Float64Array;
    for (let k = to - 1; k >= from; k--) {
      const step = this.trace.steps[k] as CellStep;
      if (step.readsOut) {
        losses[step.row] = this.lossWeight;
        this.runBackward(this.binding.readout, step);
      }
      this.runBackward(this.binding.cell, step);
    }
  }

  private runForward(instructions: readonly BoundInstruction[], step: CellStep): void {
    this.binding.aim(instructions, step);
    for (const { operation, out, args } of instructions) operation.forward(out, args);
  }

  private runBackward(instructions: readonly BoundInstruction[], step: CellStep): void {
    this.binding.aim(instructions, step);
    for (let i = instructions.length - 1; i >= 0; i--) {
      const { operation, out, args, hasGradient } = instructions[i] as BoundInstruction;
      if (hasGradient) operation.backward(out, args);
    }
  }
}

/** The first value that is not a finite number, in the order of computation: its symbol, step and unit (1-based). */
export function firstNonFinite(trace: Trace): { symbol: string; t: number; unit: number; value: number } | null {
  const { slots, instructions } = trace.network.program;
  for (const step of trace.steps) {
    for (const { out } of instructions) {
      const { symbol, size } = slots[out]!;
      const values = trace.values[out] as Float64Array;
      for (let i = 0; i < size; i++) {
        const value = values[step.row * size + i] as number;
        if (!Number.isFinite(value)) return { symbol, t: step.row, unit: i + 1, value };
      }
    }
  }
  return null;
}
