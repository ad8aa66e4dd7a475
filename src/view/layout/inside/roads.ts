// Roads: the ways on which a state goes on to the next step without being squashed or mixed, scaled and added to unit by unit.
import type { Program } from '../../../engine/equation/program.ts';
import type { OperationId } from '../../../engine/equation/operations.ts';

/** What a road may lead through. */
const gentle: ReadonlySet<OperationId> = new Set(['times', 'add']);

/** The instructions on roads, by their position in the program, each with the slot of the state whose road it is. */
export function roadsOf(program: Program, chain: number): ReadonlyMap<number, number> {
  const { instructions, chains } = program;
  const makers = new Map(instructions.map(({ out }, at) => [out, at]));
  /** From a value back to the state before: positions, the last first; null where there is no such way. */
  const back = (slot: number, state: number): number[] | null => {
    const at = makers.get(slot) ?? -1;
    const made = instructions[at];
    if (!made || !gentle.has(made.operation)) return null;
    for (const arg of made.args) {
      if (arg.kind === 'parameter') continue;
      if (arg.time === 'previous') {
        if (arg.index === state) return [at];
        continue;
      }
      const rest = back(arg.index, state);
      if (rest) return [at, ...rest];
    }
    return null;
  };
  return new Map((chains[chain]?.states ?? []).flatMap((state) => (back(state, state) ?? []).map((at) => [at, state] as const)));
}
