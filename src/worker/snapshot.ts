// What the page knows of the runs at one moment: the numbers of one run, never of two, and how the latest one fares.
import type { Job } from '../engine/job.ts';
import type { Network } from '../engine/network.ts';
import type { Trace } from '../engine/run/trace.ts';
import type { NonFinite } from './protocol.ts';

/** The numbers of one run. All of them belong to `job`, whatever has been asked for since. */
export interface Shown {
  /** Which run; 0 before there is any. */
  readonly run: number;
  readonly job: Job | null;
  readonly network: Network | null;
  /** Filled in place while frames arrive: only what `forwardTo` and `backwardFrom` cover are values, the rest are zeros. */
  readonly trace: Trace | null;
  /** The parameters in force. */
  readonly parameters: Float64Array | null;
  /** L; null until the run is done. */
  readonly loss: number | null;
  /** Number of steps, in the order of `trace.steps`, whose values are computed. */
  readonly forwardTo: number;
  /** Steps from this position on have their gradients; 0 when the run is done: then row 0 and the parameters have theirs too. */
  readonly backwardFrom: number;
  /** ∂L/∂ of the parameters; null until the run is done. */
  readonly parameterGradients: Float64Array | null;
  readonly firstNonFinite: NonFinite | null;
  /** How long the worker took; null until the run is done. */
  readonly milliseconds: number | null;
}

export interface RunSnapshot extends Shown {
  /** Of the latest run: under way, complete, ended by an error. `idle` before the first and after a cancel. */
  readonly status: 'idle' | 'running' | 'done' | 'failed';
  /** Counts changes of the numbers; the trace may be the same object with more in it. */
  readonly version: number;
  /** Why the latest run failed, in words. What is shown is still the run before. */
  readonly error: string | null;
  /** What the reader should know although nothing failed: a restart, or that there is no worker. */
  readonly notice: string | null;
  /** Workers lost so far. */
  readonly restarts: number;
}

/** Before the first run. */
export const idle: RunSnapshot = {
  status: 'idle',
  version: 0,
  error: null,
  notice: null,
  restarts: 0,
  run: 0,
  job: null,
  network: null,
  trace: null,
  parameters: null,
  loss: null,
  forwardTo: 0,
  backwardFrom: 0,
  parameterGradients: null,
  firstNonFinite: null,
  milliseconds: null,
};
