// What is left of a gradient, as a share or as a number, in digits or in words; never a rounded 0.
import { grouped } from '../../../../state/limits.ts';
import type { Unit } from '../../../layout/flowFate.ts';
import { formatNumber, raised } from '../../../theme/format.ts';
import { formatRatio, zeroWords } from '../../gradient/flowWords.ts';

/** A ratio of two positive numbers in digits, also where float64 could not hold it: 3.0·10⁻⁴⁰⁰. */
export function ratioText(norm: number, reference: number): string {
  const ratio = norm / reference;
  if (ratio >= 10 && ratio < 1e5) return grouped(Number(ratio.toPrecision(ratio < 100 ? 3 : 5)));
  if (ratio >= 1e-300 && Number.isFinite(ratio)) return formatRatio(norm, reference);
  const logarithm = Math.log10(norm) - Math.log10(reference);
  const exponent = Math.floor(logarithm);
  const mantissa = formatNumber(10 ** (logarithm - exponent), 2);
  return `${mantissa}·10${raised(exponent)}`;
}

/** Whether a step can be told as a share of the last one: both are positive numbers. */
export const hasRatio = (norm: number, reference: number): boolean => norm > 0 && reference > 0 && Number.isFinite(norm) && Number.isFinite(reference);

/** The value at step k as the list has it. `norms` by k = 0 … p. */
export function valueAt(norms: Float64Array, k: number, unit: Unit): string {
  const norm = norms[k] ?? NaN;
  const reference = norms.at(-1) ?? NaN;
  if (!Number.isFinite(norm)) return 'too large for float64';
  if (norm === 0) return zeroWords(norms, k);
  return unit === 'relative' && hasRatio(norm, reference) ? `× ${ratioText(norm, reference)}` : formatRatio(norm, 1);
}

/** A positive ratio for a sentence: "19 %" or "3.0·10⁻¹⁸" of what it is measured by; from 1 on "2.3 times" that. `factor`: always as 0.19. */
export function amountAt(norms: Float64Array, k: number): { readonly text: string; readonly factor: string; readonly isTimes: boolean } {
  const [norm = NaN, reference = NaN] = [norms[k], norms.at(-1)];
  const ratio = norm / reference;
  const factor = ratioText(norm, reference);
  const isShare = ratio >= 0.001 && ratio < 0.995;
  return { text: isShare ? `${Number((100 * ratio).toPrecision(2))} %` : factor, factor, isTimes: ratio >= 0.995 };
}
