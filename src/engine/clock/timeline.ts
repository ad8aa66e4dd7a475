// How the operations of an iteration lie along the playhead: where each step's begin, forwards and on the way back, and which
// operation a playhead falls on. Three numbers a step are kept, and nothing per operation.
import type { Beat, Beats } from './beats.ts';
import type { CellStep } from '../topology/index.ts';

export type Phase = 'forward' | 'loss' | 'backward' | 'update';

export interface PhaseSpan {
  readonly phase: Phase;
  /** Playheads `from`+1 … `to` are in this phase. */
  readonly from: number;
  readonly to: number;
}

/** What a playhead falls on: an operation of a step, or with position −1 one of the whole iteration. */
interface Found {
  readonly phase: Phase;
  readonly position: number;
  readonly beat: Beat;
}

const ofNothing = { parameter: null, isReadout: false, stands: 'step', slot: -1 } as const;
const total: Beat = { ...ofNothing, kind: 'total', makes: 'L', words: 'loss: the losses of all steps together' };
const update: Beat = { ...ofNothing, kind: 'update', makes: 'update', words: 'update: every weight moves against its gradient, once' };

export class Timeline {
  readonly steps: readonly CellStep[];
  readonly phases: readonly [PhaseSpan, PhaseSpan, PhaseSpan, PhaseSpan];
  private readonly beats: Beats;
  /** [k]: how many operations the first k steps have forwards, how many of them read out, and how many operations the
   * steps from k on have backwards. */
  private readonly forwardBefore: Int32Array;
  private readonly readoutsBefore: Int32Array;
  private readonly backwardFrom: Int32Array;

  constructor(beats: Beats, steps: readonly CellStep[]) {
    this.beats = beats;
    this.steps = steps;
    const n = steps.length;
    this.forwardBefore = new Int32Array(n + 1);
    this.readoutsBefore = new Int32Array(n + 1);
    this.backwardFrom = new Int32Array(n + 1);
    steps.forEach((step, k) => {
      const readout = step.readout ? beats.readout.length : 0;
      this.forwardBefore[k + 1] = (this.forwardBefore[k] as number) + (beats.forward[step.chain]?.length ?? 0) + readout;
      this.readoutsBefore[k + 1] = (this.readoutsBefore[k] as number) + (step.readout ? 1 : 0);
    });
    for (let k = n - 1; k >= 0; k--) this.backwardFrom[k] = (this.backwardFrom[k + 1] as number) + this.backwardCount(steps[k] as CellStep);
    const R = this.readoutsBefore[n] as number;
    const forward = this.forwardBefore[n] as number;
    const loss = forward + R + (R > 1 ? 1 : 0);
    const backward = loss + (this.backwardFrom[0] as number);
    this.phases = [
      { phase: 'forward', from: 0, to: forward },
      { phase: 'loss', from: forward, to: loss },
      { phase: 'backward', from: loss, to: backward },
      { phase: 'update', from: backward, to: backward + 1 },
    ];
  }

  private backwardCount({ chain, readout, isCut }: CellStep): number {
    const own = (this.beats.backward[chain]?.length ?? 0) - (isCut ? (this.beats.passes[chain] ?? 0) : 0);
    return own + (readout ? this.beats.readoutBack.length : 0);
  }

  /** Operations before the loss of the step at position k, plus one: the playhead when it is there. */
  lossAt(k: number): number {
    return this.phases[1].from + (this.readoutsBefore[k + 1] as number);
  }

  /** The playheads between which the operations of step k (0-based) lie, in its order forwards. */
  forwardSpan(k: number): { from: number; to: number } {
    return { from: this.forwardBefore[k] as number, to: this.forwardBefore[k + 1] as number };
  }

  /** The same on the way back, where the last step comes first. */
  backwardSpan(k: number): { from: number; to: number } {
    const { to } = this.phases[1];
    return { from: to + (this.backwardFrom[k + 1] as number), to: to + (this.backwardFrom[k] as number) };
  }

  /** The phase that playhead p is in; before the first operation it is forward. */
  phaseAt(p: number): Phase {
    return this.phases.find((span) => p <= span.to)?.phase ?? 'update';
  }

  /** The operation that playhead p, from 1 on, has just done. */
  find(p: number): Found {
    const phase = this.phaseAt(p);
    const n = this.steps.length;
    if (phase === 'update') return { phase, position: -1, beat: update };
    if (phase === 'loss') {
      if (p > this.lossAt(n - 1)) return { phase, position: -1, beat: total };
      return { phase, position: search(n, (k) => this.lossAt(k) >= p), beat: this.beats.loss };
    }
    if (phase === 'forward') {
      const position = search(n, (k) => (this.forwardBefore[k + 1] as number) >= p);
      const cell = this.beats.forward[this.steps[position]?.chain ?? 0] ?? [];
      const nth = p - this.forwardSpan(position).from - 1;
      return { phase, position, beat: (cell[nth] ?? this.beats.readout[nth - cell.length]) as Beat };
    }
    const done = p - this.phases[1].to;
    const position = n - 1 - search(n, (k) => (this.backwardFrom[n - 1 - k] as number) >= done);
    const step = this.steps[position] as CellStep;
    const nth = p - this.backwardSpan(position).from - 1;
    const first = step.readout ? this.beats.readoutBack : [];
    return { phase, position, beat: (first[nth] ?? this.beats.backward[step.chain]?.[nth - first.length]) as Beat };
  }

  /** The playheads between which the word (a time step of a phase) lies that operation p belongs to. */
  wordOf(p: number): { from: number; to: number } {
    const { phase, position } = this.find(p);
    if (phase === 'forward') return this.forwardSpan(position);
    if (phase === 'backward') return this.backwardSpan(position);
    return this.phases.find((span) => span.phase === phase) as PhaseSpan;
  }
}

/** The smallest i in [0, n) with test(i), for a test that is false first and true after; n − 1 if none. */
function search(n: number, test: (i: number) => boolean): number {
  let low = 0;
  let high = n - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
