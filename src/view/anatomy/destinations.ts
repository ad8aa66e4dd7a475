// Where the work on a value leads within its step: the next gate or state, and the next state, that is made with it.
import type { Program } from '../../engine/equation/program.ts';

interface Destinations {
  /** Position of the gate or state that a slot of a cell leads to; itself where it is one. */
  readonly end: (slot: number) => number;
  /** Position of the state that it leads to. */
  readonly state: (slot: number) => number;
}

/** `mains`: the states, or what stands in their place in a cell without any. */
export function destinations({ instructions, slots }: Program, gates: ReadonlySet<number>, mains: ReadonlySet<number>): Destinations {
  /** The nearest in the order of computation: what a value is made for comes after it. */
  const follow = (slot: number, isEnd: (slot: number) => boolean): number => {
    if (isEnd(slot)) return slot;
    const { chain } = slots[slot] ?? {};
    const reached = new Set([slot]);
    for (const { out, args, chain: user } of instructions) {
      if (user !== chain || !args.some((arg) => arg.kind === 'slot' && arg.time === 'now' && reached.has(arg.index))) continue;
      if (isEnd(out)) return out;
      reached.add(out);
    }
    return slot;
  };
  return { end: (slot) => follow(slot, (each) => gates.has(each) || mains.has(each)), state: (slot) => follow(slot, (each) => mains.has(each)) };
}
