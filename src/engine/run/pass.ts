// Forward and backward propagation through time: runs the list of cell steps forwards, and backwards for the gradients.
// Rumelhart, Hinton, Williams (1986); Werbos (1990), "Backpropagation through time".
import { Binding } from './binding.ts';
import { initialStateSlot } from './initialState.ts';
import type { InitialStates } from '../model.ts';
import { slotIndex } from '../network.ts';
import type { CellStep } from '../topology/index.ts';
import type { Sequence } from './sequences.ts';
import type { Trace } from './trace.ts';
import { totalLossOf } from './totalLoss.ts';

export class Pass {
  private readonly trace: Trace;
  private readonly binding: Binding;
  private readonly lossSlot: number;

  constructor(trace: Trace, parameters: Float64Array) {
    const { program } = trace.network;
    this.trace = trace;
    this.binding = new Binding(trace, parameters, {
      slots: trace.gradients,
      parameters: trace.parameterGradients,
      layout: 'rows',
    });
    this.lossSlot = slotIndex(program, 'L');
  }

  /**
   * Sets a chain's state before its first step: H numbers for every sequence alike, or B·H, one sequence after another.
   * `symbol` is that of the state: h, c, h.reverse, …
   */
  start(initialState: ArrayLike<number>, symbol = 'h'): void {
    const { network, sequences, values } = this.trace;
    const index = initialStateSlot(network, symbol, initialState, sequences.length);
    const all = sequences.length * network.program.slots[index]!.size;
    for (let i = 0; i < all; i++) values[index]![i] = initialState[i % initialState.length] as number;
  }

  /** Sets several states, by their symbols. */
  startAll(initialStates: InitialStates = {}): void {
    for (const [symbol, values] of Object.entries(initialStates)) this.start(values, symbol);
  }

  /** Computes steps `from` (0-based, inclusive) to `to` (exclusive) of every sequence: states, outputs, losses. */
  forward(from = 0, to = this.trace.steps.length): void {
    const { sequences } = this.trace;
    for (let b = 0; b < sequences.length; b++) {
      const { steps } = sequences[b] as Sequence;
      for (let k = from; k < Math.min(to, steps.length); k++) {
        const step = steps[k] as CellStep;
        this.binding.runForward(this.binding.cells[step.chain]!, step, b);
        if (step.readout) this.binding.runForward(this.binding.readout, step, b);
      }
    }
  }

  /** L: the sum of the steps' losses, or their mean; the mean over a batch. Call after `forward`. */
  totalLoss(): number {
    return totalLossOf(this.trace);
  }

  /** Forgets the gradients of an earlier backward pass; `backward` adds to what is there. */
  clearGradients(): void {
    for (const gradients of this.trace.gradients) gradients.fill(0);
    this.trace.parameterGradients.fill(0);
  }

  /** Carries gradients through steps `to` − 1 down to `from`. Call for the last steps first. */
  backward(from = 0, to = this.trace.steps.length): void {
    const { sequences, gradients } = this.trace;
    const losses = gradients[this.lossSlot] as Float64Array;
    const B = sequences.length;
    for (let b = 0; b < B; b++) {
      const { steps, lossWeight } = sequences[b] as Sequence;
      for (let k = Math.min(to, steps.length) - 1; k >= from; k--) {
        const step = steps[k] as CellStep;
        if (step.readout) {
          losses[step.readout.row * B + b] = lossWeight;
          this.binding.runBackward(this.binding.readout, step, b);
        }
        this.binding.runBackward(this.binding.cells[step.chain]!, step, b);
      }
    }
  }
}

/** The first value that is not a finite number, in the order of computation: its symbol, step and unit (1-based). */
export function firstNonFinite(trace: Trace): { symbol: string; t: number; unit: number; value: number } | null {
  const { slots, instructions } = trace.network.program;
  const B = trace.sequences.length;
  for (const [b, { steps }] of trace.sequences.entries()) {
    for (const step of steps) {
      for (const { out, chain } of instructions) {
        if (chain >= 0 ? chain !== step.chain : !step.readout) continue;
        const t = chain < 0 ? (step.readout?.row ?? 0) : step.row;
        const { symbol, size } = slots[out]!;
        const values = trace.values[out] as Float64Array;
        for (let i = 0; i < size; i++) {
          const value = values[(t * B + b) * size + i] as number;
          if (!Number.isFinite(value)) return { symbol, t, unit: i + 1, value };
        }
      }
    }
  }
  return null;
}
