// The clock: one training iteration as a list of small operations, Forward | Loss | Backward | Update, derived from the
// program and the topology. Playhead p means: the first p operations are done. Nothing is stored per operation, so
// 10,000 steps cost no more than four.
import { operationOf } from './equation/operations.ts';
import type { Argument, Instruction, Program } from './equation/program.ts';
import type { Network } from './network.ts';
import type { CellStep } from './topology/index.ts';

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
}

export interface Moment extends Beat {
  /** The playhead when it is done: 1…count. */
  readonly index: number;
  readonly phase: Phase;
  /** Time step; 0 where none applies (total, update). */
  readonly t: number;
  /** Time step of what it makes: t, or t − 1 for `pass`. */
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
  private readonly beats: ReturnType<typeof beatsOf>;
  /** readoutsBefore[k]: how many of the first k steps read out. */
  private readonly readoutsBefore: Int32Array;

  constructor(network: Network, steps: readonly CellStep[]) {
    this.steps = steps;
    this.beats = beatsOf(network.program);
    this.readoutsBefore = new Int32Array(steps.length + 1);
    steps.forEach((step, k) => {
      this.readoutsBefore[k + 1] = (this.readoutsBefore[k] as number) + (step.readsOut ? 1 : 0);
    });
    const R = this.readouts;
    const forward = this.forwardStart(steps.length);
    const loss = forward + R + (R > 1 ? 1 : 0);
    const backward = loss + steps.length * this.beats.backwardCell.length + R * this.beats.backwardReadout.length;
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
    return k * this.beats.forwardCell.length + (this.readoutsBefore[k] as number) * this.beats.forwardReadout.length;
  }

  /** Operations before backward step k (0-based in the forward order; the last one comes first). */
  private backwardStart(k: number): number {
    const later = this.steps.length - 1 - k;
    const readoutsLater = this.readouts - (this.readoutsBefore[k + 1] as number);
    const loss = this.phases[1] as PhaseSpan;
    return loss.to + later * this.beats.backwardCell.length + readoutsLater * this.beats.backwardReadout.length;
  }

  private forwardBeats(k: number): readonly Beat[] {
    return this.steps[k]?.readsOut ? this.beats.forward : this.beats.forwardCell;
  }

  private backwardBeats(k: number): readonly Beat[] {
    return this.steps[k]?.readsOut ? this.beats.backward : this.beats.backwardCell;
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
    if (phase === 'update') return this.moment(p, phase, 0, this.beats.update);
    if (phase === 'loss') {
      const nth = p - (this.phases[1] as PhaseSpan).from;
      if (nth > this.readouts) return this.moment(p, phase, 0, this.beats.total);
      const k = search(this.steps.length, (i) => (this.readoutsBefore[i + 1] as number) >= nth);
      return this.moment(p, phase, k + 1, this.beats.loss);
    }
    if (phase === 'forward') {
      const k = search(this.steps.length, (i) => this.forwardStart(i + 1) >= p);
      return this.moment(p, phase, k + 1, this.forwardBeats(k)[p - this.forwardStart(k) - 1] as Beat);
    }
    const fromEnd = search(this.steps.length, (i) => this.backwardEnd(this.steps.length - 1 - i) >= p);
    const k = this.steps.length - 1 - fromEnd;
    return this.moment(p, phase, k + 1, this.backwardBeats(k)[p - this.backwardStart(k) - 1] as Beat);
  }

  private backwardEnd(k: number): number {
    return this.backwardStart(k) + this.backwardBeats(k).length;
  }

  private moment(index: number, phase: Phase, k: number, beat: Beat): Moment {
    const t = k === 0 ? 0 : (this.steps[k - 1] as CellStep).row;
    return { ...beat, index, phase, t, madeAt: beat.kind === 'pass' ? (this.steps[k - 1] as CellStep).previousRow : t };
  }

  /**
   * The playhead at which a number is there: 0 for what is given, `Infinity` for what this iteration never makes.
   * `symbol` and `t` as in a reference (docs/notation.md).
   */
  madeAt(symbol: string, t?: number): number {
    const [, loss, backward, update] = this.phases as [PhaseSpan, PhaseSpan, PhaseSpan, PhaseSpan];
    if (this.beats.given.has(symbol) || (t === 0 && this.beats.states.has(symbol))) return 0;
    if (symbol.endsWith('_new')) return update.to;
    if (symbol.startsWith('norm_')) return this.madeAt(symbol.slice(5), t);
    if (symbol === 'L' || symbol === 'dL') {
      if (t === undefined) return loss.to;
      return this.steps[t - 1]?.readsOut ? loss.from + (this.readoutsBefore[t] as number) : Infinity;
    }
    // How the gradient's length changed on its way through step t is there when it has been passed on.
    if (symbol === 'factor') return t === undefined ? Infinity : this.whereBackward(this.beats.passed, t - 1);
    const name = this.beats.sameGradient.get(symbol) ?? symbol.replace(/^sum_/, '');
    if (t === undefined) return this.beats.parameterGradients.has(name) ? backward.to : Infinity;
    // The step after t hands this back to t; what reaches the initial state comes this way alone.
    if (this.beats.isPassed(name)) return this.whereBackward(name, t);
    if (t === 0) return this.whereBackward(`${name}_next`, 0);
    const k = t - 1;
    const forward = this.forwardBeats(k).findIndex((beat) => beat.makes === name);
    if (forward >= 0) return this.forwardStart(k) + forward + 1;
    return this.whereBackward(name, k);
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
    const k = moment.t - 1;
    if (moment.phase === 'forward') return this.forwardStart(k + 1);
    if (moment.phase === 'backward') return this.backwardEnd(k);
    return (this.phases.find((span) => span.phase === moment.phase) as PhaseSpan).to;
  }

  /** The playhead just before the word that operation p belongs to. */
  private wordStart(p: number): number {
    const moment = this.momentAt(p) as Moment;
    const k = moment.t - 1;
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

/** The beats of one step of each kind, read off the program. */
function beatsOf(program: Program) {
  const { instructions, slots, parameters } = program;
  const symbolOf = (index: number): string => slots[index]?.symbol ?? '';
  const forwardOf = (stage: Instruction['stage'], kind: MomentKind): Beat[] =>
    instructions
      .filter((each) => each.stage === stage)
      .map((each) => ({ kind, makes: symbolOf(each.out), words: each.words, parameter: parameterIn(program, each) }));
  const forwardCell = forwardOf('cell', 'compute');
  const forwardReadout = forwardOf('readout', 'compute');
  const [loss] = forwardOf('loss', 'loss') as [Beat];
  const backwardCell = backwardOf(program, 'cell');
  const backwardReadout = backwardOf(program, 'readout');
  const backward = [...backwardReadout, ...backwardCell];
  const parameterGradients = new Set(parameters.map((each) => `d${each.symbol}`));
  return {
    forwardCell,
    forwardReadout,
    forward: [...forwardCell, ...forwardReadout],
    loss,
    total: { kind: 'total', makes: 'L', words: 'loss: the losses of all steps together', parameter: null } as Beat,
    backwardCell,
    backwardReadout,
    backward,
    update: { kind: 'update', makes: 'update', words: 'update: every weight moves against its gradient, once', parameter: null } as Beat,
    given: new Set(['x', 'target', 'eta', ...parameters.map((each) => each.symbol)]),
    states: new Set(program.states.map(symbolOf)),
    parameterGradients,
    /** A sum hands its gradient on unchanged, so its terms' gradients are there when its own is. */
    sameGradient: new Map<string, string>(
      instructions.flatMap((each) =>
        each.operation !== 'add'
          ? []
          : each.args.flatMap((arg) =>
              arg.kind === 'slot' && arg.time === 'now' ? [[`d${symbolOf(arg.index)}`, `d${symbolOf(each.out)}`] as const] : [],
            ),
      ),
    ),
    /** What a step hands back to the one before it; a cell without a state hands back nothing. */
    passed: backwardCell.find((beat) => beat.kind === 'pass')?.makes ?? '',
    isPassed: (symbol: string): boolean => backwardCell.some((beat) => beat.kind === 'pass' && beat.makes === symbol),
  };
}

const parameterIn = (program: Program, { args }: Instruction): string | null => {
  const found = args.find((arg) => arg.kind === 'parameter');
  return found ? (program.parameters[found.index]?.symbol ?? null) : null;
};

/** The way back through one step: what arrives and meets, then the terms for the parameters, then on to the step before. */
function backwardOf(program: Program, part: 'cell' | 'readout'): Beat[] {
  const { instructions, slots, parameters } = program;
  const flow: Beat[] = [];
  const tiles: Beat[] = [];
  const passes: Beat[] = [];
  for (const instruction of [...instructions].reverse()) {
    const out = slots[instruction.out];
    if (!out?.hasGradient || (instruction.stage === 'cell') !== (part === 'cell')) continue;
    if (out.isState) {
      const words = `meet: what reaches ${out.symbol} from its own output and from the future is added`;
      flow.push({ kind: 'meet', makes: `d${out.symbol}`, words, parameter: null });
    }
    const parameter = parameterIn(program, instruction);
    instruction.args.forEach((arg, k) => {
      if (arg.kind === 'parameter') {
        const symbol = parameters[arg.index]?.symbol ?? '';
        const words = `collect: this step's term of ∂L/∂${symbol} joins the sum`;
        tiles.push({ kind: 'tile', makes: `d${symbol}`, words, parameter: symbol });
        return;
      }
      const slot = slots[arg.index];
      if (!slot?.hasGradient || slot.stage === 'given' || !operationOf(instruction.operation).flowsTo(k)) return;
      if (arg.time === 'previous') {
        const words = `pass back: the gradient goes through ${parameter ?? out.symbol}ᵀ to the step before`;
        passes.push({ kind: 'pass', makes: arrivalSymbol(program, instruction, arg), words, parameter });
      } else if (slot.isState) {
        const words = `arrive: the gradient comes from the output through ${parameter ?? out.symbol}ᵀ`;
        flow.push({ kind: 'arrive', makes: arrivalSymbol(program, instruction, arg), words, parameter });
      } else if (instruction.operation !== 'add') {
        const words =
          instruction.stage === 'loss'
            ? 'go back: how the loss changes with the score'
            : `go back: through ${instruction.operation}′`;
        flow.push({ kind: 'through', makes: `d${slot.symbol}`, words, parameter: null });
      }
    });
  }
  return [...flow, ...tiles, ...passes];
}
