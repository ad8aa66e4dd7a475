// The states that sequences begin with, as the document has them: by symbol, unit by unit, none at all for zeros.
import type { InitialStates } from '../engine/model.ts';
import { createNetwork } from '../engine/network.ts';
import { startsOf } from '../engine/run/starts.ts';
import type { UnrolledDocument } from './document.ts';
import { modelOf } from './wiring.ts';

/** The symbols of the states that this network begins with, the first one first: h, c; h.reverse, … */
export function startSymbols(document: UnrolledDocument): readonly string[] {
  return startsOf(createNetwork(modelOf(document))).map(({ symbol }) => symbol);
}

/** A state for H units: cut, or filled up with zeros. */
export function fitted(values: readonly number[], hiddenSize: number): number[] {
  return Array.from({ length: hiddenSize }, (_, index) => values[index] ?? 0);
}

/** All of them for H units. */
export function allFitted(states: InitialStates | null, hiddenSize: number): InitialStates | null {
  return states && Object.fromEntries(Object.entries(states).map(([symbol, values]) => [symbol, fitted(values, hiddenSize)]));
}

/** The states with one of them set. */
export const withStart = (states: InitialStates | null, symbol: string, values: readonly number[]): InitialStates => ({ ...states, [symbol]: values });

/** Those that this network has, as many numbers as it has units; the others wait. */
export function startsFor(symbols: readonly string[], states: InitialStates | null, hiddenSize: number): InitialStates | undefined {
  const own = Object.entries(states ?? {}).filter(([symbol, values]) => symbols.includes(symbol) && values.length === hiddenSize);
  return own.length > 0 ? Object.fromEntries(own) : undefined;
}
