// The ways along which states are handed on from step to step, and how long the gradient is at each place of one: a chain of its
// own, or an encoder and the decoder that goes on from it.
import { norm } from '../math/linear.ts';
import { spectralNorm } from '../math/singular.ts';
import type { Network } from '../network.ts';
import { withLossAt } from '../run/lossAt.ts';
import { Pass } from '../run/pass.ts';
import type { Trace } from '../run/trace.ts';
import type { CellStep } from '../topology/index.ts';

export interface Path {
  /** Positions of its chains, in the order in which they are run. */
  readonly chains: readonly number[];
  /** Its steps in the order of computation. */
  readonly steps: readonly CellStep[];
}

/** The paths of a list of steps; none where no state is handed on. */
export function pathsOf({ program: { chains } }: Network, steps: readonly CellStep[]): Path[] {
  const groups: number[][] = [];
  for (const { chain, previousChain } of steps) {
    const known = groups.find((group) => group.includes(chain)) ?? groups.find((group) => group.includes(previousChain));
    if (!known) groups.push([chain]);
    else if (!known.includes(chain)) known.push(chain);
  }
  return groups
    .filter((group) => group.every((chain) => (chains[chain]?.states.length ?? 0) > 0))
    .map((group) => ({ chains: group, steps: steps.filter(({ chain }) => group.includes(chain)) }));
}

/**
 * ‖∂L/∂s_k‖ for k = 0 … n of a path of n steps, of the state that stands `order`-th in its cell (h, c), in sequence b: n+1 numbers,
 * k = 0 the one that it begins with. Right also where their squares would underflow or overflow.
 */
export function normsAlong(trace: Trace, { steps }: Path, order = 0, b = 0): Float64Array {
  const { chains, slots } = trace.network.program;
  const B = trace.sequences.length;
  const at = (chain: number, row: number): number => {
    const slot = chains[chain]?.states[order] ?? -1;
    const size = slots[slot]?.size ?? 0;
    return norm(trace.gradients[slot] ?? new Float64Array(0), (row * B + b) * size, (row * B + b + 1) * size);
  };
  const [first] = steps;
  return Float64Array.from({ length: steps.length + 1 }, (_, k) => {
    const step = steps[k - 1];
    return step ? at(step.chain, step.row) : at(first?.previousChain ?? 0, first?.previousRow ?? 0);
  });
}

/**
 * The gradients of the loss at one row of sequence b alone, as a trace. Its values are shared, and have to be there; its gradients,
 * those of the parameters too, are arrays of its own, so that the trace's stay as they are.
 */
export function lossAlone(trace: Trace, parameters: Float64Array, row: number, b = 0): Trace {
  const alone: Trace = {
    ...withLossAt(trace, row, b),
    gradients: trace.gradients.map((each) => new Float64Array(each.length)),
    parameterGradients: new Float64Array(trace.parameterGradients.length),
  };
  new Pass(alone, parameters).backward();
  return alone;
}

/**
 * σ_max of a chain's recurrent weights: the most that they can stretch a vector. Null where it has several such matrices, as
 * cells with gates have, or none: then it bounds nothing by itself.
 */
export function recurrentStretch({ program }: Network, parameters: Float64Array, chain: number): number | null {
  const [only, another] = recurrentOf({ program }, chain);
  const parameter = only === undefined || another !== undefined ? undefined : program.parameters[only];
  if (!parameter) return null;
  const { offset, rows, columns } = parameter;
  return spectralNorm(parameters.subarray(offset, offset + rows * columns), rows, columns);
}

/** Positions of a chain's recurrent weights among the parameters. */
export function recurrentOf({ program }: Pick<Network, 'program'>, chain: number): number[] {
  const used = program.instructions.filter((each) => each.chain === chain).flatMap(({ args }) => args.flatMap((arg) => (arg.kind === 'parameter' ? [arg.index] : [])));
  return program.parameters.flatMap(({ role }, index) => (role === 'recurrent' && used.includes(index) ? [index] : []));
}

/**
 * The gate that a state is multiplied by, unit by unit, on its straight road to the next step: the slot of f on the road of c. −1 where
 * there is no such road.
 */
export function roadGate({ program: { instructions } }: Network, state: number): number {
  const sum = instructions.find(({ out, operation }) => out === state && operation === 'add');
  for (const arg of sum?.args ?? []) {
    const term = arg.kind === 'slot' ? instructions.find(({ out, operation }) => out === arg.index && operation === 'times') : undefined;
    const isRoad = term?.args.some((each) => each.kind === 'slot' && each.index === state && each.time === 'previous');
    const gate = term?.args.find((each) => each.kind === 'slot' && each.index !== state);
    if (isRoad && gate) return gate.index;
  }
  return -1;
}
