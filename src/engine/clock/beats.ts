// The small operations of one step, forwards and backwards, read off the program: what each makes, where that stands, its caption.
import { operationOf, type OperationId } from '../equation/operations.ts';
import type { Argument, Instruction, Program, Slot } from '../equation/program.ts';
import { unmarked } from '../symbols/letters.ts';
import { respell, spell } from '../symbols/spelling.ts';
import type { Network } from '../network.ts';
import { plainValue } from '../symbols/symbols.ts';
import { arrivalSymbol, usesBy, type Way, type Ways } from './ways.ts';

/**
 * - `compute`: a value is made. `loss`: a step's loss. `total`: the losses are added.
 * - `through`: a gradient passes an operation. `arrive`: it comes to the state from its own output, or within its own step.
 * - `meet`: what arrives at a state is added. `tile`: a step's term of a parameter's gradient is added to its total.
 * - `pass`: the gradient goes to the state of the step before. `update`: W ← W − η ∂L/∂W.
 */
type MomentKind = 'compute' | 'loss' | 'total' | 'through' | 'arrive' | 'meet' | 'tile' | 'pass' | 'update';

export interface Beat {
  readonly kind: MomentKind;
  /** Symbol of what it makes. */
  readonly makes: string;
  readonly words: string;
  /** The parameter that takes part, if any. */
  readonly parameter: string | null;
  /** Whether it happens at a read-out, which has a time of its own. */
  readonly isReadout: boolean;
  /** Which row of its step the number stands in: its own, that of its read-out, of a state that is read out, of the state before. */
  readonly stands: 'step' | 'readout' | 'read' | 'before';
  /** The slot that it is about; −1 where there is none. */
  readonly slot: number;
}

/** The operations of a step: those of its cell, by chain, and those of a read-out, which backwards come first. */
export interface Beats {
  readonly forward: readonly (readonly Beat[])[];
  readonly readout: readonly Beat[];
  readonly loss: Beat;
  readonly backward: readonly (readonly Beat[])[];
  /** How many of those, at their end, go to the step before: a step whose way back is cut has none of them. */
  readonly passes: readonly number[];
  readonly readoutBack: readonly Beat[];
}

export function beatsOf(network: Network, ways: Ways): Beats {
  const { chains } = network.program;
  const backward = chains.map((_, chain) => backwardOf(network, ways, chain));
  return {
    forward: chains.map((_, chain) => forwardOf(network, 'cell', chain, 'compute')),
    readout: forwardOf(network, 'readout', -1, 'compute'),
    loss: forwardOf(network, 'loss', -1, 'loss')[0] as Beat,
    backward,
    passes: backward.map((beats) => beats.filter(({ kind }) => kind === 'pass').length),
    readoutBack: backwardOf(network, ways, -1),
  };
}

function forwardOf(network: Network, stage: Instruction['stage'], chain: number, kind: MomentKind): Beat[] {
  const { program } = network;
  return program.instructions
    .filter((each) => each.stage === stage && each.chain === chain)
    .map((each) => ({
      kind, makes: program.slots[each.out]?.symbol ?? '', words: respell(network, each.words), parameter: parameterIn(program, each),
      isReadout: chain < 0, stands: chain < 0 ? 'readout' : 'step', slot: each.out,
    }));
}

const parameterIn = ({ parameters }: Program, { args }: Instruction): string | null => {
  const found = args.find((arg) => arg.kind === 'parameter');
  return found ? (parameters[found.index]?.symbol ?? null) : null;
};

/** The way back through one step: what arrives and meets, then the terms for the parameters, then on to the step before. */
function backwardOf(network: Network, ways: Ways, chain: number): Beat[] {
  const { program } = network;
  const [flow, tiles, passes]: [Beat[], Beat[], Beat[]] = [[], [], []];
  // A gradient that comes by several uses is one beat, once all of them are there.
  const add = (list: Beat[], beat: Omit<Beat, 'isReadout'>): void => {
    const at = list.findIndex(({ makes }) => makes === beat.makes);
    if (at >= 0) list.splice(at, 1);
    list.push({ ...beat, isReadout: chain < 0 });
  };
  const own = chain < 0 ? 'readout' : 'step';
  for (const instruction of [...program.instructions].reverse()) {
    const out = program.slots[instruction.out] as Slot;
    if (!out.hasGradient || instruction.chain !== chain) continue;
    if (ways.meets[instruction.out]) {
      add(flow, { kind: 'meet', makes: `d${out.symbol}`, words: 'meet', parameter: null, stands: own, slot: instruction.out });
    }
    const parameter = parameterIn(program, instruction);
    instruction.args.forEach((arg, k) => {
      if (arg.kind === 'parameter') {
        const symbol = program.parameters[arg.index]?.symbol ?? '';
        const words = `collect: this step's term of ∂L/∂${unmarked(spell(network, symbol)).bare} joins the sum`;
        add(tiles, { kind: 'tile', makes: `d${symbol}`, words, parameter: symbol, stands: own, slot: -1 });
        return;
      }
      const back = backTo(network, ways, instruction, arg, k);
      if (!back) return;
      const isOneUse = usesBy(ways, arg.index, back.way) === 1;
      const stands = back.way === 'next' ? 'before' : chain < 0 && program.slots[arg.index]?.stage === 'cell' ? 'read' : own;
      add(back.kind === 'pass' ? passes : flow, { ...back, parameter: isOneUse ? parameter : null, stands, slot: arg.index });
    });
  }
  return [...flow, ...tiles, ...passes];
}

interface Back {
  readonly kind: 'through' | 'arrive' | 'pass';
  readonly makes: string;
  readonly words: string;
  readonly way: Way;
}

/** The operation that brings a gradient to operand k; null where none flows, or a sum hands it on unchanged. */
function backTo(network: Network, ways: Ways, instruction: Instruction, arg: Argument & { kind: 'slot' }, k: number): Back | null {
  const { slots, chains } = network.program;
  const { symbol, hasGradient, stage } = slots[arg.index] as Slot;
  if (!hasGradient || stage === 'given' || !operationOf(instruction.operation).flowsTo(k)) return null;
  const way: Way = arg.time === 'previous' ? 'next' : instruction.stage === 'cell' ? 'here' : 'out';
  const kind = way === 'next' ? 'pass' : ways.meets[arg.index] ? 'arrive' : 'through';
  if (kind === 'through' && ways.sameAs[arg.index] !== arg.index) return null;
  const words = sentences[kind]({
    name: plainValue(network, arg.index),
    how: usesBy(ways, arg.index, way) > 1 ? 'by all its ways' : mannerOf(network, instruction, k),
    isFirst: chains[instruction.chain]?.states[0] === arg.index,
    isOut: way === 'out',
    isLoss: instruction.stage === 'loss',
  });
  return { kind, way, words, makes: kind === 'through' ? `d${symbol}` : arrivalSymbol(symbol, way) };
}

const sentences: Readonly<Record<Back['kind'], (to: { name: string; how: string; isFirst: boolean; isOut: boolean; isLoss: boolean }) => string>> = {
  through: ({ name, how, isLoss }) => (isLoss ? 'go back: how the loss changes with the score' : `go back: to ${name}, ${how}`),
  arrive: ({ name, how, isOut }) =>
    isOut ? `arrive: the gradient comes from the output ${how}` : `arrive: the gradient comes to ${name} within its own step, ${how}`,
  pass: ({ name, how, isFirst }) => `pass back: the gradient goes ${isFirst ? `${how} to the step before` : `to ${name} of the step before, ${how}`}`,
};

/** What happens to a gradient on its way back to an operand; where nothing is said, it goes through a derivative. */
const manners: Readonly<Partial<Record<OperationId, (about: { parameter: string; partner: string; out: string }) => string>>> = {
  multiply: ({ parameter }) => `through ${parameter}ᵀ`,
  times: ({ partner }) => `multiplied by ${partner}`,
  complement: () => 'with its sign turned',
  stack: ({ out }) => `as its part of ${out}`,
  add: ({ out }) => `as it is from ${out}`,
};

function mannerOf(network: Network, instruction: Instruction, k: number): string {
  const other = instruction.args[1 - k];
  const parameter = unmarked(spell(network, parameterIn(network.program, instruction) ?? '')).bare;
  const partner = other?.kind === 'slot' ? plainValue(network, other.index) : parameter;
  const say = manners[instruction.operation];
  return say ? say({ parameter, partner, out: plainValue(network, instruction.out) }) : `through ${instruction.operation}′`;
}
