// Several optimisers go down the same landscape from the same start, update by update side by side, with the same batches.
import { optimisers } from '../../learn/optimisers.ts';
import type { Optimiser } from '../../learn/optimisers/optimiser.ts';
import { norm } from '../../math/linear.ts';
import type { Beat } from '../beat.ts';
import type { Lane, RaceEntry, RaceJob, RaceProgress, RaceResult } from './job.ts';
import { keepsAllGradients, keptUpdates } from './keeping.ts';
import type { Landscape } from './landscape.ts';
import { landscapeOf } from './landscapes.ts';
import { principalDirections } from './principal.ts';

type Racing = Generator<Beat<RaceProgress> | null, RaceResult>;

/** Beats after each update, and null at pauses between. Throws an `Error` in words where a number of the job cannot be. */
export function* race(job: RaceJob): Racing {
  return yield* raceOn(landscapeOf(job.problem), job);
}

/** The same on a landscape that is there already. */
export function* raceOn(landscape: Landscape, { entries, updates, watched }: Omit<RaceJob, 'problem'>): Racing {
  const { start, measured, rows } = landscape;
  const kept = keptUpdates(start.length, entries.length, updates);
  const isWhole = keepsAllGradients(start.length, entries.length, updates);
  if (!(watched >= 0 && watched < start.length)) throw new Error(`There are ${start.length} weights, counted from 0, so there is no weight ${watched}.`);
  const first = yield* paused(landscape.loss(start));
  const runners = entries.map((entry) => new Runner(entry, start, first, { updates, kept, watched: isWhole ? null : watched }));
  const beat: Beat<RaceProgress> = { over: 'batch', progress: () => ({ losses: runners.map((runner) => runner.losses.slice(0, runner.done + 1)) }) };
  for (let update = 1; update <= updates && runners.some((runner) => runner.problem === null); update++) {
    landscape.next();
    for (const runner of runners) if (runner.problem === null) yield* runner.step(landscape, update);
    yield beat;
  }
  const lanes = runners.map((runner) => runner.lane());
  return { start, lanes, kept, watched: isWhole ? null : watched, measured, rows, principal: principalDirections(start, lanes, kept.length) };
}

/** What is computed in pieces, with a null for each pause. */
export function* paused<Result>(computation: Generator<void, Result>): Generator<null, Result> {
  let next = computation.next();
  for (; next.done !== true; next = computation.next()) yield null;
  return next.value;
}

interface Keeping {
  readonly updates: number;
  readonly kept: Int32Array;
  readonly watched: number | null;
}

/** One optimiser on its way. */
class Runner {
  done = 0;
  problem: string | null = null;
  readonly losses: Float64Array;
  private readonly parameters: Float64Array;
  private readonly gradient: Float64Array;
  private readonly path: Float64Array;
  private readonly gradients: Float64Array;
  private readonly optimiser: Optimiser;
  private placesKept = 1;

  constructor(
    private readonly entry: RaceEntry,
    start: Float64Array,
    first: number,
    private readonly keeping: Keeping,
  ) {
    const { updates, kept, watched } = keeping;
    const count = start.length;
    this.optimiser = optimisers[entry.optimiser].make({ learningRate: entry.learningRate }, count);
    this.parameters = start.slice();
    this.gradient = new Float64Array(count);
    this.losses = new Float64Array(updates + 1).fill(NaN);
    this.losses[0] = first;
    this.path = new Float64Array(kept.length * count).fill(NaN);
    this.path.set(start);
    this.gradients = new Float64Array(updates * (watched === null ? count : 1)).fill(NaN);
  }

  *step(landscape: Landscape, update: number): Generator<null, void> {
    const { parameters, gradient } = this;
    const { kept, watched } = this.keeping;
    yield* paused(landscape.gradient(parameters, gradient));
    const length = norm(gradient);
    if (!Number.isFinite(length)) return this.stop(update, 'gradient', length);
    this.optimiser.step(parameters, gradient);
    const loss = yield* paused(landscape.loss(parameters));
    if (!Number.isFinite(loss)) return this.stop(update, 'loss', loss);
    this.done = update;
    this.losses[update] = loss;
    if (watched === null) this.gradients.set(gradient, (update - 1) * gradient.length);
    else this.gradients[update - 1] = gradient[watched]!;
    if (kept[this.placesKept] === update) this.path.set(parameters, this.placesKept++ * parameters.length);
  }

  /** The weights stay as they were before the update: those after it are of no use. */
  private stop(update: number, what: string, value: number): void {
    const seen = Number.isNaN(value) ? 'no number any more' : 'more than a computer can hold';
    this.problem = `${optimisers[this.entry.optimiser].title} ends at update ${update.toLocaleString('en')}: the ${what} is ${seen}. Its η of ${this.entry.learningRate} throws the weights too far; take a smaller one.`;
  }

  lane(): Lane {
    const { done, losses, path, gradients, problem } = this;
    return { ...this.entry, done, losses, path, gradients, problem };
  }
}
