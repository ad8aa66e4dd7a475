// Which parts of the model the operation just done works with: parameters, loops, the arrow from the encoder to the decoder.
import type { Argument } from '../../../engine/equation/program.ts';
import type { Scene } from '../../scene/scene.ts';

export interface Work {
  /** Positions of the parameters that take part. */
  readonly parameters: ReadonlySet<number>;
  /** Slots of the states that come from the step before, or go back there. */
  readonly states: ReadonlySet<number>;
  /** Whether that step is another chain's. */
  readonly isHandedOver: boolean;
  /** Chain and row of the step; −1 where there is none. */
  readonly chain: number;
  readonly row: number;
}

const parametersIn = (args: readonly Argument[]): number[] => args.flatMap((arg) => (arg.kind === 'parameter' ? [arg.index] : []));

export function workOf({ network: { program }, moment, trace }: Scene): Work {
  const step = moment ? trace.steps[moment.position] : undefined;
  const [chain, row] = [step?.chain ?? -1, step?.row ?? -1];
  const isHandedOver = step !== undefined && step.previousChain !== step.chain;
  const work = (parameters: readonly number[], states: readonly number[]): Work =>
    ({ parameters: new Set(parameters), states: new Set(states), isHandedOver: isHandedOver && states.length > 0, chain, row });
  if (!moment || !step) return work([], []);
  if (moment.phase === 'forward') {
    const made = program.instructions.find(({ out }) => out === moment.slot);
    const before = made?.args.flatMap((arg) => (arg.kind === 'slot' && arg.time === 'previous' ? [arg.index] : [])) ?? [];
    return work(parametersIn(made?.args ?? []), before);
  }
  const named = program.parameters.findIndex(({ symbol }) => symbol === moment.parameter);
  if (moment.kind !== 'pass') return work(named < 0 ? [] : [named], []);
  // Back to the step before by several ways at once: through all the matrices that read the state.
  const users = program.instructions.filter(
    (each) => each.chain === moment.chain && each.args.some((arg) => arg.kind === 'slot' && arg.time === 'previous' && arg.index === moment.slot),
  );
  return work(users.flatMap(({ args }) => parametersIn(args)), [moment.slot]);
}
