// The clock: one training iteration as a list of small operations, Forward | Loss | Backward | Update, derived from the
// program and the topology. Playhead p means: the first p operations are done. Nothing is stored per operation, so
// 10,000 steps cost no more than four.
import { beatsOf, type Beat, type Beats, type MomentKind } from './beats.ts';
import type { Network } from './network.ts';
import { chainOfFactor, parseSymbol } from './symbolKinds.ts';
import { plainText } from './symbols.ts';
import { StepIndex } from './topology/stepIndex.ts';
import type { CellStep } from './topology/index.ts';
import { allWays, arrivalSymbol, wayOf, waysOf, type Way, type Ways } from './ways.ts';

export type { MomentKind };
export type Phase = 'forward' | 'loss' | 'backward' | 'update';

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

export interface PhaseSpan {
  readonly phase: Phase;
  /** Playheads `from`+1 … `to` are in this phase. */
  readonly from: number;
  readonly to: number;
}

export type StepSize = 'operation' | 'word' | 'phase';

/** Where a number is made: which operation of a cell or a read-out. */
interface Place {
  readonly beat: Beat;
  readonly chain: number;
  readonly isBackward: boolean;
  /** Among the operations of its cell, or of the read-out. */
  readonly position: number;
}

const ofNothing = { parameter: null, isReadout: false, stands: 'step', slot: -1 } as const;
const total: Beat = { ...ofNothing, kind: 'total', makes: 'L', words: 'loss: the losses of all steps together' };
const update: Beat = { ...ofNothing, kind: 'update', makes: 'update', words: 'update: every weight moves against its gradient, once' };

export class Clock {
  readonly count: number;
  readonly phases: readonly PhaseSpan[];
  private readonly network: Network;
  private readonly steps: readonly CellStep[];
  private readonly index: StepIndex;
  private readonly ways: Ways;
  private readonly beats: Beats;
  private readonly places = new Map<string, Place>();
  /** [k]: how many operations the first k steps have forwards, how many of them read out, and how many operations the
   * steps from k on have backwards. */
  private readonly forwardBefore: Int32Array;
  private readonly readoutsBefore: Int32Array;
  private readonly backwardFrom: Int32Array;

  constructor(network: Network, steps: readonly CellStep[]) {
    this.network = network;
    this.steps = steps;
    this.index = StepIndex.of(steps);
    this.ways = waysOf(network.program);
    this.beats = beatsOf(network, this.ways);
    this.place();
    const n = steps.length;
    this.forwardBefore = new Int32Array(n + 1);
    this.readoutsBefore = new Int32Array(n + 1);
    this.backwardFrom = new Int32Array(n + 1);
    steps.forEach((step, k) => {
      this.forwardBefore[k + 1] = this.forwardStart(k) + this.forwardCount(step);
      this.readoutsBefore[k + 1] = (this.readoutsBefore[k] as number) + (step.readout ? 1 : 0);
    });
    for (let k = n - 1; k >= 0; k--) this.backwardFrom[k] = (this.backwardFrom[k + 1] as number) + this.backwardCount(steps[k] as CellStep);
    const R = this.readouts;
    const forward = this.forwardStart(n);
    const loss = forward + R + (R > 1 ? 1 : 0);
    const backward = loss + (this.backwardFrom[0] as number);
    this.phases = [
      { phase: 'forward', from: 0, to: forward },
      { phase: 'loss', from: forward, to: loss },
      { phase: 'backward', from: loss, to: backward },
      { phase: 'update', from: backward, to: backward + 1 },
    ];
    this.count = backward + 1;
  }

  private place(): void {
    const { forward, readout, backward, readoutBack } = this.beats;
    const add = (beats: readonly Beat[], chain: number, isBackward: boolean): void =>
      beats.forEach((beat, position) => this.places.set(beat.makes, { beat, chain, isBackward, position }));
    forward.forEach((beats, chain) => add(beats, chain, false));
    add(readout, -1, false);
    backward.forEach((beats, chain) => add(beats, chain, true));
    add(readoutBack, -1, true);
  }

  private get readouts(): number {
    return this.readoutsBefore[this.steps.length] as number;
  }

  private forwardCount({ chain, readout }: CellStep): number {
    return (this.beats.forward[chain]?.length ?? 0) + (readout ? this.beats.readout.length : 0);
  }

  private backwardCount({ chain, readout, isCut }: CellStep): number {
    const own = (this.beats.backward[chain]?.length ?? 0) - (isCut ? (this.beats.passes[chain] ?? 0) : 0);
    return own + (readout ? this.beats.readoutBack.length : 0);
  }

  /** Operations before forward step k (0-based). */
  private forwardStart(k: number): number {
    return this.forwardBefore[k] as number;
  }

  /** Operations before backward step k (0-based in the forward order; the last one comes first), and after it. */
  private backwardStart(k: number): number {
    return (this.phases[1] as PhaseSpan).to + (this.backwardFrom[k + 1] as number);
  }

  private backwardEnd(k: number): number {
    return this.backwardStart(k - 1);
  }

  /** The phase that playhead p is in; before the first operation it is forward. */
  phaseAt(playhead: number): Phase {
    return this.phases.find((span) => playhead <= span.to)?.phase ?? 'update';
  }

  /** The operation that playhead p has just done; null at 0. */
  momentAt(playhead: number): Moment | null {
    const p = Math.min(Math.max(Math.trunc(playhead), 0), this.count);
    if (p === 0) return null;
    const phase = this.phaseAt(p);
    if (phase === 'update') return this.moment(p, phase, -1, update);
    const n = this.steps.length;
    if (phase === 'loss') {
      const nth = p - (this.phases[1] as PhaseSpan).from;
      if (nth > this.readouts) return this.moment(p, phase, -1, total);
      return this.moment(p, phase, search(n, (i) => (this.readoutsBefore[i + 1] as number) >= nth), this.beats.loss);
    }
    if (phase === 'forward') {
      const k = search(n, (i) => this.forwardStart(i + 1) >= p);
      const cell = this.beats.forward[this.steps[k]?.chain ?? 0] ?? [];
      const nth = p - this.forwardStart(k) - 1;
      return this.moment(p, phase, k, (cell[nth] ?? this.beats.readout[nth - cell.length]) as Beat);
    }
    const k = n - 1 - search(n, (i) => this.backwardEnd(n - 1 - i) >= p);
    const step = this.steps[k] as CellStep;
    const nth = p - this.backwardStart(k) - 1;
    const first = step.readout ? this.beats.readoutBack : [];
    return this.moment(p, phase, k, (first[nth] ?? this.beats.backward[step.chain]?.[nth - first.length]) as Beat);
  }

  private moment(index: number, phase: Phase, position: number, beat: Beat): Moment {
    const step = this.steps[position];
    if (!step) return { ...beat, index, phase, position, chain: -1, t: 0, madeAt: 0 };
    const { slots, reads, chains } = this.network.program;
    const { row, readout, previousChain, previousRow } = step;
    const chain = beat.isReadout ? -1 : step.chain;
    const t = beat.isReadout && readout ? readout.row : row;
    const whole = { ...beat, index, phase, position, chain, t, madeAt: t };
    if (beat.kind === 'meet') return { ...whole, words: this.meetWords(beat.slot, t) };
    if (beat.stands === 'read') return { ...whole, madeAt: readout?.stateRows[reads.indexOf(slots[beat.slot]?.chain ?? 0)] ?? t };
    if (beat.stands !== 'before') return whole;
    // Handed over to another chain's state, it goes by the name that it has there.
    const state = chains[previousChain]?.states[chains[step.chain]?.states.indexOf(beat.slot) ?? -1] ?? beat.slot;
    return { ...whole, makes: arrivalSymbol(slots[state]?.symbol ?? '', 'next'), madeAt: previousRow };
  }

  /** What is added where gradients meet: not every way leads to every step. */
  private meetWords(slot: number, t: number): string {
    const { slots, reads } = this.network.program;
    const { symbol = '', chain = -1 } = slots[slot] ?? {};
    const next = this.index.after(chain, t).map((k) => this.steps[k]?.isCut === true);
    const uses = new Set(this.ways.uses[slot]?.map(({ way }) => way));
    const leads: Readonly<Record<Way, boolean>> = {
      out: uses.has('out') && (chain < 0 || this.index.readersOf(reads.indexOf(chain), t).length > 0),
      here: uses.has('here'),
      next: next.includes(false),
    };
    const words: Readonly<Record<Way, string>> = { out: 'its own output', here: 'its own step', next: 'the future' };
    const from = allWays.filter((way) => leads[way]).map((way) => words[way]);
    const name = plainText(this.network, { symbol, t });
    const cut = next.includes(true) ? ', as the way back from the future is cut' : '';
    if (from.length === 0) return `meet: nothing reaches ${name}${cut}`;
    if (from.length === 1) return `meet: what reaches ${name} comes from ${from.join()} alone${cut}`;
    return `meet: what reaches ${name} from ${from.join(' and from ')} is added`;
  }

  /**
   * The playhead at which a number is there: 0 for what is given, `Infinity` for what this iteration never makes.
   * `symbol` and `t` as in a reference (docs/notation.md).
   */
  madeAt(symbol: string, t?: number): number {
    const [, , backward, updated] = this.phases as [PhaseSpan, PhaseSpan, PhaseSpan, PhaseSpan];
    const { kind, base, index } = parseSymbol(this.network, symbol);
    switch (kind) {
      case 'parameter':
        return 0;
      case 'new':
        return updated.to;
      case 'value':
        return base === 'L' ? this.lossAt(t) : this.valueAt(base, index, t);
      case 'norm':
      case 'gradient':
        return base === 'L' ? this.lossAt(t) : this.gradientAt(index, t);
      case 'arrival':
        return t === undefined ? Infinity : this.arrivalAt(index, wayOf(symbol), t);
      case 'parameter gradient':
      case 'running total':
        return t === undefined ? (this.places.has(`d${base}`) ? backward.to : Infinity) : this.playheadOf(`d${base}`, t);
      case 'other':
        return symbol === 'eta' ? 0 : this.factorAt(chainOfFactor(this.network.program, symbol), t);
    }
  }

  private lossAt(t: number | undefined): number {
    const { from, to } = this.phases[1] as PhaseSpan;
    if (t === undefined) return to;
    const k = this.index.at(-1, t);
    return k < 0 ? Infinity : from + (this.readoutsBefore[k + 1] as number);
  }

  private valueAt(symbol: string, slot: number, t: number | undefined): number {
    const { stage, isState = false, chain = -1 } = this.network.program.slots[slot] ?? {};
    if (stage === 'given') return 0;
    if (t === 0 && isState) return this.index.after(chain, 0).length > 0 ? 0 : Infinity;
    return t === undefined ? Infinity : this.playheadOf(symbol, t);
  }

  private gradientAt(slot: number, t: number | undefined): number {
    const same = this.ways.sameAs[slot] ?? slot;
    const { symbol = '', isState = false } = this.network.program.slots[same] ?? {};
    if (t === undefined) return Infinity;
    // What reaches the initial state comes from the first step alone.
    return t === 0 && isState ? this.arrivalAt(same, 'next', t) : this.playheadOf(`d${symbol}`, t);
  }

  private arrivalAt(slot: number, way: Way, t: number): number {
    const { slots, chains } = this.network.program;
    const { symbol = '', chain = -1 } = slots[slot] ?? {};
    if (!this.ways.meets[slot]) return this.gradientAt(slot, t);
    if (way !== 'next') return this.playheadOf(arrivalSymbol(symbol, way), t);
    // Of several steps that go on from this state, the first is the last to hand its gradient back.
    const k = this.index.after(chain, t).find((each) => this.steps[each]?.isCut === false) ?? -1;
    const step = this.steps[k];
    // The step may belong to another chain, which calls the same state by its own name.
    const own = slots[chains[step?.chain ?? -1]?.states[chains[chain]?.states.indexOf(slot) ?? -1] ?? -1]?.symbol ?? '';
    return this.playheadAt(this.places.get(arrivalSymbol(own, 'next')), k);
  }

  /** How the gradient's length changed on its way through step t is there when it has been passed on. */
  private factorAt(chain: number, t: number | undefined): number {
    const { chains, slots } = this.network.program;
    const { symbol = '' } = slots[chains[chain]?.states[0] ?? -1] ?? {};
    return t === undefined || chain < 0 ? Infinity : this.playheadAt(this.places.get(arrivalSymbol(symbol, 'next')), this.index.at(chain, t));
  }

  /** When a symbol is made at row t; Infinity where no operation makes it. */
  private playheadOf(symbol: string, t: number): number {
    const place = this.places.get(symbol);
    if (!place) return Infinity;
    const { reads, slots } = this.network.program;
    const k =
      place.beat.stands === 'read'
        ? (this.index.readersOf(reads.indexOf(slots[place.beat.slot]?.chain ?? 0), t)[0] ?? -1)
        : this.index.at(place.chain, t);
    return this.playheadAt(place, k);
  }

  private playheadAt(place: Place | undefined, k: number): number {
    const step = this.steps[k];
    if (!place || !step || (place.beat.kind === 'pass' && step.isCut)) return Infinity;
    const { forward, readoutBack } = this.beats;
    const isReadout = place.chain < 0;
    const [start, before] = place.isBackward
      ? [this.backwardStart(k), isReadout || !step.readout ? 0 : readoutBack.length]
      : [this.forwardStart(k), isReadout ? (forward[step.chain]?.length ?? 0) : 0];
    return start + before + place.position + 1;
  }

  /** The playhead one step on (+1) or back (−1), by operation, by word (one time step of a phase), or by phase. */
  step(playhead: number, size: StepSize, direction: 1 | -1): number {
    const p = Math.min(Math.max(playhead, 0), this.count);
    if (size === 'operation') return Math.min(Math.max(p + direction, 0), this.count);
    const starts = size === 'phase' ? this.phases.map((span) => span.to) : null;
    if (direction > 0) {
      if (starts) return starts.find((end) => end > p) ?? this.count;
      return this.wordEnd(p + 1);
    }
    if (starts) return [0, ...starts].reverse().find((end) => end < p) ?? 0;
    return p === 0 ? 0 : this.wordStart(p);
  }

  /** The last playhead of the word (time step within its phase) that operation p belongs to. */
  private wordEnd(p: number): number {
    const { phase, position: k } = this.momentAt(Math.min(p, this.count)) as Moment;
    if (phase === 'forward') return this.forwardStart(k + 1);
    if (phase === 'backward') return this.backwardEnd(k);
    return (this.phases.find((span) => span.phase === phase) as PhaseSpan).to;
  }

  /** The playhead just before the word that operation p belongs to. */
  private wordStart(p: number): number {
    const { phase, position: k } = this.momentAt(p) as Moment;
    if (phase === 'forward') return this.forwardStart(k);
    if (phase === 'backward') return this.backwardStart(k);
    return (this.phases.find((span) => span.phase === phase) as PhaseSpan).from;
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
