// All trainings of one plan, and how far each may go: the trainings of one lag advance in rounds, and a round is over, and seen, when each
// of them has done it. The shortest lag has its turn first, so that points of the picture come to their end one by one.
import { cells } from '../../engine/cells/index.ts';
import type { LagJob } from '../../engine/laboratory/lag/job.ts';
import type { LagEnd, LagPoint } from './lagProtocol.ts';
import type { LagCurve, LagTrainingPlan } from './lagSnapshot.ts';

export interface Training {
  readonly id: number;
  readonly job: LagJob;
  /** Which worker has it, from 0. */
  readonly line: number;
  curve: LagCurve;
  /** Tests of the round under way, which are not seen yet. */
  points: LagPoint[];
  /** Updates that are done; −1 before the first test. */
  reached: number;
  end: LagEnd | null;
}

interface Group {
  readonly trainings: readonly Training[];
  /** Updates that end the round under way. The first round is the test before any update. */
  target: number;
}

/** How long a step of a cell takes beside one of a vanilla RNN: it has as many products with the state. */
const products: Readonly<Record<string, number>> = { lstm: 4, gru: 3 };

const costOf = ({ cell, lag }: LagJob): number => (products[cells[cell].family] ?? 1) * (lag + 1);

export class LagClock {
  private readonly groups: readonly Group[];
  private readonly round: number;
  private readonly updates: number;

  /** `lines`: how many workers share the trainings; each stays with one, so its numbers need not travel. */
  constructor({ cells: cellIds, lags, ...rest }: LagTrainingPlan, lines: number, round: number, firstId: number) {
    const jobs = lags.map((lag) => cellIds.map((cell): LagJob => ({ task: rest.task, hiddenSize: rest.hiddenSize, updates: rest.updates, learningRate: rest.learningRate, seed: rest.seed, gateBias: rest.gateBias, lag, cell })));
    const shares = shared(jobs.flat(), lines);
    let id = firstId;
    this.groups = jobs.map((group) => ({ target: 0, trainings: group.map((job) => trainingOf(id++, job, shares.get(job) ?? 0)) }));
    this.round = round;
    this.updates = rest.updates;
  }

  get trainings(): readonly Training[] {
    return this.groups.flatMap(({ trainings }) => trainings);
  }

  get isDone(): boolean {
    return this.trainings.every(({ curve }) => curve.isDone);
  }

  /** What this worker should do next, and how far; null where all that it has must wait for others, or is done. */
  next(line: number): { readonly training: Training; readonly to: number } | null {
    for (const { trainings, target } of this.groups) {
      const training = trainings.find((each) => each.line === line && isBehind(each, target));
      if (training) return { training, to: target };
    }
    return null;
  }

  /** A training is as far as it was told. Returns whether a round is over with it. */
  arrived(training: Training, to: number, points: readonly LagPoint[], end: LagEnd | null): boolean {
    // One that had to begin anew tells again what is already seen.
    const seen = training.curve.updates.at(-1) ?? -1;
    training.points.push(...points.filter(({ update }) => update > seen));
    training.reached = to;
    // After its last update a training has nothing more to tell.
    training.end = end ?? (to >= this.updates ? { isSolved: false, problem: null } : null);
    return this.finishRounds();
  }

  /** A worker was lost: its trainings begin anew. What is seen of them stays, as it will come out the same. */
  lost(line: number): void {
    for (const training of this.trainings) {
      if (training.line !== line || training.curve.isDone) continue;
      training.reached = -1;
      training.points = [];
      training.end = null;
    }
  }

  private finishRounds(): boolean {
    let isOver = false;
    for (const group of this.groups) {
      const { trainings, target } = group;
      if (trainings.every(({ curve }) => curve.isDone) || trainings.some((each) => isBehind(each, target))) continue;
      for (const training of trainings) show(training);
      group.target = Math.min(target + this.round, this.updates);
      isOver = true;
    }
    return isOver;
  }
}

const isBehind = ({ end, reached }: Training, target: number): boolean => end === null && reached < target;

const trainingOf = (id: number, job: LagJob, line: number): Training => ({
  id,
  job,
  line,
  curve: { cell: job.cell, lag: job.lag, updates: [], losses: [], accuracies: [], isDone: false, isSolved: false, problem: null },
  points: [],
  reached: -1,
  end: null,
});

/** Puts what a training has done in the round before everybody's eyes. */
function show(training: Training): void {
  const { curve, points, end } = training;
  if (curve.isDone) return;
  training.points = [];
  training.curve = {
    ...curve,
    updates: [...curve.updates, ...points.map(({ update }) => update)],
    losses: [...curve.losses, ...points.map(({ loss }) => loss)],
    accuracies: [...curve.accuracies, ...points.map(({ accuracy }) => accuracy)],
    isDone: end !== null,
    isSolved: end?.isSolved ?? false,
    problem: end?.problem ?? null,
  };
}

/** Which worker has which job: the longest first, each to the one with the least to do. */
function shared(jobs: readonly LagJob[], lines: number): Map<LagJob, number> {
  const loads = Array.from({ length: lines }, () => 0);
  const shares = new Map<LagJob, number>();
  for (const job of jobs.toSorted((a, b) => costOf(b) - costOf(a))) {
    const line = loads.indexOf(Math.min(...loads));
    loads[line] = (loads[line] ?? 0) + costOf(job);
    shares.set(job, line);
  }
  return shares;
}
