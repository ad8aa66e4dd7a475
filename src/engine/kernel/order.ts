// Which place of a batch is whose: sequences sorted by length, the longest first, so that those that are still there at a step
// stand first; and steps in the order in which a chain takes them, which for a reverse chain is from the last input to the first.
import type { Program } from '../equation/program.ts';
import type { Axis, CellStep } from '../topology/index.ts';
import { longestOf, type Sequence } from '../run/sequences.ts';

export interface Order {
  /** T of the longest sequence along each axis. */
  readonly longest: readonly [number, number];
  /** The place of sequence b among those along an axis. */
  placeOf(axis: Axis, b: number): number;
  /** Sequence b's steps of a chain. */
  stepsOf(chain: number, b: number): readonly CellStep[];
  /** The line of [row][B] with the state that sequence b's chain has left in that row of the trace; row 0 stays row 0. */
  lineOf(chain: number, b: number, row: number): number;
}

export function orderOf({ chains }: Program, sequences: readonly Sequence[]): Order {
  const places = ([0, 1] as const).map((axis) => ranks(sequences.map(({ lengths }) => lengths[axis])));
  const placeOf = (axis: Axis, b: number): number => places[axis]![b]!;
  const ways = sequences.map(({ steps }) => waysOf(steps, chains.length));
  return {
    longest: longestOf(sequences.map(({ lengths }) => lengths)),
    placeOf,
    stepsOf: (chain, b) => ways[b]!.steps[chain]!,
    lineOf: (chain, b, row) => (ways[b]!.places[chain]!.get(row) ?? 0) * sequences.length + placeOf(chains[chain]!.axis, b),
  };
}

/** A list of steps chain by chain. */
interface Ways {
  readonly steps: readonly (readonly CellStep[])[];
  /** By row of the trace: which of the chain's steps leaves it, from 1. */
  readonly places: readonly ReadonlyMap<number, number>[];
}

/** Batches without end are made of the same lists. */
const known = new WeakMap<readonly CellStep[], Ways>();

function waysOf(all: readonly CellStep[], chains: number): Ways {
  const found = known.get(all);
  if (found) return found;
  const steps = Array.from({ length: chains }, (_, chain) => all.filter((step) => step.chain === chain));
  const ways = { steps, places: steps.map((own) => new Map(own.map(({ row }, k) => [row, k + 1]))) };
  known.set(all, ways);
  return ways;
}

/** The position of each length when the longest stands first; of equal ones the first stands first. */
function ranks(lengths: readonly number[]): number[] {
  const sorted = lengths.map((_, b) => b).sort((a, b) => lengths[b]! - lengths[a]!);
  const places: number[] = [];
  sorted.forEach((b, place) => void (places[b] = place));
  return places;
}
