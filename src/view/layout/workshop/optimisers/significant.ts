// Numbers of a race, which lie many powers of ten apart: four digits that count, whatever the size.
import { formatNumber } from '../../../theme/format.ts';

/** Below this a number is written with a power of ten. */
const leastDecimal = 5e-5;

/** 0.1, 0.0009123, 12.5, 8.637·10⁻⁶; NaN and ∞ as everywhere. */
export function significant(value: number): string {
  const size = Math.abs(value);
  if (value === 0) return '0';
  if (!Number.isFinite(value) || size >= 1e5 || size < leastDecimal) return formatNumber(value, 4);
  return String(Number(value.toPrecision(4))).replace('-', '−');
}
