// How a gradient can reach each value and parameter: read off a program once, for the clock and for explanations alike.
import { operationOf } from '../equation/operations.ts';
import type { Instruction, Program } from '../equation/program.ts';

/** `out`: from the read-out or the loss. `here`: from the cell of the same step. `next`: from the step that goes on from it. */
export type Way = 'out' | 'here' | 'next';

export const allWays: readonly Way[] = ['out', 'here', 'next'];

/** Operand k of an instruction. */
export interface Use {
  /** Position of the instruction in the program. */
  readonly at: number;
  readonly instruction: Instruction;
  readonly k: number;
  readonly way: Way;
}

export interface Ways {
  /** By slot: the instruction that makes it; undefined for what is given. */
  readonly makers: readonly (Instruction | undefined)[];
  /** By slot: the uses through which a gradient comes back, ordered by way. A state has those of its own chain. */
  readonly uses: readonly (readonly Use[])[];
  /** By parameter: its uses. All are in one chain, or in the read-out. */
  readonly users: readonly (readonly Use[])[];
  /** By slot: the slot with the same gradient. A sum hands its own on to its terms unchanged; else the slot itself. */
  readonly sameAs: readonly number[];
  /** By slot: whether its gradient is the sum of parts with names of their own, as that of a state or of what is both read out and used on. */
  readonly meets: readonly boolean[];
}

/** The symbol of what reaches a value one way: `dh_out` from its own output, `dh_next` from the future. */
export const arrivalSymbol = (symbol: string, way: Way): string => `d${symbol}_${way}`;

/** The way at the end of an arrival's symbol. */
export const wayOf = (symbol: string): Way => allWays.find((way) => symbol.endsWith(`_${way}`)) ?? 'here';

export function waysOf({ instructions, slots, parameters }: Program): Ways {
  const uses: Use[][] = slots.map(() => []);
  const users: Use[][] = parameters.map(() => []);
  const makers: (Instruction | undefined)[] = slots.map(() => undefined);
  instructions.forEach((instruction, at) => {
    makers[instruction.out] = instruction;
    if (!slots[instruction.out]?.hasGradient) return;
    instruction.args.forEach((arg, k) => {
      const way = arg.kind === 'slot' && arg.time === 'previous' ? 'next' : instruction.stage === 'cell' ? 'here' : 'out';
      if (!operationOf(instruction.operation).flowsTo(k)) return;
      (arg.kind === 'parameter' ? users : uses)[arg.index]?.push({ at, instruction, k, way });
    });
  });
  for (const each of uses) each.sort((a, b) => allWays.indexOf(a.way) - allWays.indexOf(b.way));
  const meets = slots.map(({ isState }, index) => isState || new Set(uses[index]?.map(({ way }) => way)).size > 1);
  const handedOn = slots.map(({ chain, stage }, index) => {
    const [use, another] = uses[index] ?? [];
    const isTerm = use?.instruction.operation === 'add' && another === undefined && stage !== 'given';
    return isTerm && !meets[index] && use.instruction.chain === chain ? use.instruction.out : index;
  });
  // A sum may be a term of another sum.
  const settled = (index: number): number => {
    const on = handedOn[index] ?? index;
    return on === index ? index : settled(on);
  };
  return { makers, uses, users, meets, sameAs: slots.map((_, index) => settled(index)) };
}

/** How many uses bring gradient to a value this way. */
export const usesBy = (ways: Ways, slot: number, way: Way): number =>
  (ways.uses[slot] ?? []).reduce((count, use) => count + (use.way === way ? 1 : 0), 0);
