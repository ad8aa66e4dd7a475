// Where the units of a vanilla cell stand on their activation: a_t, and the slope φ′(a_t) there.
import type { Place } from '../equation/operation.ts';
import { stored } from '../equation/operation.ts';
import { operationOf } from '../equation/operations.ts';
import type { Trace } from '../run/trace.ts';

interface ActivationSlopes {
  /** a_t[i] and φ′(a_t[i]) for t = 1 … T: T·H numbers each, row t−1. */
  readonly preactivations: Float64Array;
  readonly slopes: Float64Array;
}

/**
 * Of the first chain's state h = φ(a), in a trace of one sequence that has been run forwards. Null for cells whose state is not one activation
 * of a sum, as those with gates. The slope is what the operation's own backward makes of 1, so it needs no second formula.
 */
export function activationSlopes({ network: { program }, values, stepCount }: Trace): ActivationSlopes | null {
  const state = program.states[0] ?? -1;
  const instruction = program.instructions.find(({ out }) => out === state);
  const [arg, another] = instruction?.args ?? [];
  if (!instruction || another || arg?.kind !== 'slot' || arg.time !== 'now') return null;
  const size = program.slots[state]!.size;
  const [from, to] = [size, (stepCount + 1) * size];
  const place = (slot: number): Place & { readonly gradients: Float64Array } =>
    ({ values: values[slot]!, at: from, gradients: new Float64Array(to - from), gradientAt: 0, rows: to - from, columns: 1, hot: stored });
  const [out, sum] = [place(state), place(arg.index)];
  out.gradients.fill(1);
  // The units of all steps stand one after another, so that one call does for them all.
  operationOf(instruction.operation).backward(out, [sum]);
  const preactivations = values[arg.index]!.slice(from, to);
  // Of no number there is no slope; ReLU would say 0.
  return { preactivations, slopes: sum.gradients.map((slope, i) => (Number.isNaN(preactivations[i]) ? NaN : slope)) };
}
