// Which numbers of a network are given and not computed: its parameters, the states that sequences begin with, what is read.
import type { Network } from '../../engine/network.ts';
import type { Reference } from '../../engine/reference.ts';
import { isStart } from '../../engine/run/starts.ts';
import { parseSymbol } from '../../engine/symbols/symbols.ts';
import type { Axis } from '../../engine/topology/index.ts';

export type Given =
  | { readonly kind: 'parameter'; readonly symbol: string; readonly unit: number; readonly column: number }
  /** A unit of the state that a chain begins with. */
  | { readonly kind: 'start'; readonly symbol: string; readonly unit: number }
  /** A number of what is read at step t of one of the sequences. */
  | { readonly kind: 'input'; readonly symbol: string; readonly axis: Axis; readonly t: number; readonly unit: number };

/** What a reference points at, where that is one given number; null where it is computed, or is more than one number. */
export function givenOf(network: Network, { symbol, t, unit = 0, column = 1 }: Reference): Given | null {
  const { parameters, slots, chains } = network.program;
  const { kind, index } = parseSymbol(network, symbol);
  if (kind === 'parameter') {
    const { rows = 0, columns = 0 } = parameters[index] ?? {};
    return isPlace(unit, rows) && isPlace(column, Math.max(1, columns)) ? { kind: 'parameter', symbol, unit, column } : null;
  }
  const slot = slots[index];
  if (kind !== 'value' || !slot || t === undefined || !isPlace(unit, slot.size)) return null;
  if (chains.some(({ input }) => input === index)) return t < 1 ? null : { kind: 'input', symbol, axis: slot.axis, t, unit };
  return t === 0 && isStart(network, slot) ? { kind: 'start', symbol, unit } : null;
}

const isPlace = (place: number, count: number): boolean => Number.isInteger(place) && place >= 1 && place <= count;
