// The numbers of the score as rows of a table: which steps are shown, and which columns there are.
import { inputsOf } from '../../../engine/run/sequences.ts';
import type { Network } from '../../../engine/network.ts';
import type { Reference } from '../../../engine/reference.ts';
import type { Axis } from '../../../engine/topology/index.ts';
import { anatomyOf, mainSlotsOf } from '../../anatomy/anatomy.ts';
import type { Scene } from '../../scene/scene.ts';
import { axisOf } from '../timeNames.ts';

/** A table shows at most this many steps, or columns of a matrix, at a time. */
const pageLength = 50;

/** And no more steps than make about so many numbers. */
const mostNumbers = 8000;

export interface Page {
  readonly number: number;
  readonly count: number;
  /** 1-based, both included. */
  readonly from: number;
  readonly to: number;
}

/** Steps of a page where each has so many numbers. */
export const stepsAPage = (numbers: number): number => Math.min(pageLength, Math.max(5, Math.floor(mostNumbers / Math.max(1, numbers))));

/** The page of `total` things, as near to the wished one as there is. */
export function pageOf(total: number, wished: number, length = pageLength): Page {
  const count = Math.max(1, Math.ceil(total / length));
  const number = Math.min(Math.max(wished, 1), count);
  return { number, count, from: (number - 1) * length + 1, to: Math.min(number * length, total) };
}

/** The page that a step (1-based) stands on. */
export const pageAround = (t: number, length = pageLength): number => Math.ceil(Math.max(t, 1) / length);

/** A symbol of every time step, with a column for each of its units. */
export interface Group {
  readonly symbol: string;
  readonly units: number;
}

/** `main`: states, answers and losses. `all`: whatever a step computes. */
export type Columns = 'main' | 'all';

/** The sequences that the network runs along. */
export function axesOf({ program: { chains } }: Network): readonly Axis[] {
  return ([0, 1] as const).filter((axis) => chains.some((chain) => chain.axis === axis));
}

/** The columns of a sequence's table: what its chains make, what is read out along it, and on the way back the gradients of these. */
export function groupsOf(scene: Scene, axis: Axis, columns: Columns): Group[] {
  const { network, clock, playhead } = scene;
  const { chains, slots } = network.program;
  const own = chains.flatMap((chain, k) => (chain.axis !== axis ? [] : columns === 'main' ? mainSlotsOf(network, k) : madeBy(network, k)));
  const outer = axisOf(network, -1) !== axis ? [] : columns === 'main' ? answersOf(network) : madeBy(network, -1);
  const made = [...own, ...outer].flatMap((index) => slots[index] ?? []);
  const isOnTheWayBack = playhead > (clock.phases[2]?.from ?? Infinity);
  const back = isOnTheWayBack ? made.filter(({ hasGradient, stage }) => hasGradient && (columns === 'all' ? stage !== 'loss' : stage === 'cell')) : [];
  return [...made.map(({ symbol, size }) => ({ symbol, units: size })), ...back.map(({ symbol, size }) => ({ symbol: `d${symbol}`, units: size }))];
}

const madeBy = ({ program: { instructions } }: Network, chain: number): number[] =>
  instructions.filter((each) => each.chain === chain).map(({ out }) => out);

/** What answers, and the step's loss. */
function answersOf(network: Network): number[] {
  const { instructions } = network.program;
  return [anatomyOf(network, false).answer, ...instructions.filter(({ stage }) => stage === 'loss').map(({ out }) => out)];
}

/** What is read along a sequence: its symbol, and whether it is a row of numbers or the place of a 1. */
export function inputOf({ network, trace }: Scene, axis: Axis): { symbol: string; units: number; isOneHot: boolean } {
  const { chains, slots } = network.program;
  const slot = slots[chains.find((chain) => chain.axis === axis)?.input ?? -1];
  return { symbol: slot?.symbol ?? '', units: slot?.size ?? 0, isOneHot: inputsOf(trace.example, axis)?.kind === 'one-hot' };
}

/** The row of a one-hot input that is 1 at a step, 1-based; null where there is none. */
export function hotRow({ trace }: Scene, axis: Axis, t: number): number | null {
  const inputs = inputsOf(trace.example, axis);
  const index = inputs?.kind === 'one-hot' ? inputs.indices[t - 1] : undefined;
  return index === undefined || index < 0 ? null : index + 1;
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
