// How a time step is named where a network has several sequences or chains: "t = 3", "decoder t = 2", "reverse t = 3"; and its word.
import type { Network } from '../../engine/network.ts';
import { targetSlot } from '../../engine/equation/program.ts';
import { unmarked } from '../../engine/symbols/letters.ts';
import type { Axis } from '../../engine/topology/index.ts';
import { inputsOf } from '../../engine/run/sequences.ts';
import type { Scene } from '../scene/scene.ts';

/** The sequence along which a chain runs; with chain −1 that of the read-outs. */
export function axisOf({ program }: Network, chain: number): Axis {
  return program.chains[chain]?.axis ?? program.slots[targetSlot]?.axis ?? 0;
}

/** A chain by its name, empty where its symbols bear no mark; with chain −1 the sequence of the read-outs. */
export function chainName(network: Network, chain: number): string {
  const { chains } = network.program;
  const of = (mark: string): string => unmarked(mark).chain;
  if (chain >= 0) return of(chains[chain]?.mark ?? '');
  return sequenceName(network, axisOf(network, chain));
}

/** A sequence by its name, empty where there is but one: what an encoder reads, what a decoder does. */
export function sequenceName({ program: { chains } }: Network, axis: Axis): string {
  if (!chains.some((chain) => chain.axis !== axis)) return '';
  return unmarked(chains.find((chain) => chain.axis === axis)?.mark ?? '').chain;
}

/** "decoder t = 2"; empty at t = 0, where no step is meant. */
export function timeName(network: Network, chain: number, t: number): string {
  return t === 0 ? '' : [chainName(network, chain), `t = ${t}`].filter(Boolean).join(' ');
}

/** The word that is read at a step of a sequence; empty where there is none, as where numbers are read. */
export function tokenAt({ tokens, trace }: Pick<Scene, 'tokens' | 'trace'>, axis: Axis, t: number): string {
  return inputsOf(trace.example, axis)?.kind === 'one-hot' ? (tokens[axis][t - 1] ?? '') : '';
}
