// Where everything stands in the kernel's memory. Sizes are known when the program is written, so addresses are constants of
// it; only what belongs to one batch is found through the batch's header.
import type { Network } from '../network.ts';
import { topologyOf, type CellStep, type Lengths } from '../topology/index.ts';
import { DOUBLE } from './lanes.ts';
import { planChain, type ChainPlan } from './plan.ts';
import { planReadout, type ReadoutPlan } from './planReadout.ts';

/** What a program is written for. */
export interface Size {
  /** Number of sequences. */
  readonly B: number;
  /** The longest sequences that it can take: input, decoder. */
  readonly steps: Lengths;
  /** By axis: whether inputs are positions in a vocabulary, or numbers. */
  readonly isOneHot: readonly [boolean, boolean];
}

interface StackLayout {
  /** The stacked matrices turned round: [columns, outs · H]. For one-hot inputs a row of zeros stands before it. */
  readonly turned: number;
  /** Their product with the operand: [B][outs · H], of dense inputs [T][B][outs · H]. */
  readonly products: number;
  /** Of one-hot inputs: ∂L/∂ of the matrices turned round, with a row before it that nobody reads. */
  readonly turnedGradients: number;
}

export interface ChainLayout {
  readonly plan: ChainPlan;
  readonly chain: number;
  readonly B: number;
  readonly H: number;
  /** T · B at most. */
  readonly rows: number;
  readonly isOneHot: boolean;
  /** Whether an output is read after every step; otherwise after the last, if at all. */
  readonly isInStep: boolean;
  /** The chain whose last state it goes on from; −1 for none. */
  readonly continues: number;
  /** By slot: [T + 1][B][H] of what lasts, from row 0 on, and [T][B][H] of what else is kept. */
  readonly values: ReadonlyMap<number, number>;
  /** By slot: ∂L/∂ of what lasts [T + 1][B][H]. */
  readonly gradients: ReadonlyMap<number, number>;
  /** By slot: ∂L/∂ that goes from one group of a step to the one before [B][H]. */
  readonly carried: ReadonlyMap<number, number>;
  /** ∂L/∂ kept over time [T][B][blocks · H]. */
  readonly deltas: readonly { readonly at: number; readonly width: number }[];
  readonly stacks: readonly StackLayout[];
  /** What of it has to be 0 past the end of shorter sequences. */
  readonly ragged: { readonly at: number; readonly bytes: number };
}

interface ReadoutLayout {
  readonly plan: ReadoutPlan;
  /** Number of features. */
  readonly F: number;
  readonly Y: number;
  /** Positions of the chains that are read. */
  readonly reads: readonly number[];
  /** Features gathered from the chains, and their gradients [R][F]. */
  readonly features: number;
  readonly featureGradients: number;
  /** y and ∂L/∂y [R][Y]. */
  readonly outputs: number;
  readonly outputGradients: number;
  /** W_hy turned round [F][Y]. */
  readonly turned: number;
}

export interface Layout {
  readonly network: Network;
  readonly size: Size;
  /** The parameters and their gradients, in the network's order. */
  readonly parameters: number;
  readonly gradients: number;
  readonly chains: readonly ChainLayout[];
  readonly readout: ReadoutLayout;
  /** The first byte after all of it. */
  readonly end: number;
}

/** Bytes of a line of the cache, at whose beginnings all arrays begin. */
export const LINE = 64;

/** Hands out memory from such an address on. */
class Memory {
  next: number;

  constructor(at: number) {
    this.next = at;
  }

  take(doubles: number): number {
    const at = this.next;
    this.next = Math.ceil((at + doubles * DOUBLE) / LINE) * LINE;
    return at;
  }
}

/** Lays out a network's work from an address on, or null where it does what the kernel has no code for. */
export function layOut(network: Network, size: Size, parameters: number, gradients: number, from: number): Layout | null {
  const { program } = network;
  const plans = program.chains.map((_, chain) => planChain(program, chain)).filter((plan) => plan !== null);
  const readoutPlan = planReadout(network);
  if (!readoutPlan || plans.length < program.chains.length) return null;
  const memory = new Memory(from);
  const chains = plans.map((plan) => layChain(network, size, plan, memory));

  const { reads } = program;
  const last = chains[reads[0]!]!;
  const R = last.isInStep ? last.rows : size.B;
  const { rows: Y, columns: F } = program.parameters[readoutPlan.matrix]!;
  const readout: ReadoutLayout = {
    plan: readoutPlan, F, Y, reads,
    features: memory.take(R * F), featureGradients: memory.take(R * F),
    outputs: memory.take(R * Y), outputGradients: memory.take(R * Y), turned: memory.take(F * Y),
  };
  return { network, size, parameters, gradients, chains, readout, end: memory.next };
}

function layChain({ model, program }: Network, { B, steps, isOneHot }: Size, plan: ChainPlan, memory: Memory): ChainLayout {
  const { chain, lasting, kept } = plan;
  const { axis } = program.chains[chain]!;
  const H = program.slots[lasting[0]!]!.size;
  const rows = steps[axis] * B;
  const take = (slots: readonly number[], numbers: number): [number, number][] => slots.map((slot) => [slot, memory.take(numbers)]);

  const at = memory.next;
  const operands = plan.stacks.flatMap(({ operand }) => (operand.kind === 'now' && kept.has(operand.slot) ? [operand.slot] : []));
  const values = new Map([...take(lasting, (rows + B) * H), ...take(operands, rows * H)]);
  const gradients = new Map(take(lasting, (rows + B) * H));
  const deltas = plan.deltas.map((sources) => ({ at: memory.take(rows * sources.length * H), width: sources.length * H }));
  const ragged = { at, bytes: memory.next - at };

  for (const [slot, address] of take([...kept].filter((each) => !values.has(each)), rows * H)) values.set(slot, address);
  const carried = new Map(take(plan.carried, B * H));
  const stacks = plan.stacks.map(({ operand, outs, columns }): StackLayout => {
    const G = outs.length * H;
    const isPicked = operand.kind === 'input' && isOneHot[axis];
    const takeTurned = (): number => memory.take((columns + 1) * G) + G * DOUBLE;
    return {
      turned: takeTurned(),
      products: isPicked ? 0 : memory.take((operand.kind === 'input' ? rows : B) * G),
      turnedGradients: isPicked ? takeTurned() : 0,
    };
  });
  const wiring = wiringOf(model, chain, [Math.min(steps[0], 2), Math.min(steps[1], 2)]);
  return { plan, chain, B, H, rows, isOneHot: isOneHot[axis], ...wiring, values, gradients, carried, deltas, stacks, ragged };
}

/** How a topology runs a chain, seen from the steps of one sequence; of two steps as well as of a million. */
function wiringOf(model: Network['model'], chain: number, lengths: Lengths): Pick<ChainLayout, 'isInStep' | 'continues'> {
  const topology = topologyOf(model);
  const all = topology.steps(lengths);
  const own = all.filter((step) => step.chain === chain);
  const k = topology.reads.indexOf(chain);
  const read = new Set(all.flatMap(({ readout }) => (readout && k >= 0 ? [readout.stateRows[k]] : [])));
  const [first] = own as [CellStep];
  return { isInStep: read.size === own.length, continues: first.previousChain === chain ? -1 : first.previousChain };
}
