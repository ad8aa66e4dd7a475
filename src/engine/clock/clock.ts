// The clock: one training iteration as a list of small operations, Forward | Loss | Backward | Update, derived from the
// program and the topology. Playhead p means: the first p operations are done. Nothing is stored per operation, so
// 10,000 steps cost no more than four.
import { beatsOf, type Beat } from './beats.ts';
import type { Network } from '../network.ts';
import { plainText } from '../symbols/symbols.ts';
import { Timeline, type Phase, type PhaseSpan } from './timeline.ts';
import { StepIndex } from '../topology/stepIndex.ts';
import type { CellStep } from '../topology/index.ts';
import { allWays, arrivalSymbol, waysOf, type Way, type Ways } from './ways.ts';
import { WhenMade } from './whenMade.ts';

export type { Phase, PhaseSpan };

export interface Moment extends Beat {
  /** The playhead when it is done: 1…count. */
  readonly index: number;
  readonly phase: Phase;
  /** Position of its step in the list of steps, 0-based; −1 where none applies (total, update). */
  readonly position: number;
  /** Position of the chain whose cell it belongs to; −1 at a read-out and where none applies. */
  readonly chain: number;
  /** Time step; 0 where none applies (total, update). */
  readonly t: number;
  /** Time step of what it makes: t, or that of the state that it reaches for `arrive` and `pass`. */
  readonly madeAt: number;
}

/** One time step of a phase, or a phase that has none. */
export interface Word {
  readonly phase: Phase;
  /** Position of its step in the list of steps, 0-based; −1 for the loss and the update. */
  readonly position: number;
  readonly from: number;
  readonly to: number;
}

export type StepSize = 'operation' | 'word' | 'phase';

export class Clock {
  readonly count: number;
  readonly phases: readonly PhaseSpan[];
  private readonly network: Network;
  private readonly index: StepIndex;
  private readonly ways: Ways;
  private readonly timeline: Timeline;
  private readonly when: WhenMade;

  /** For the steps of one sequence: those of a trace, or of one sequence of its batch. */
  constructor(network: Network, steps: readonly CellStep[]) {
    this.network = network;
    this.index = StepIndex.of(steps);
    this.ways = waysOf(network.program);
    const beats = beatsOf(network, this.ways);
    this.timeline = new Timeline(beats, steps);
    this.when = new WhenMade(network, this.ways, beats, this.timeline, this.index);
    this.phases = this.timeline.phases;
    this.count = this.timeline.phases[3].to;
  }

  /** The phase that playhead p is in; before the first operation it is forward. */
  phaseAt(playhead: number): Phase {
    return this.timeline.phaseAt(playhead);
  }

  /**
   * The playhead at which a number is there: 0 for what is given, `Infinity` for what this iteration never makes.
   * `symbol` and `t` as in a reference (docs/notation.md).
   */
  madeAt(symbol: string, t?: number): number {
    return this.when.at(symbol, t);
  }

  /** The operation that playhead p has just done; null at 0. */
  momentAt(playhead: number): Moment | null {
    const index = this.within(Math.trunc(playhead));
    if (index === 0) return null;
    const { phase, position, beat } = this.timeline.find(index);
    const step = this.timeline.steps[position];
    if (!step) return { ...beat, index, phase, position, chain: -1, t: 0, madeAt: 0 };
    const t = beat.isReadout && step.readout ? step.readout.row : step.row;
    const whole = { ...beat, index, phase, position, chain: beat.isReadout ? -1 : step.chain, t, madeAt: t };
    if (beat.kind === 'meet') return { ...whole, words: this.meetWords(beat.slot, t) };
    if (beat.stands === 'read') return { ...whole, madeAt: this.rowRead(beat.slot, step) };
    return beat.stands === 'before' ? { ...whole, ...this.handedBack(beat, step) } : whole;
  }

  /** The word that playhead p is in, or before the first operation the first one: the operations from + 1 … to of one time step, or a phase without any. */
  wordAt(playhead: number): Word {
    const p = Math.max(this.within(Math.trunc(playhead)), 1);
    const { phase, position } = this.timeline.find(p);
    return { phase, position: phase === 'forward' || phase === 'backward' ? position : -1, ...this.timeline.wordOf(p) };
  }

  /** Where the operations of a word lie; the whole phase where position is −1. */
  spanOf(phase: Phase, position: number): { readonly from: number; readonly to: number } {
    if (position >= 0 && phase === 'forward') return this.timeline.forwardSpan(position);
    if (position >= 0 && phase === 'backward') return this.timeline.backwardSpan(position);
    return this.phases.find((span) => span.phase === phase) as PhaseSpan;
  }

  /** Number of steps of the sequence, over all chains. */
  get stepCount(): number {
    return this.timeline.steps.length;
  }

  private within(playhead: number): number {
    return Math.min(Math.max(playhead, 0), this.count);
  }

  private rowRead(slot: number, { row, readout }: CellStep): number {
    const { slots, reads } = this.network.program;
    return readout?.stateRows[reads.indexOf(slots[slot]?.chain ?? 0)] ?? row;
  }

  /** What reaches the state before, by the name that it has in its own chain. */
  private handedBack(beat: Beat, { chain, previousChain, previousRow }: CellStep): { makes: string; words: string; madeAt: number } {
    const { slots, chains } = this.network.program;
    const order = chains[chain]?.states.indexOf(beat.slot) ?? -1;
    const state = slots[chains[previousChain]?.states[order] ?? beat.slot];
    const whose = previousChain === chain ? 'the step before' : `the last step of the ${chains[previousChain]?.id ?? ''}`;
    return { makes: arrivalSymbol(state?.symbol ?? '', 'next'), words: beat.words.replace('the step before', whose), madeAt: previousRow };
  }

  /** What is added where gradients meet: not every way leads to every step. */
  private meetWords(slot: number, t: number): string {
    const { slots, reads } = this.network.program;
    const { symbol = '', chain = -1 } = slots[slot] ?? {};
    const next = this.index.after(chain, t).map((k) => this.timeline.steps[k]?.isCut === true);
    const uses = new Set(this.ways.uses[slot]?.map(({ way }) => way));
    const leads: Readonly<Record<Way, boolean>> = {
      out: uses.has('out') && (chain < 0 || this.index.readersOf(reads.indexOf(chain), t).length > 0),
      here: uses.has('here'),
      next: next.includes(false),
    };
    const from = allWays.filter((way) => leads[way]).map((way) => origins[way]);
    const name = plainText(this.network, { symbol, t });
    const cut = next.includes(true) ? ', as the way back from the future is cut' : '';
    if (from.length === 0) return `meet: nothing reaches ${name}${cut}`;
    if (from.length === 1) return `meet: what reaches ${name} comes from ${from.join()} alone${cut}`;
    return `meet: what reaches ${name} from ${from.join(' and from ')} is added`;
  }

  /** The playhead one step on (+1) or back (−1), by operation, by word (one time step of a phase), or by phase. */
  step(playhead: number, size: StepSize, direction: 1 | -1): number {
    const p = this.within(playhead);
    if (size === 'operation') return this.within(p + direction);
    if (size === 'phase') {
      const ends = [0, ...this.phases.map(({ to }) => to)];
      return direction > 0 ? (ends.find((end) => end > p) ?? this.count) : (ends.reverse().find((end) => end < p) ?? 0);
    }
    if (direction > 0) return this.timeline.wordOf(this.within(p + 1)).to;
    return p === 0 ? 0 : this.timeline.wordOf(p).from;
  }
}

const origins: Readonly<Record<Way, string>> = { out: 'its own output', here: 'its own step', next: 'the future' };
