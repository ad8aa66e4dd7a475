// Who uses a value or a parameter within one step of a chain, and what follows from it: which values the backward pass needs,
// and which gradients are the same.
import type { Argument, Instruction } from '../equation/program.ts';
import { fusedOperations } from './fused.ts';

export const isNow = (arg: Argument): arg is Extract<Argument, { kind: 'slot' }> => arg.kind === 'slot' && arg.time === 'now';

/** The instructions that use a value of this step, or a parameter; one that uses it twice is there twice. */
export interface Uses {
  readonly slots: ReadonlyMap<number, readonly Instruction[]>;
  readonly parameters: ReadonlyMap<number, readonly Instruction[]>;
}

export function usesIn(instructions: readonly Instruction[]): Uses {
  const slots = new Map<number, Instruction[]>();
  const parameters = new Map<number, Instruction[]>();
  for (const instruction of instructions) {
    for (const arg of instruction.args) {
      const users = arg.kind === 'parameter' ? parameters : isNow(arg) ? slots : null;
      users?.set(arg.index, [...(users.get(arg.index) ?? []), instruction]);
    }
  }
  return { slots, parameters };
}

/** Names a gradient: that of the slot, or −1 − the parameter where it is nobody else's. */
export type Source = number;

export interface Sources {
  readonly ofSlot: (slot: number) => Source;
  readonly ofParameter: (index: number) => Source;
}

/** The only term of its kind in a sum has the sum's gradient, so that one number serves product, bias and sum. */
export function sourcesOf(uses: Uses, isLasting: (slot: number) => boolean): Sources {
  const ofSlot = (slot: number): Source => {
    const [user, ...others] = uses.slots.get(slot) ?? [];
    return user && others.length === 0 && user.operation === 'add' && !isLasting(slot) ? ofSlot(user.out) : slot;
  };
  const ofParameter = (index: number): Source => {
    const user = uses.parameters.get(index)![0]!;
    return user.operation === 'add' ? ofSlot(user.out) : -1 - index;
  };
  return { ofSlot, ofParameter };
}

/** The values that have to be kept, beside those that last: for derivatives, for a later group, or for a matrix's gradient. */
export function keptOf(
  groups: readonly (readonly Instruction[])[],
  groupOf: ReadonlyMap<number, number>,
  operands: ReadonlySet<number>,
  isLasting: (slot: number) => boolean,
): ReadonlySet<number> {
  const kept = new Set([...operands].filter((slot) => !isLasting(slot)));
  const makers = new Map(groups.flat().map((instruction) => [instruction.out, instruction]));
  const keep = (slot: number): void => {
    if (isLasting(slot)) return;
    const maker = makers.get(slot);
    if (maker && fusedOperations[maker.operation]!.isCheap) maker.args.filter(isNow).forEach((arg) => keep(arg.index));
    else kept.add(slot);
  };
  groups.forEach((instructions, group) => {
    for (const { operation, out, args } of instructions) {
      const { needs } = fusedOperations[operation]!;
      if (needs === 'out') keep(out);
      for (const { index } of args.filter(isNow)) {
        const isLater = makers.has(index) && groupOf.get(index)! < group;
        if (needs === 'args' || isLater) keep(index);
      }
    }
  });
  return kept;
}
