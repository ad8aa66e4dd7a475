// What the drawing of a network consists of, read off its program: tracks, staves, gates, groups of parameters. No pixels.
import type { Network } from '../../engine/network.ts';
import type { Axis } from '../../engine/topology/index.ts';
import { isUnnamed, unmarked } from '../../engine/symbols/letters.ts';
import { destinations } from './destinations.ts';

/** Chains that share the same rows of the drawing, since they run along different sequences: an encoder and its decoder. */
interface Track {
  /** By axis: position of its chain; −1 where it has none there. */
  readonly chains: readonly [number, number];
  /** What the ids of its staves end with: the mark of its chain where another track runs along the same sequence. */
  readonly mark: string;
}

export type StaveKind = 'outputs' | 'state' | 'gates' | 'inputs';

/** One row of boxes through all columns. */
export interface Stave {
  /** `outputs`, `inputs`, `gates`, or the letter of a state, with the track's mark: `h`, `c`, `h.reverse`. */
  readonly id: string;
  readonly kind: StaveKind;
  /** −1 for outputs and inputs, which all tracks share. */
  readonly track: number;
  /** By axis: positions of the slots whose columns of numbers its boxes hold; none where it has no boxes. */
  readonly slots: readonly [readonly number[], readonly number[]];
  /** By axis: how many numbers one column has; 0 where there are none. */
  readonly rows: readonly [number, number];
}

/** The parameters that one sum of the cell is made with. */
export interface ParameterGroup {
  readonly chain: number;
  /** Position of the gate or state that they lead to. */
  readonly leadsTo: number;
  /** Its letter: `h`, `f`. */
  readonly letter: string;
  /** Positions among the parameters. */
  readonly input: readonly number[];
  readonly recurrent: readonly number[];
  readonly biases: readonly number[];
}

export interface Anatomy {
  readonly network: Network;
  /** From top to bottom. */
  readonly tracks: readonly Track[];
  readonly staves: readonly Stave[];
  /** Chain after chain, in the order of declaration. */
  readonly groups: readonly ParameterGroup[];
  /** Positions of the parameters of the read-out: matrix, bias. */
  readonly readout: { readonly matrix: number; readonly bias: number };
  /** Position of the slot that answers: p, or y where there are no probabilities. */
  readonly answer: number;
  /** Whether the cell has gates that can be shown as a stave of their own. */
  readonly hasGates: boolean;
  /** Id of the stave in which the work on a slot is shown. */
  readonly staveOf: (slot: number) => string;
}

/** The anatomy of a network; `areGatesOpen`: whether its gates have a stave of their own. */
export function anatomyOf(network: Network, areGatesOpen: boolean): Anatomy {
  let both = known.get(network);
  if (!both) known.set(network, (both = {}));
  return (both[`${areGatesOpen}`] ??= dissect(network, areGatesOpen));
}

const known = new WeakMap<Network, Partial<Record<'true' | 'false', Anatomy>>>();

function dissect(network: Network, areGatesOpen: boolean): Anatomy {
  const { program } = network;
  const { chains, slots, instructions, parameters } = program;
  const tracks = tracksOf(network);
  const mains = chains.map((_, chain) => mainSlotsOf(network, chain));
  const gates = gatesOf(network, new Set(mains.flat()));
  const { state: stateOf, end: endOf } = destinations(program, new Set(gates), new Set(mains.flat()));
  const answer = slots.findLastIndex(({ stage }) => stage === 'readout');
  const outAxis = slots[answer]?.axis ?? 0;
  const sizeOf = (list: readonly number[]): number => slots[list[0] ?? -1]?.size ?? 0;
  const byAxis = <T,>(of: (axis: Axis) => T): readonly [T, T] => [of(0), of(1)];
  const stave = (id: string, kind: StaveKind, track: number, of: (axis: Axis) => number[]): Stave => {
    const columns = byAxis(of);
    return { id, kind, track, slots: columns, rows: [sizeOf(columns[0]), sizeOf(columns[1])] };
  };
  const order = mains[0]?.map((_, k) => k) ?? [];
  const trackStaves = tracks.flatMap((track, k) => {
    const states = order.map((place) =>
      stave(stateId(network, track, place), 'state', k, (axis) => [mains[track.chains[axis]]?.[place] ?? -1].filter((slot) => slot >= 0)),
    );
    const own = stave(`gates${track.mark}`, 'gates', k, (axis) => gates.filter((gate) => slots[gate]?.chain === track.chains[axis]));
    return areGatesOpen && gates.length > 0 ? [...states, own] : states;
  });
  const inputs = stave('inputs', 'inputs', -1, (axis) => {
    const chain = chains.find((each) => each.axis === axis);
    return chain ? [chain.input] : [];
  });
  const outputs = stave('outputs', 'outputs', -1, (axis) => (axis === outAxis ? [answer] : []));
  const trackOf = (chain: number): number => tracks.findIndex((track) => track.chains.includes(chain));
  const readMatrix = parameters.findIndex(({ role }) => role === 'output');
  return {
    network,
    tracks,
    staves: [outputs, ...trackStaves, inputs],
    groups: groupsOf(network, endOf),
    readout: { matrix: readMatrix, bias: parameters.length - 1 },
    answer,
    hasGates: gates.length > 0,
    staveOf(slot) {
      const { chain = -1, stage, symbol } = slots[slot] ?? {};
      if (stage === 'given') return symbol === 'target' ? 'outputs' : 'inputs';
      if (chain < 0) return 'outputs';
      const k = trackOf(chain);
      const track = tracks[k] as Track;
      const end = endOf(slot);
      if (areGatesOpen && gates.includes(end)) return `gates${track.mark}`;
      const place = mains[chain]?.indexOf(stateOf(slot)) ?? 0;
      return stateId(network, track, Math.max(place, 0));
    },
  };

  function groupsOf({ program: { chains: all } }: Network, end: (slot: number) => number): ParameterGroup[] {
    return all.flatMap((_, chain) => {
      const found = new Map<number, { input: number[]; recurrent: number[]; biases: number[] }>();
      // In the order of declaration, which is that of the gates.
      parameters.forEach(({ role }, index) => {
        const user = instructions.find((each) => each.chain === chain && each.args.some((arg) => arg.kind === 'parameter' && arg.index === index));
        if (!user || role === 'output') return;
        const leadsTo = end(user.out);
        let group = found.get(leadsTo);
        if (!group) found.set(leadsTo, (group = { input: [], recurrent: [], biases: [] }));
        (role === 'input' ? group.input : role === 'recurrent' ? group.recurrent : group.biases).push(index);
      });
      return [...found].map(([leadsTo, group]) => ({ chain, leadsTo, letter: unmarked(slots[leadsTo]?.symbol ?? '').bare, ...group }));
    });
  }
}

/** The n-th chain of each axis shares a track. */
function tracksOf({ program: { chains } }: Network): Track[] {
  const on = (axis: Axis): number[] => chains.flatMap((chain, k) => (chain.axis === axis ? [k] : []));
  const [first, second] = [on(0), on(1)];
  return first.map((chain, k) => ({ chains: [chain, second[k] ?? -1], mark: k === 0 ? '' : (chains[chain]?.mark ?? '') }));
}

/** The slots that have a stave each: the states of a chain, or, of a cell without any, what is read out of it. */
export function mainSlotsOf({ program: { chains, slots, instructions } }: Network, chain: number): readonly number[] {
  const states = chains[chain]?.states ?? [];
  if (states.length > 0) return states;
  const read = instructions.filter(({ stage }) => stage === 'readout').flatMap(({ args }) => args.flatMap((arg) => (arg.kind === 'slot' ? [arg.index] : [])));
  return [...new Set(read)].filter((slot) => slots[slot]?.chain === chain);
}

const stateId = (network: Network, { chains: [chain], mark }: Track, place: number): string =>
  `${unmarked(network.program.slots[mainSlotsOf(network, chain)[place] ?? -1]?.symbol ?? '').bare}${mark}`;

/** Gates: what a cell squashes and gives a letter, without handing it on to the next step. */
export function gatesOf({ program }: Network, mains: ReadonlySet<number>): number[] {
  return program.instructions
    .filter((each) => each.stage === 'cell' && each.args.length === 1 && !mains.has(each.out) && !isUnnamed(program, each))
    .map(({ out }) => out);
}
