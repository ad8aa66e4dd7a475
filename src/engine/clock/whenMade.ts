// When each number is there: the playhead at which its operation is done, by its symbol and time.
import type { Beat, Beats } from './beats.ts';
import type { Network } from '../network.ts';
import { chainOfFactor, parseSymbol, type SymbolKind } from '../symbols/symbolKinds.ts';
import type { Timeline } from './timeline.ts';
import type { StepIndex } from '../topology/stepIndex.ts';
import { arrivalSymbol, wayOf, type Way, type Ways } from './ways.ts';

/** Which operation of a cell or a read-out makes a number. */
interface Place {
  readonly beat: Beat;
  readonly chain: number;
  readonly isBackward: boolean;
  /** Among the operations of its cell, or of the read-out. */
  readonly position: number;
}

interface Asked {
  readonly symbol: string;
  readonly base: string;
  readonly index: number;
  readonly t: number | undefined;
}

export class WhenMade {
  private readonly network: Network;
  private readonly ways: Ways;
  private readonly beats: Beats;
  private readonly timeline: Timeline;
  private readonly index: StepIndex;
  private readonly places = new Map<string, Place>();

  constructor(network: Network, ways: Ways, beats: Beats, timeline: Timeline, index: StepIndex) {
    this.network = network;
    this.ways = ways;
    this.beats = beats;
    this.timeline = timeline;
    this.index = index;
    const { forward, readout, backward, readoutBack } = beats;
    const place = (list: readonly Beat[], chain: number, isBackward: boolean): void =>
      list.forEach((beat, position) => this.places.set(beat.makes, { beat, chain, isBackward, position }));
    forward.forEach((list, chain) => place(list, chain, false));
    place(readout, -1, false);
    backward.forEach((list, chain) => place(list, chain, true));
    place(readoutBack, -1, true);
  }

  /** 0 for what is given, `Infinity` for what this iteration never makes. */
  at(symbol: string, t?: number): number {
    const { kind, base, index } = parseSymbol(this.network, symbol);
    return this.byKind[kind]({ symbol, base, index, t });
  }

  private readonly byKind: Readonly<Record<SymbolKind, (asked: Asked) => number>> = {
    parameter: () => 0,
    new: () => this.timeline.phases[3].to,
    value: ({ base, index, t }) => (base === 'L' ? this.loss(t) : this.value(base, index, t)),
    norm: ({ index, t }) => this.gradient(index, t),
    gradient: ({ base, index, t }) => (base === 'L' ? this.loss(t) : this.gradient(index, t)),
    arrival: ({ symbol, index, t }) => this.arrival(index, wayOf(symbol), t),
    'parameter gradient': (asked) => this.term(asked),
    'running total': (asked) => this.term(asked),
    other: ({ symbol, t }) => (symbol === 'eta' ? 0 : this.factor(chainOfFactor(this.network.program, symbol), t)),
  };

  private loss(t: number | undefined): number {
    if (t === undefined) return this.timeline.phases[1].to;
    const k = this.index.at(-1, t);
    return k < 0 ? Infinity : this.timeline.lossAt(k);
  }

  private value(symbol: string, slot: number, t: number | undefined): number {
    const { stage, isState = false, chain = -1 } = this.network.program.slots[slot] ?? {};
    if (stage === 'given') return 0;
    if (t === 0 && isState) return this.index.after(chain, 0).length > 0 ? 0 : Infinity;
    return this.made(symbol, t);
  }

  private gradient(slot: number, t: number | undefined): number {
    const same = this.ways.sameAs[slot] ?? slot;
    const { symbol = '', isState = false } = this.network.program.slots[same] ?? {};
    // What reaches the initial state comes from the steps that begin with it alone.
    return t === 0 && isState ? this.arrival(same, 'next', t) : this.made(`d${symbol}`, t);
  }

  private arrival(slot: number, way: Way, t: number | undefined): number {
    const { slots, chains } = this.network.program;
    const { symbol = '', chain = -1 } = slots[slot] ?? {};
    if (!this.ways.meets[slot]) return this.gradient(slot, t);
    if (way !== 'next' || t === undefined) return this.made(arrivalSymbol(symbol, way), t);
    // Of several steps that go on from this state, the first is the last to hand its gradient back.
    const k = this.index.after(chain, t).find((each) => this.index.steps[each]?.isCut === false) ?? -1;
    // The step may belong to another chain, which calls the same state by its own name.
    const order = chains[chain]?.states.indexOf(slot) ?? -1;
    const own = slots[chains[this.index.steps[k]?.chain ?? -1]?.states[order] ?? -1];
    return this.playhead(this.places.get(arrivalSymbol(own?.symbol ?? '', 'next')), k);
  }

  private term({ base, t }: Asked): number {
    if (t !== undefined) return this.made(`d${base}`, t);
    return this.places.has(`d${base}`) ? this.timeline.phases[2].to : Infinity;
  }

  /** How the gradient's length changed on its way through step t is there when it has been passed on. */
  private factor(chain: number, t: number | undefined): number {
    const { chains, slots } = this.network.program;
    const state = slots[chains[chain]?.states[0] ?? -1];
    return state === undefined || t === undefined ? Infinity : this.playhead(this.places.get(arrivalSymbol(state.symbol, 'next')), this.index.at(chain, t));
  }

  /** When the operation that makes a symbol is done for row t; Infinity where none does. */
  private made(symbol: string, t: number | undefined): number {
    const place = this.places.get(symbol);
    if (!place || t === undefined) return Infinity;
    const { reads, slots } = this.network.program;
    const reader = place.beat.stands === 'read' ? reads.indexOf(slots[place.beat.slot]?.chain ?? 0) : -1;
    return this.playhead(place, reader < 0 ? this.index.at(place.chain, t) : (this.index.readersOf(reader, t)[0] ?? -1));
  }

  private playhead(place: Place | undefined, k: number): number {
    const step = this.index.steps[k];
    if (!place || !step || (place.beat.kind === 'pass' && step.isCut)) return Infinity;
    const { forward, readoutBack } = this.beats;
    const isReadout = place.chain < 0;
    const [{ from }, before] = place.isBackward
      ? [this.timeline.backwardSpan(k), isReadout || !step.readout ? 0 : readoutBack.length]
      : [this.timeline.forwardSpan(k), isReadout ? (forward[step.chain]?.length ?? 0) : 0];
    return from + before + place.position + 1;
  }
}
