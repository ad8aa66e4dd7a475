// Which arrows a network has, read off its program once: what is used in another stave than its own, and what comes back from there.
import { allWays, arrivalSymbol, waysOf, type Way } from '../../../engine/clock/ways.ts';
import type { Anatomy } from '../../anatomy/anatomy.ts';

/** A use of a value in one stave. */
export interface Wire {
  /** Position of the slot that is used. */
  readonly slot: number;
  /** Id of the stave that it leads to. */
  readonly to: string;
  /** Positions of the slots that are made of it there. */
  readonly makes: readonly number[];
}

interface ChainWiring {
  /** What each state leads to in the next step, state by state in the order of the declaration: its own stave first. */
  readonly states: readonly (readonly Wire[])[];
  /** What is read, to the lowest stave that takes it. */
  readonly input: Wire | null;
  /** From one stave to another of the same step. */
  readonly within: readonly Wire[];
}

export interface Wiring {
  readonly chains: readonly ChainWiring[];
  /** Into the outputs, chain by chain as they are read. */
  readonly outputs: readonly Wire[];
  /** The symbol of what comes back to a slot by one way; null where it comes to several staves, so that no arrow has all of it. */
  readonly back: (slot: number, way: Way) => string | null;
}

const known = new WeakMap<Anatomy, Wiring>();

export function wiringOf(anatomy: Anatomy): Wiring {
  let wiring = known.get(anatomy);
  if (!wiring) known.set(anatomy, (wiring = trace(anatomy)));
  return wiring;
}

function trace(anatomy: Anatomy): Wiring {
  const { program } = anatomy.network;
  const { instructions, chains, slots, reads } = program;
  const ways = waysOf(program);
  const order = new Map(anatomy.staves.map(({ id }, k) => [id, k]));
  const staved = new Set(anatomy.staves.flatMap(({ slots: [a, b] }) => [...a, ...b]));

  /** Where a slot is used, by stave, in the order of the staves. */
  const uses = (slot: number, stage: 'cell' | 'readout', time: 'now' | 'previous', chain: number): Wire[] => {
    const byStave = new Map<string, number[]>();
    for (const each of instructions) {
      if (each.stage !== stage || each.chain !== chain) continue;
      if (!each.args.some((arg) => arg.kind === 'slot' && arg.index === slot && arg.time === time)) continue;
      const to = anatomy.staveOf(each.out);
      byStave.set(to, [...(byStave.get(to) ?? []), each.out]);
    }
    return [...byStave].map(([to, makes]) => ({ slot, to, makes })).sort((a, b) => (order.get(a.to) ?? 0) - (order.get(b.to) ?? 0));
  };

  const isGates = (id: string): boolean => anatomy.staves.some((stave) => stave.id === id && stave.kind === 'gates');

  const wired = chains.map((each, chain): ChainWiring => {
    const ownFirst = (slot: number): Wire[] => {
      const all = uses(slot, 'cell', 'previous', chain);
      const gates = all.filter(({ to }) => isGates(to));
      const others = all.filter((wire) => !gates.includes(wire));
      // While its gates have no stave of their own, all that a step does with its states happens in the states' boxes.
      const own = others.find(({ to }) => to === anatomy.staveOf(slot)) ?? others[0];
      return [...(own ? [{ ...own, makes: others.flatMap(({ makes }) => makes) }] : []), ...gates];
    };
    return {
      states: each.states.map(ownFirst),
      input: lowest(uses(each.input, 'cell', 'now', chain)),
      within: [...staved].flatMap((slot) => (slots[slot]?.chain === chain ? uses(slot, 'cell', 'now', chain).filter(({ to }) => to !== anatomy.staveOf(slot)) : [])),
    };
  });

  /** One arrow for all uses, to the lowest of their staves. */
  function lowest(all: readonly Wire[]): Wire | null {
    const last = all.at(-1);
    return last ? { ...last, makes: all.flatMap(({ makes }) => makes) } : null;
  }

  const outputs = reads.flatMap((chain) => [...staved].flatMap((slot) => (slots[slot]?.chain === chain ? uses(slot, 'readout', 'now', -1) : [])));
  return {
    chains: wired,
    outputs,
    back(slot, way) {
      const { symbol = '', hasGradient = false, stage } = slots[slot] ?? {};
      const own = ways.uses[slot] ?? [];
      const staves = new Set(own.filter((use) => use.way === way).map(({ instruction }) => anatomy.staveOf(instruction.out)));
      if (!hasGradient || (way === 'here' && staves.size > 1)) return null;
      if (stage === 'given') return own.some((use, k) => own.findIndex(({ instruction }) => instruction.chain !== use.instruction.chain) > k) ? null : `d${symbol}`;
      return ways.meets[slot] ? arrivalSymbol(symbol, way) : allWays.every((each) => each === way || own.every((use) => use.way !== each)) ? `d${symbol}` : null;
    },
  };
}
