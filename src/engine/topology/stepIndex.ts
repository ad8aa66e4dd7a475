// Where in a list of steps a row is written, read out, or continued: looked up at once instead of searched.
import type { CellStep } from './index.ts';

export class StepIndex {
  readonly steps: readonly CellStep[];
  private readonly cells = new Map<number, number>();
  private readonly readouts = new Map<number, number>();
  private readonly next = new Map<number, number[]>();
  private readonly read = new Map<number, number[]>();
  private readonly rows = new Map<number, readonly number[]>();

  /** The index of a list of steps, which is made once, however many ask for it. */
  static of(steps: readonly CellStep[]): StepIndex {
    let index = known.get(steps);
    if (!index) known.set(steps, (index = new StepIndex(steps)));
    return index;
  }

  constructor(steps: readonly CellStep[]) {
    this.steps = steps;
    steps.forEach(({ chain, row, previousChain, previousRow, readout }, k) => {
      this.cells.set(key(chain, row), k);
      if (readout) this.readouts.set(readout.row, k);
      readout?.stateRows.forEach((stateRow, reader) => push(this.read, key(reader, stateRow), k));
      push(this.next, key(previousChain, previousRow), k);
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
    return this.next.get(key(chain, row)) ?? none;
  }

  /** Positions of the steps that read out a row of the n-th of the chains that are read. */
  readersOf(reader: number, row: number): readonly number[] {
    return this.read.get(key(reader, row)) ?? none;
  }

  /** The rows that a chain writes, or with chain −1 the rows of the read-outs, in the order of computation. */
  rowsOf(chain: number): readonly number[] {
    let rows = this.rows.get(chain);
    if (!rows) {
      rows = this.steps.flatMap((step) =>
        chain < 0 ? (step.readout ? [step.readout.row] : []) : step.chain === chain ? [step.row] : [],
      );
      this.rows.set(chain, rows);
    }
    return rows;
  }
}

const known = new WeakMap<readonly CellStep[], StepIndex>();
const none: readonly number[] = [];

/** There are at most a few chains. */
const key = (chain: number, row: number): number => row * 8 + chain;

function push(map: Map<number, number[]>, at: number, k: number): void {
  const list = map.get(at);
  if (list) list.push(k);
  else map.set(at, [k]);
}
