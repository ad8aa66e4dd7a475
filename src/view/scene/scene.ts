// What the screen is a function of: (document, trace, playhead), put together once for all drawings and panels.
import { Clock, type Moment } from '../../engine/clock/clock.ts';
import type { Job } from '../../engine/job.ts';
import type { Network } from '../../engine/network.ts';
import { Numbers } from '../../engine/explain/numbers.ts';
import { anatomyOf, type Anatomy } from '../anatomy/anatomy.ts';
import { hasArrived } from './arrived.ts';
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
  /** What is read, by axis: a name for each time step. */
  readonly tokens: readonly [readonly string[], readonly string[]];
  /** The vocabulary in force, by axis: a name for each row of x. */
  readonly words: readonly [readonly string[], readonly string[]];
  /** One name an output unit. */
  readonly outputs: readonly string[];
  /** What the drawing of this network consists of. */
  readonly anatomy: Anatomy;
  /** Where a network's outputs can be its next inputs: whether they are, or what should have come out is read instead. */
  readonly feeding: Feeding;
  /** Whether it is only looked at: its given numbers are changed elsewhere. */
  readonly isFixed: boolean;
  /** The number, or null while the playhead has not come to it (or the run has not yet). */
  readonly read: (reference: Reference) => number | null;
}

export type Feeding = 'teacher' | 'free';

/** What the document says of how the network is looked at. */
interface SceneView {
  readonly areGatesOpen: boolean;
  readonly feeding: Feeding;
  /** Whether nothing is changed where it is drawn. */
  readonly isFixed?: boolean;
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
  readonly tokens: Scene['tokens'];
  readonly words: Scene['words'];
  readonly outputs: readonly string[];
}

/** The parts of a scene that do not depend on the playhead: made once a run. */
export function createStage(run: RunNumbers): { numbers: Numbers; clock: Clock } {
  const { trace, parameters, network, job } = run;
  return {
    numbers: new Numbers(trace, parameters, job.learningRate, 0, job.clipping),
    clock: new Clock(network, trace.steps),
  };
}

export function createScene(
  run: RunNumbers,
  stage: { numbers: Numbers; clock: Clock },
  playhead: number,
  words: SceneWords,
  { areGatesOpen, feeding, isFixed = false }: SceneView = { areGatesOpen: false, feeding: 'teacher' },
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
    anatomy: anatomyOf(run.network, areGatesOpen),
    feeding,
    isFixed,
    read(reference) {
      if (clock.madeAt(reference.symbol, reference.t) > at || !hasArrived(run, reference)) return null;
      const value = numbers.value(reference);
      return Number.isNaN(value) && !isComputed(numbers, reference) ? null : value;
    },
  };
}

/** A NaN may be a computed one (overflow): it is shown as such, unlike a reference that points at nothing. */
function isComputed(numbers: Numbers, { symbol, t }: Reference): boolean {
  return numbers.has(symbol, t);
}
