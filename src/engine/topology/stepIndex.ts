// Where in a list of steps a row is written, read out, or continued: looked up at once instead of searched.
import type { CellStep } from './index.ts';

export class StepIndex {
  readonly steps: readonly CellStep[];
  private readonly cells = new Map<number, number>();
  private readonly readouts = new Map<number, number>();
  private readonly next = new Map<number, number[]>();

  constructor(steps: readonly CellStep[]) {
    this.steps = steps;
    steps.forEach(({ chain, row, previousChain, previousRow, readout }, k) => {
      this.cells.set(key(chain, row), k);
      if (readout) this.readouts.set(readout.row, k);
      const before = key(previousChain, previousRow);
      const known = this.next.get(before);
      if (known) known.push(k);
      else this.next.set(before, [k]);
    });
  }

  /** Position of the step that writes a row of a chain, or with chain −1 reads out at that row; −1 if none does. */
  at(chain: number, row: number): number {
    return (chain < 0 ? this.readouts.get(row) : this.cells.get(key(chain, row))) ?? -1;
  }

  /** The step that writes a row of a chain, or with chain −1 reads out at that row. */
  stepAt(chain: number, row: number): CellStep | undefined {
    return this.steps[this.at(chain, row)];
  }

  /** Positions of the steps that go on from a row of a chain. */
  after(chain: number, row: number): readonly number[] {
    return this.next.get(key(chain, row)) ?? [];
  }

  /** The rows that a chain writes, or with chain −1 the rows of the read-outs, in the order of computation. */
  rowsOf(chain: number): number[] {
    return this.steps.flatMap((step) =>
      chain < 0 ? (step.readout ? [step.readout.row] : []) : step.chain === chain ? [step.row] : [],
    );
  }
}

/** There are at most a few chains. */
const key = (chain: number, row: number): number => row * 8 + chain;
