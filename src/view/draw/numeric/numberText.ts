// How one number stands in a formula: whole numbers that are counts or choices (1 − h², a one-hot 1) without digits after the point.
import type { Reference } from '../../../engine/reference.ts';
import { formatNumber, type Digits } from '../../theme/format.ts';

/** Values that are chosen rather than computed: a one-hot input, a target. */
const chosen = new Set(['x', 'target']);

export function numberText(value: number, reference: Reference | undefined, digits: Digits): string {
  const isPlain = reference === undefined || chosen.has(reference.symbol);
  if (isPlain && Number.isInteger(value) && Math.abs(value) < 1000) return formatNumber(value, 'full');
  return formatNumber(value, digits);
}

/** An update changes little: what moves a weight by 0.003 would be invisible with two digits. */
export function digitsFor(symbol: string, digits: Digits): Digits {
  return symbol.endsWith('_new') && digits !== 'full' ? 4 : digits;
}
