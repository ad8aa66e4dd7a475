// What the screen is a function of: (document, trace, playhead), put together once for all drawings and panels.
import { Clock, type Moment } from '../../engine/clock/clock.ts';
import type { Job } from '../../engine/job.ts';
import type { Network } from '../../engine/network.ts';
import { Numbers } from '../../engine/explain/numbers.ts';
import type { Reference } from '../../engine/reference.ts';
import type { Trace } from '../../engine/run/trace.ts';

/** The numbers in view and the way to read them at a playhead. */
export interface Scene {
  readonly network: Network;
  readonly trace: Trace;
  readonly numbers: Numbers;
  readonly clock: Clock;
  readonly job: Job;
  /** Operations done. */
  readonly playhead: number;
  /** The operation that was just done; null before the first. */
  readonly moment: Moment | null;
  /** The words that are read, one a time step. */
  readonly tokens: readonly string[];
  /** The vocabulary in force, one name a row of x. */
  readonly words: readonly string[];
  /** One name an output unit. */
  readonly outputs: readonly string[];
  /** The number, or null while the playhead has not come to it (or the run has not yet). */
  read(reference: Reference): number | null;
}

/** What a run has delivered, as the run store holds it. */
export interface RunNumbers {
  readonly job: Job;
  readonly network: Network;
  readonly trace: Trace;
  readonly parameters: Float64Array;
  /** Number of steps whose values have come; number of the first step (0-based) whose gradients have come. */
  readonly forwardTo: number;
  readonly backwardFrom: number;
}

export interface SceneWords {
  readonly tokens: readonly string[];
  readonly words: readonly string[];
  readonly outputs: readonly string[];
}

/** The parts of a scene that do not depend on the playhead: made once a run. */
export function createStage(run: RunNumbers): { numbers: Numbers; clock: Clock } {
  const { trace, parameters, network, job } = run;
  return {
    numbers: new Numbers(trace, parameters, job.learningRate),
    clock: new Clock(network, trace.steps),
  };
}

export function createScene(
  run: RunNumbers,
  stage: { numbers: Numbers; clock: Clock },
  playhead: number,
  words: SceneWords,
): Scene {
  const { numbers, clock } = stage;
  const at = Math.min(Math.max(playhead, 0), clock.count);
  return {
    network: run.network,
    trace: run.trace,
    job: run.job,
    numbers,
    clock,
    playhead: at,
    moment: clock.momentAt(at),
    ...words,
    read(reference) {
      if (clock.madeAt(reference.symbol, reference.t) > at || !hasArrived(run, reference)) return null;
      const value = numbers.value(reference);
      return Number.isNaN(value) && !isComputed(numbers, reference) ? null : value;
    },
  };
}

/** Whether the run that streams in has delivered this number. */
function hasArrived(run: RunNumbers, { symbol, t = 0 }: Reference): boolean {
  // The total loss is a sum over all steps.
  if (symbol === 'L') return run.forwardTo >= run.trace.steps.length;
  const isGradient = symbol.startsWith('d') || symbol.startsWith('sum_') || symbol.startsWith('norm_') || symbol.endsWith('_new') || symbol === 'factor';
  return isGradient ? run.backwardFrom <= Math.max(t - 1, 0) : t <= run.forwardTo;
}

/** A NaN may be a computed one (overflow): it is shown as such, unlike a reference that points at nothing. */
function isComputed(numbers: Numbers, { symbol, t }: Reference): boolean {
  return numbers.has(symbol, t);
}
