// A run being put together on the page, apart from what is shown: its trace, filled frame by frame.
import type { Job } from '../engine/job.ts';
import { Pass } from '../engine/run/pass.ts';
import type { Trace } from '../engine/run/trace.ts';
import { unpack } from './frame.ts';
import type { FromWorker } from './protocol.ts';
import type { Shown } from './snapshot.ts';
import type { Traces } from './traces.ts';

type Message<Kind extends FromWorker['kind']> = Extract<FromWorker, { kind: Kind }>;

export class Assembly {
  readonly run: number;
  /** As it was asked for. */
  readonly asked: Job;
  /** When it was asked for, and when its first number could come. */
  readonly askedAt: number;
  startedAt = Infinity;
  /** What could not be done as the job says, in words. */
  problem: string | null = null;
  trace: Trace | null = null;
  /** With what is really read. */
  private job: Job;
  private parameters: Float64Array | null = null;
  private forwardTo = 0;
  private backwardFrom = 0;

  constructor(run: number, job: Job, askedAt: number) {
    this.run = run;
    this.asked = job;
    this.job = job;
    this.askedAt = askedAt;
  }

  /** Makes room. Throws where the page has none left. */
  start({ parameters, example, problem }: Message<'started'>, traces: Traces, now: number): void {
    if (example) this.job = { ...this.asked, example };
    const trace = traces.take(this.job, this.job.example);
    new Pass(trace, parameters).startAll(this.job.recipe.initialStates);
    this.startedAt = now;
    this.problem = problem;
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

  /** Whether the forward pass is whole. */
  get isForward(): boolean {
    return this.trace !== null && this.forwardTo === this.trace.steps.length;
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
