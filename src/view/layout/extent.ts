// How many numbers a symbol has, and references that point at exactly one of them.
import { parameterOf, slotOf, type Network } from '../../engine/network.ts';
import type { Reference } from '../../engine/reference.ts';
import { parseSymbol, plainText } from '../../engine/symbols/symbols.ts';

/** `columns` is null for vectors. */
export interface Extent {
  readonly rows: number;
  readonly columns: number | null;
}

/** Null for what is a single number of the network as a whole (η, a factor). */
export function extentOf(network: Network, symbol: string): Extent | null {
  const { kind, base } = parseSymbol(network, symbol);
  if (kind === 'other') return null;
  const parameter = parameterOf(network.program, base);
  if (parameter) return { rows: parameter.rows, columns: parameter.role === 'bias' ? null : parameter.columns };
  const slot = slotOf(network.program, base);
  return slot ? { rows: slot.size, columns: null } : null;
}

const within = (place: number, count: number): number => Math.min(Math.max(place, 1), count);

/** The reference with a unit that exists, the first where none was named; the total loss has neither time nor unit. */
export function complete(network: Network, { symbol, t, unit = 1, column = 1 }: Reference): Reference {
  const extent = extentOf(network, symbol);
  if (!extent || (symbol === 'L' && t === undefined)) return { symbol, t };
  const row = within(unit, extent.rows);
  return extent.columns === null ? { symbol, t, unit: row } : { symbol, t, unit: row, column: within(column, extent.columns) };
}

/** The name of a number in plain text, without a unit where there is but one: `h₃[2]`, `L₄`. */
export function nameOf(network: Network, reference: Reference): string {
  const { symbol, t } = reference;
  const extent = extentOf(network, symbol);
  return plainText(network, extent?.rows === 1 && extent.columns === null ? { symbol, t } : reference);
}
