// What goes on inside a cell, as a graph read off its program: an operation a node, a use of a value an edge, no pixels.
import type { Network } from '../../../engine/network.ts';
import type { Instruction } from '../../../engine/equation/program.ts';
import { gatesOf, mainSlotsOf } from '../../anatomy/anatomy.ts';
import { destinations } from '../../anatomy/destinations.ts';
import { roadsOf } from './roads.ts';

/** A place at the border of the cell: a state before, what is read, a state after, what goes to the output. */
export type Port =
  | { readonly kind: 'before' | 'after' | 'out'; readonly slot: number }
  | { readonly kind: 'input'; readonly slot: number };

export const portId = ({ kind, slot }: Port): string => `${kind}:${slot}`;

export interface FlowNode {
  /** Position of its instruction in the program. */
  readonly at: number;
  readonly instruction: Instruction;
  /** Positions of the parameters that it uses, which are written at it. */
  readonly parameters: readonly number[];
  /** How many operations come before it on the longest way. */
  readonly layer: number;
  /** The state on whose road it lies; −1 for none. */
  readonly road: number;
  /** Position of the gate or state that it leads to. */
  readonly leadsTo: number;
}

/** One use of a value: from where it is made, or comes in, to the operation that takes it, or the border. */
export interface FlowEdge {
  /** Like `f→f⊙c`; from a state before `←h→W_hi·h`. */
  readonly id: string;
  /** The value that it carries. */
  readonly slot: number;
  readonly time: 'now' | 'previous';
  /** Position of the instruction that makes the value, or the port that it comes in by. */
  readonly from: number | string;
  readonly to: number | string;
  /** Which operand of the operation it is; −1 at the border. */
  readonly k: number;
  /** Whether it is a piece of a state's road. */
  readonly isRoad: boolean;
}

export interface Dataflow {
  readonly chain: number;
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
  readonly ports: readonly Port[];
  /** The states of the chain, or what stands in their place, from top to bottom. */
  readonly mains: readonly number[];
  /** Gates, in the order of declaration. */
  readonly gates: readonly number[];
  readonly layers: number;
}

/** The dataflow of a chain's cell; `isReadOut`: whether an output is read after the step in view. */
export function dataflowOf(network: Network, chain: number, isReadOut: boolean): Dataflow {
  const { program } = network;
  const { instructions, slots, chains } = program;
  const { input = -1, states = [] } = chains[chain] ?? {};
  const mains = mainSlotsOf(network, chain);
  const gates = gatesOf(network, new Set(mains)).filter((gate) => slots[gate]?.chain === chain);
  const { end } = destinations(program, new Set(gates), new Set(mains));
  const roads = roadsOf(program, chain);
  const nameOf = (slot: number): string => slots[slot]?.symbol ?? '';
  const makers = new Map<number, number>();
  const layers = new Map<number, number>();
  const nodes: FlowNode[] = [];
  const edges: FlowEdge[] = [];
  instructions.forEach((instruction, at) => {
    if (instruction.chain !== chain) return;
    let layer = 0;
    instruction.args.forEach((arg, k) => {
      if (arg.kind === 'parameter') return;
      const { index: slot, time } = arg;
      const maker = time === 'now' ? makers.get(slot) : undefined;
      layer = Math.max(layer, maker === undefined ? 0 : (layers.get(maker) ?? 0) + 1);
      const from = maker ?? portId({ kind: time === 'previous' ? 'before' : 'input', slot });
      const isRoad = roads.get(at) !== undefined && (time === 'previous' ? slot === roads.get(at) : roads.get(maker ?? -1) === roads.get(at));
      edges.push({ id: `${time === 'previous' ? '←' : ''}${nameOf(slot)}→${nameOf(instruction.out)}${edges.some((each) => each.to === at && each.slot === slot && each.time === time) ? `#${k}` : ''}`, slot, time, from, to: at, k, isRoad });
    });
    makers.set(instruction.out, at);
    layers.set(at, layer);
    const parameters = instruction.args.flatMap((arg) => (arg.kind === 'parameter' ? [arg.index] : []));
    nodes.push({ at, instruction, parameters, layer, road: roads.get(at) ?? -1, leadsTo: end(instruction.out) });
  });
  const read = instructions.flatMap(({ chain: user, args }) => (user < 0 ? args : [])).flatMap((arg) => (arg.kind === 'slot' && slots[arg.index]?.chain === chain ? [arg.index] : []));
  const leave = (kind: 'after' | 'out', slot: number): Port => {
    const from = makers.get(slot) ?? -1;
    edges.push({ id: `${nameOf(slot)}→${kind === 'after' ? 'next' : 'output'}`, slot, time: 'now', from, to: portId({ kind, slot }), k: -1, isRoad: kind === 'after' && roads.get(from) === slot });
    return { kind, slot };
  };
  const used = new Set(edges.map(({ from }) => from));
  const before = states.map((slot): Port => ({ kind: 'before', slot })).filter((port) => used.has(portId(port)));
  const after = states.map((slot) => leave('after', slot));
  const out = isReadOut ? [...new Set(read)].map((slot) => leave('out', slot)) : [];
  return { chain, nodes, edges, ports: [...before, { kind: 'input', slot: input }, ...after, ...out], mains, gates, layers: Math.max(0, ...layers.values()) + 1 };
}
