// The runs that were asked for and have not ended, the latest last. They are computed in their order, one at a time.
import type { Trace } from '../engine/run/trace.ts';
import type { Assembly } from './assembly.ts';

/** What tells of a run: a message, or the run itself. */
interface Numbered {
  readonly run: number;
}

export class Queue {
  private asked: readonly Assembly[] = [];
  private readonly left: (run: Assembly) => void;

  /** `left` is told of every run that is not awaited any more. */
  constructor(left: (run: Assembly) => void) {
    this.left = left;
  }

  /** The run that was asked for last, while it has not ended. */
  get latest(): Assembly | undefined {
    return this.asked.at(-1);
  }

  add(run: Assembly): void {
    this.asked = [...this.asked, run];
  }

  find({ run }: Numbered): Assembly | undefined {
    return this.asked.find((each) => each.run === run);
  }

  /** Whether a trace is being filled. */
  isFilling(trace: Trace): boolean {
    return this.asked.some((each) => each.trace === trace);
  }

  /** Takes a run out, and those before it, which are over with its end. */
  leaveUpTo({ run }: Numbered): void {
    this.leave((each) => each.run <= run);
  }

  /** Takes one run out. Those before it may still come: it may have waited behind them. */
  leaveOnly({ run }: Numbered): void {
    this.leave((each) => each.run === run);
  }

  leaveAll(): void {
    this.leave(() => true);
  }

  private leave(isOver: (run: Assembly) => boolean): void {
    const over = this.asked.filter(isOver);
    this.asked = this.asked.filter((run) => !isOver(run));
    over.forEach(this.left);
  }
}
