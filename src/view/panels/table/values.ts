// The numbers of the score as rows of a table: which steps are shown, and which columns there are.
import type { Network } from '../../../engine/network.ts';
import { slotOf } from '../../../engine/network.ts';
import type { Reference } from '../../../engine/reference.ts';
import type { Scene } from '../../scene/scene.ts';

/** A table shows this many steps, or columns of a matrix, at a time. */
export const pageLength = 50;

export interface Page {
  readonly number: number;
  readonly count: number;
  /** 1-based, both included. */
  readonly from: number;
  readonly to: number;
}

/** The page of `total` things, as near to the wished one as there is. */
export function pageOf(total: number, wished: number): Page {
  const count = Math.max(1, Math.ceil(total / pageLength));
  const number = Math.min(Math.max(wished, 1), count);
  return { number, count, from: (number - 1) * pageLength + 1, to: Math.min(number * pageLength, total) };
}

/** The page that a step (1-based) stands on. */
export const pageAround = (t: number): number => Math.ceil(Math.max(t, 1) / pageLength);

/** A symbol of every time step, with a column for each of its units. */
export interface Group {
  readonly symbol: string;
  readonly units: number;
}

/** Probabilities where there are any, else the outputs themselves; losses; states; and on the way back what reaches them. */
export function groupsOf(scene: Scene): Group[] {
  const { network, clock, playhead } = scene;
  const backwardFrom = clock.phases[2]?.from ?? Infinity;
  const states = network.program.states.flatMap((index) => network.program.slots[index] ?? []);
  const answer = slotOf(network.program, 'p') ?? slotOf(network.program, 'y');
  return [
    ...states.map(({ symbol, size }) => ({ symbol, units: size })),
    ...(answer ? [{ symbol: answer.symbol, units: answer.size }] : []),
    { symbol: 'L', units: 1 },
    ...(playhead > backwardFrom ? states.map(({ symbol, size }) => ({ symbol: `d${symbol}`, units: size })) : []),
  ];
}

/** The row of x that is 1 at a step, 1-based; null for dense inputs. */
export function hotRow({ trace }: Scene, t: number): number | null {
  const { inputs } = trace.example;
  const index = inputs.kind === 'one-hot' ? inputs.indices[t - 1] : undefined;
  return index === undefined ? null : index + 1;
}

/** A weight with what is known of it at the playhead: itself, its gradient, its new value. */
export function versionsOf(scene: Scene, symbol: string): string[] {
  return [symbol, `d${symbol}`, `${symbol}_new`].filter((each) => scene.read({ symbol: each, unit: 1, column: 1 }) !== null);
}

/** A bias has no columns. */
export function entryOf(network: Network, base: string, symbol: string, unit: number, column: number): Reference {
  const isBias = network.program.parameters.find((each) => each.symbol === base)?.role === 'bias';
  return isBias ? { symbol, unit } : { symbol, unit, column };
}
