// The clock: one training iteration as a list of small operations, Forward | Loss | Backward | Update, derived from the
// program and the topology. Playhead p means: the first p operations are done. Nothing is stored per operation, so
// 10,000 steps cost no more than four.
import { operationOf } from './equation/operations.ts';
import type { Argument, Instruction, Program } from './equation/program.ts';
import type { Network } from './network.ts';
import type { CellStep } from './topology/index.ts';
import { StepIndex } from './topology/stepIndex.ts';

export type Phase = 'forward' | 'loss' | 'backward' | 'update';

/**
 * - `compute`: a value is made. `loss`: a step's loss. `total`: the losses are added.
 * - `through`: a gradient passes an operation. `arrive`: it comes to the state from its own output.
 * - `meet`: what arrives at a state is added. `tile`: a step's term of a parameter's gradient is added to its total.
 * - `pass`: the gradient goes to the state of the step before. `update`: W ← W − η ∂L/∂W.
 */
export type MomentKind = 'compute' | 'loss' | 'total' | 'through' | 'arrive' | 'meet' | 'tile' | 'pass' | 'update';

interface Beat {
  readonly kind: MomentKind;
  /** Symbol of what it makes. */
  readonly makes: string;
  readonly words: string;
  /** The parameter that takes part, if any. */
  readonly parameter: string | null;
  /** Whether it happens at a read-out, which has a time of its own. */
  readonly isReadout: boolean;
}

export interface Moment extends Beat {
  /** The playhead when it is done: 1…count. */
  readonly index: number;
  readonly phase: Phase;
  /** Position of its step in the list of steps, 0-based; −1 where none applies (total, update). */
  readonly position: number;
  /** Time step; 0 where none applies (total, update). */
  readonly t: number;
  /** Time step of what it makes: t, or that of the state before for `pass`. */
  readonly madeAt: number;
}

export interface PhaseSpan {
  readonly phase: Phase;
  /** Playheads `from`+1 … `to` are in this phase. */
  readonly from: number;
  readonly to: number;
}

export type StepSize = 'operation' | 'word' | 'phase';

/** The symbol of what reaches a value through one of its uses: `dh_out` from its own output, `dh_next` from the future. */
export function arrivalSymbol(program: Program, instruction: Instruction, arg: Argument): string {
  const slot = arg.kind === 'slot' ? program.slots[arg.index] : undefined;
  const from = arg.kind === 'slot' && arg.time === 'previous' ? 'next' : instruction.stage === 'cell' ? 'here' : 'out';
  return `d${slot?.symbol ?? ''}_${from}`;
}

export class Clock {
  readonly count: number;
  readonly phases: readonly PhaseSpan[];
  private readonly steps: readonly CellStep[];
  private readonly index: StepIndex;
  private readonly program: Program;
  /** The beats of a step, by its chain. */
  private readonly beats: readonly StepBeats[];
  private readonly shared: ReturnType<typeof sharedBeats>;
  /** [k]: how many operations the first k steps have forwards, how many of them read out, and how many operations the
   * steps from k on have backwards. */
  private readonly forwardBefore: Int32Array;
  private readonly readoutsBefore: Int32Array;
  private readonly backwardFrom: Int32Array;

  constructor(network: Network, steps: readonly CellStep[]) {
    const { program } = network;
    this.program = program;
    this.steps = steps;
    this.index = new StepIndex(steps);
    this.beats = program.chains.map((_, chain) => beatsOf(program, chain));
    this.shared = sharedBeats(program);
    const n = steps.length;
    this.forwardBefore = new Int32Array(n + 1);
    this.readoutsBefore = new Int32Array(n + 1);
    this.backwardFrom = new Int32Array(n + 1);
    for (let k = 0; k < n; k++) {
      this.forwardBefore[k + 1] = (this.forwardBefore[k] as number) + this.forwardBeats(k).length;
      this.readoutsBefore[k + 1] = (this.readoutsBefore[k] as number) + (steps[k]?.readout ? 1 : 0);
    }
    for (let k = n - 1; k >= 0; k--) this.backwardFrom[k] = (this.backwardFrom[k + 1] as number) + this.backwardBeats(k).length;
    const R = this.readouts;
    const forward = this.forwardBefore[n] as number;
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

  private get readouts(): number {
    return this.readoutsBefore[this.steps.length] as number;
  }

  /** Operations before forward step k (0-based). */
  private forwardStart(k: number): number {
    return this.forwardBefore[k] as number;
  }

  /** Operations before backward step k (0-based in the forward order; the last one comes first). */
  private backwardStart(k: number): number {
    return (this.phases[1] as PhaseSpan).to + (this.backwardFrom[k + 1] as number);
  }

  private beatsAt(k: number): StepBeats | undefined {
    return this.beats[this.steps[k]?.chain ?? -1];
  }

  private forwardBeats(k: number): readonly Beat[] {
    return (this.steps[k]?.readout ? this.beatsAt(k)?.forward : this.beatsAt(k)?.forwardCell) ?? [];
  }

  private backwardBeats(k: number): readonly Beat[] {
    return (this.steps[k]?.readout ? this.beatsAt(k)?.backward : this.beatsAt(k)?.backwardCell) ?? [];
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
    if (phase === 'update') return this.moment(p, phase, -1, this.shared.update);
    if (phase === 'loss') {
      const nth = p - (this.phases[1] as PhaseSpan).from;
      if (nth > this.readouts) return this.moment(p, phase, -1, this.shared.total);
      const k = search(this.steps.length, (i) => (this.readoutsBefore[i + 1] as number) >= nth);
      return this.moment(p, phase, k, this.shared.loss);
    }
    if (phase === 'forward') {
      const k = search(this.steps.length, (i) => this.forwardStart(i + 1) >= p);
      return this.moment(p, phase, k, this.forwardBeats(k)[p - this.forwardStart(k) - 1] as Beat);
    }
    const fromEnd = search(this.steps.length, (i) => this.backwardEnd(this.steps.length - 1 - i) >= p);
    const k = this.steps.length - 1 - fromEnd;
    return this.moment(p, phase, k, this.backwardBeats(k)[p - this.backwardStart(k) - 1] as Beat);
  }

  private backwardEnd(k: number): number {
    return this.backwardStart(k) + this.backwardBeats(k).length;
  }

  private moment(index: number, phase: Phase, position: number, beat: Beat): Moment {
    const step = this.steps[position];
    const t = (beat.isReadout ? step?.readout?.row : step?.row) ?? 0;
    return { ...beat, index, phase, position, t, madeAt: beat.kind === 'pass' ? (step?.previousRow ?? 0) : t };
  }

  /**
   * The playhead at which a number is there: 0 for what is given, `Infinity` for what this iteration never makes.
   * `symbol` and `t` as in a reference (docs/notation.md).
   */
  madeAt(symbol: string, t?: number): number {
    const [, loss, backward, update] = this.phases as [PhaseSpan, PhaseSpan, PhaseSpan, PhaseSpan];
    if (this.shared.given.has(symbol) || (t === 0 && this.shared.states.has(symbol))) return 0;
    if (symbol.endsWith('_new')) return update.to;
    if (symbol.startsWith('norm_')) return this.madeAt(symbol.slice(5), t);
    if (symbol === 'L' || symbol === 'dL') {
      if (t === undefined) return loss.to;
      const k = this.index.at(-1, t);
      return k < 0 ? Infinity : loss.from + (this.readoutsBefore[k + 1] as number);
    }
    // How the gradient's length changed on its way through step t is there when it has been passed on.
    if (symbol === 'factor') return t === undefined ? Infinity : this.whereBackward(this.shared.passed, this.index.at(0, t));
    const name = this.shared.sameGradient.get(symbol) ?? symbol.replace(/^sum_/, '');
    if (t === undefined) return this.shared.parameterGradients.has(name) ? backward.to : Infinity;
    // The step after t hands this back to t; what reaches the initial state comes this way alone.
    if (this.shared.passedFrom.has(name)) return this.whenPassed(name, t);
    if (t === 0) return this.whenPassed(`${name}_next`, 0);
    const chain = this.shared.chainOf.get(name);
    if (chain === undefined) return Infinity;
    const k = this.index.at(chain, t);
    const forward = this.forwardBeats(k).findIndex((beat) => beat.makes === name);
    if (forward >= 0) return this.forwardStart(k) + forward + 1;
    return this.whereBackward(name, k);
  }

  /** When the step that goes on from row t of a chain has handed its gradient back to this state. */
  private whenPassed(arrival: string, t: number): number {
    const state = this.shared.passedFrom.get(arrival);
    if (!state) return Infinity;
    const [k = -1] = this.index.after(state.chain, t);
    const step = this.steps[k];
    if (!step) return Infinity;
    // The step may belong to another chain, which calls the same state by its own name.
    const own = this.program.chains[step.chain]?.states[state.order] ?? -1;
    return this.whereBackward(`d${symbolOf(this.program, own)}_next`, k);
  }

  private whereBackward(name: string, k: number): number {
    if (k < 0 || k >= this.steps.length) return Infinity;
    const position = this.backwardBeats(k).findIndex((beat) => beat.makes === name);
    return position < 0 ? Infinity : this.backwardStart(k) + position + 1;
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
    const moment = this.momentAt(Math.min(p, this.count)) as Moment;
    const k = moment.position;
    if (moment.phase === 'forward') return this.forwardStart(k + 1);
    if (moment.phase === 'backward') return this.backwardEnd(k);
    return (this.phases.find((span) => span.phase === moment.phase) as PhaseSpan).to;
  }

  /** The playhead just before the word that operation p belongs to. */
  private wordStart(p: number): number {
    const moment = this.momentAt(p) as Moment;
    const k = moment.position;
    if (moment.phase === 'forward') return this.forwardStart(k);
    if (moment.phase === 'backward') return this.backwardStart(k);
    return (this.phases.find((span) => span.phase === moment.phase) as PhaseSpan).from;
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

interface StepBeats {
  readonly forwardCell: readonly Beat[];
  /** With the read-out. */
  readonly forward: readonly Beat[];
  readonly backwardCell: readonly Beat[];
  readonly backward: readonly Beat[];
}

const forwardOf = (program: Program, stage: Instruction['stage'], chain: number, kind: MomentKind): Beat[] =>
  program.instructions
    .filter((each) => each.stage === stage && each.chain === chain)
    .map((each) => ({
      kind, makes: symbolOf(program, each.out), words: each.words, parameter: parameterIn(program, each), isReadout: chain < 0,
    }));

const symbolOf = (program: Program, slot: number): string => program.slots[slot]?.symbol ?? '';

/** The beats of one step of a chain, read off the program. */
function beatsOf(program: Program, chain: number): StepBeats {
  const forwardCell = forwardOf(program, 'cell', chain, 'compute');
  const backwardCell = backwardOf(program, chain);
  return {
    forwardCell,
    forward: [...forwardCell, ...forwardOf(program, 'readout', -1, 'compute')],
    backwardCell,
    backward: [...backwardOf(program, -1), ...backwardCell],
  };
}

/** What all chains share: single beats, and which symbol is made how. */
function sharedBeats(program: Program) {
  const { instructions, slots, parameters, chains } = program;
  const [loss] = forwardOf(program, 'loss', -1, 'loss') as [Beat];
  const isReadout = false;
  const chainOf = new Map<string, number>();
  for (const { symbol, stage, chain } of slots) {
    if (stage === 'given') continue;
    chainOf.set(symbol, chain).set(`d${symbol}`, chain);
    for (const way of ['here', 'out']) chainOf.set(`d${symbol}_${way}`, chain);
  }
  for (const { args, chain } of instructions) {
    for (const arg of args) if (arg.kind === 'parameter') chainOf.set(`d${parameters[arg.index]?.symbol}`, chain);
  }
  const states = chains.flatMap((each) => each.states);
  return {
    loss,
    total: { kind: 'total', makes: 'L', words: 'loss: the losses of all steps together', parameter: null, isReadout } as Beat,
    update: { kind: 'update', makes: 'update', words: 'update: every weight moves against its gradient, once', parameter: null, isReadout } as Beat,
    given: new Set(['eta', ...slots.filter(({ stage }) => stage === 'given').map(({ symbol }) => symbol), ...parameters.map((each) => each.symbol)]),
    states: new Set(states.map((slot) => symbolOf(program, slot))),
    parameterGradients: new Set(parameters.map((each) => `d${each.symbol}`)),
    /** The chain whose step makes a value, a gradient, or a term of a parameter's gradient; −1 at a read-out. */
    chainOf,
    /** A sum hands its gradient on unchanged, so its terms' gradients are there when its own is. */
    sameGradient: new Map<string, string>(
      instructions.flatMap((each) =>
        each.operation !== 'add'
          ? []
          : each.args.flatMap((arg) =>
              arg.kind === 'slot' && arg.isNested ? [[`d${symbolOf(program, arg.index)}`, `d${symbolOf(program, each.out)}`] as const] : [],
            ),
      ),
    ),
    /** What a step hands back to the one before it; a cell without a state hands back nothing. */
    passed: chains[0]?.states[0] === undefined ? '' : `d${symbolOf(program, chains[0].states[0])}_next`,
    /** What is handed back to a state: which chain's, and which of its states in their order. */
    passedFrom: new Map<string, { chain: number; order: number }>(
      chains.flatMap((each, chain) => each.states.map((slot, order) => [`d${symbolOf(program, slot)}_next`, { chain, order }] as const)),
    ),
  };
}

const parameterIn = (program: Program, { args }: Instruction): string | null => {
  const found = args.find((arg) => arg.kind === 'parameter');
  return found ? (program.parameters[found.index]?.symbol ?? null) : null;
};

/** The way back through one step: what arrives and meets, then the terms for the parameters, then on to the step before. */
function backwardOf(program: Program, chain: number): Beat[] {
  const { instructions, slots, parameters } = program;
  const flow: Beat[] = [];
  const tiles: Beat[] = [];
  const passes: Beat[] = [];
  const isReadout = chain < 0;
  const uses = usesOf(program);
  // A gradient that comes by several ways is one beat, once all of them are there.
  const add = (list: Beat[], beat: Omit<Beat, 'isReadout'>): void => {
    const at = list.findIndex(({ makes }) => makes === beat.makes);
    if (at >= 0) list.splice(at, 1);
    list.push({ ...beat, isReadout });
  };
  for (const instruction of [...instructions].reverse()) {
    const out = slots[instruction.out];
    if (!out?.hasGradient || instruction.chain !== chain) continue;
    if (out.isState) {
      const from = uses.has(`d${out.symbol}_out`) ? 'its own output' : 'its own step';
      const words = `meet: what reaches ${out.symbol} from ${from} and from the future is added`;
      add(flow, { kind: 'meet', makes: `d${out.symbol}`, words, parameter: null });
    }
    const parameter = parameterIn(program, instruction);
    instruction.args.forEach((arg, k) => {
      if (arg.kind === 'parameter') {
        const symbol = parameters[arg.index]?.symbol ?? '';
        const words = `collect: this step's term of ∂L/∂${symbol} joins the sum`;
        add(tiles, { kind: 'tile', makes: `d${symbol}`, words, parameter: symbol });
        return;
      }
      const slot = slots[arg.index];
      if (!slot?.hasGradient || slot.stage === 'given' || !operationOf(instruction.operation).flowsTo(k)) return;
      const through = parameter === null ? `the ${instruction.operation} of ${out.symbol}` : `${parameter}ᵀ`;
      if (arg.time === 'previous') {
        const several = (uses.get(arrivalSymbol(program, instruction, arg)) ?? 0) > 1;
        const words = several ? 'pass back: the gradient goes by all its ways to the step before' : `pass back: the gradient goes through ${through} to the step before`;
        add(passes, { kind: 'pass', makes: arrivalSymbol(program, instruction, arg), words, parameter: several ? null : parameter });
      } else if (slot.isState) {
        const words = isReadout ? `arrive: the gradient comes from the output through ${through}` : `arrive: the gradient comes through ${through}`;
        add(flow, { kind: 'arrive', makes: arrivalSymbol(program, instruction, arg), words, parameter });
      } else if (instruction.operation !== 'add' || (uses.get(arrivalSymbol(program, instruction, arg)) ?? 0) > 1) {
        const words =
          instruction.stage === 'loss'
            ? 'go back: how the loss changes with the score'
            : `go back: through ${parameter === null ? `${instruction.operation}′` : through}`;
        add(flow, { kind: 'through', makes: `d${slot.symbol}`, words, parameter });
      }
    });
  }
  return [...flow, ...tiles, ...passes];
}

/** How many ways lead back into an arrival. */
function usesOf(program: Program): Map<string, number> {
  const uses = new Map<string, number>();
  for (const instruction of program.instructions) {
    instruction.args.forEach((arg, k) => {
      if (arg.kind !== 'slot' || !operationOf(instruction.operation).flowsTo(k)) return;
      const symbol = arrivalSymbol(program, instruction, arg);
      uses.set(symbol, (uses.get(symbol) ?? 0) + 1);
    });
  }
  return uses;
}
