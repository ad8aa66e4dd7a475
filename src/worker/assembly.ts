// A run being put together on the page, apart from what is shown: its trace, filled frame by frame.
import type { Job } from '../engine/job.ts';
import { createNetwork } from '../engine/network.ts';
import { Pass } from '../engine/run/pass.ts';
import { createTrace, type Trace } from '../engine/run/trace.ts';
import { unpack } from './frame.ts';
import type { FromWorker } from './protocol.ts';
import type { Shown } from './snapshot.ts';

type Message<Kind extends FromWorker['kind']> = Extract<FromWorker, { kind: Kind }>;

export class Assembly {
  readonly run: number;
  readonly job: Job;
  readonly beganAt: number;
  private trace: Trace | null = null;
  private parameters: Float64Array | null = null;
  private forwardTo = 0;
  private backwardFrom = 0;

  constructor(run: number, job: Job, beganAt: number) {
    this.run = run;
    this.job = job;
    this.beganAt = beganAt;
  }

  /** Makes room. Throws where the page has none left. */
  start({ parameters }: Message<'started'>): void {
    const { model, example, recipe } = this.job;
    const trace = createTrace(createNetwork(model), example);
    if (recipe.initialState) new Pass(trace, parameters).start(recipe.initialState);
    this.trace = trace;
    this.parameters = parameters;
    this.backwardFrom = trace.steps.length;
  }

  add({ phase, from, to, buffer }: Message<'frame'>): void {
    if (!this.trace) return;
    unpack(this.trace, phase, from, to, buffer);
    if (phase === 'forward') this.forwardTo = to;
    else this.backwardFrom = from;
  }

  /** What there is so far; null before the run has started. */
  sofar(): Shown | null {
    const { run, job, trace, parameters, forwardTo, backwardFrom } = this;
    if (!trace) return null;
    return {
      run,
      job,
      network: trace.network,
      trace,
      parameters,
      loss: null,
      forwardTo,
      // 0 would say that all gradients are there, but those of the parameters come with the end.
      backwardFrom: Math.max(backwardFrom, 1),
      parameterGradients: null,
      firstNonFinite: null,
      milliseconds: null,
    };
  }

  /** The whole run; null if it has never started. */
  finish({ loss, parameterGradients, firstNonFinite, milliseconds }: Message<'done'>): Shown | null {
    const shown = this.sofar();
    if (!shown || !this.trace) return null;
    this.trace.parameterGradients.set(parameterGradients);
    return { ...shown, backwardFrom: 0, loss, parameterGradients: this.trace.parameterGradients, firstNonFinite, milliseconds };
  }
}
