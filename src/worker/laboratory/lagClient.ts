// The page's end of the trainings over a lag: hands them to workers, keeps those of one lag on one clock, and tells how they fare.
import { Link } from '../link.ts';
import { LagClock, type Training } from './lagClock.ts';
import { lagSettings, type LagOptions, type LagSettings } from './lagOptions.ts';
import type { FromLag, ToLag } from './lagProtocol.ts';
import { idleLag, type LagSnapshot, type LagTrainingPlan } from './lagSnapshot.ts';

export interface LagTrainer {
  /** Trains every cell at every lag of the plan, from the beginning; what was under way is given up. */
  start(plan: LagTrainingPlan): void;
  /** Stands still, and keeps what is under way. The numbers come out as without it. */
  pause(): void;
  resume(): void;
  /** Ends the trainings; what was seen of them stays. */
  stop(): void;
  /** For tests: kills all workers, as by an error. */
  crash(): void;
  /** Ends the workers; nothing is told any more. */
  dispose(): void;
}

type Reached = Extract<FromLag, { kind: 'reached' }>;

interface Line {
  readonly link: Link<ToLag, Reached>;
  /** The trainings that its worker knows. */
  readonly begun: Set<Training>;
  /** What it is at; null: it is free. */
  task: { readonly training: Training; readonly to: number } | null;
  /** Workers that it has lost since it last came anywhere. */
  losses: number;
}

/** Workers that a line may lose in a row before the trainings are given up. */
const lossLimit = 3;

const words = {
  restarted: (why: string) => `A background worker was lost (${why}). Its trainings have begun anew; their numbers come out the same.`,
  givenUp: (why: string) =>
    `A background worker was lost ${lossLimit} times in a row (${why}), so the trainings were given up. Take shorter lags or fewer units, or try once more.`,
};

export function createLagTrainer(options: LagOptions): LagTrainer {
  return new Trainer(lagSettings(options));
}

class Trainer implements LagTrainer {
  private readonly settings: LagSettings;
  private snapshot: LagSnapshot = idleLag;
  private clock: LagClock | null = null;
  private lines: Line[] = [];
  private lastId = 0;
  private isScheduled = false;
  private isDisposed = false;

  constructor(settings: LagSettings) {
    this.settings = settings;
  }

  start(plan: LagTrainingPlan): void {
    if (this.isDisposed) return;
    this.closeLines();
    const { size, round } = this.settings;
    const count = Math.min(size, plan.cells.length * plan.lags.length);
    this.clock = new LagClock(plan, count, round, this.lastId + 1);
    this.lastId += plan.cells.length * plan.lags.length;
    this.lines = Array.from({ length: count }, (_, index) => this.newLine(index));
    this.tell({ plan, status: 'running', words: '' });
    this.goOn();
  }

  pause(): void {
    if (this.snapshot.status !== 'running') return;
    for (const { link } of this.lines) {
      link.tell({ kind: 'pause' });
      link.rest();
    }
    this.tell({ status: 'paused' });
  }

  resume(): void {
    if (this.snapshot.status !== 'paused') return;
    for (const { link, task } of this.lines) {
      // Who is in the middle of something is watched again.
      if (task) link.send({ kind: 'resume' });
      else link.tell({ kind: 'resume' });
    }
    this.tell({ status: 'running' });
    this.goOn();
  }

  stop(): void {
    const { status } = this.snapshot;
    if (status === 'running' || status === 'paused') this.end({ status: 'stopped' });
  }

  crash(): void {
    for (const { link } of this.lines) link.lose('it was crashed on purpose');
  }

  dispose(): void {
    this.isDisposed = true;
    this.closeLines();
  }

  private newLine(index: number): Line {
    const line: Line = {
      begun: new Set(),
      task: null,
      losses: 0,
      link: new Link<ToLag, Reached>(this.settings, {
        hear: (message) => this.arrived(line, message),
        lost: (why) => this.lost(line, index, why),
        absent: () => this.again(line, index),
      }),
    };
    return line;
  }

  /** Gives each free worker what it should do next. */
  private goOn(): void {
    const { clock } = this;
    if (!clock || this.snapshot.status !== 'running') return;
    if (clock.isDone) {
      this.end({ status: 'done' });
      return;
    }
    for (const [index, line] of this.lines.entries()) {
      // In the page itself one thing at a time is enough.
      const isOnPage = this.lines.some(({ link }) => link.notice !== null);
      if (line.task || (isOnPage && this.lines.some(({ task }) => task))) continue;
      line.task = clock.next(index);
      if (line.task) this.send(line, line.task);
    }
  }

  private send(line: Line, { training, to }: NonNullable<Line['task']>): void {
    const { id, job } = training;
    if (!line.begun.has(training)) line.link.send({ kind: 'begin', training: id, job });
    line.begun.add(training);
    line.link.send({ kind: 'advance', training: id, to });
    const { notice } = line.link;
    if (notice !== null && this.snapshot.words === '') this.tell({ words: notice });
  }

  private arrived(line: Line, { training: id, points, end }: Reached): void {
    const { task } = line;
    if (task?.training.id !== id) return;
    line.task = null;
    line.losses = 0;
    line.link.rest();
    if (this.clock?.arrived(task.training, task.to, points, end)) this.tellLater();
    this.goOn();
  }

  private lost(line: Line, index: number, why: string): void {
    line.losses += 1;
    if (line.losses >= lossLimit) {
      this.end({ status: 'failed', words: words.givenUp(why) });
      return;
    }
    this.tell({ words: words.restarted(why) });
    this.again(line, index);
  }

  /** A fresh worker begins the trainings of a line anew. */
  private again(line: Line, index: number): void {
    line.task = null;
    line.begun.clear();
    this.clock?.lost(index);
    this.goOn();
  }

  private end(changes: Partial<LagSnapshot>): void {
    this.closeLines();
    this.tell(changes);
  }

  private closeLines(): void {
    for (const { link } of this.lines) link.close();
    this.lines = [];
  }

  /** Tells how things are with the next picture, once however much comes until then. */
  private tellLater(): void {
    if (this.isScheduled) return;
    this.isScheduled = true;
    this.settings.schedule(() => {
      this.isScheduled = false;
      if (this.snapshot.status === 'running' || this.snapshot.status === 'paused') this.tell({});
    });
  }

  private tell(changes: Partial<LagSnapshot>): void {
    if (this.isDisposed) return;
    const curves = this.clock?.trainings.map(({ curve }) => curve) ?? [];
    this.snapshot = { ...this.snapshot, ...changes, curves };
    this.settings.onUpdate(this.snapshot);
  }
}
