// A drawing's text with its indices lowered and its powers of ten raised: σ_max as σ with a small max, 1.9·10⁻⁷. Pure numbers.
import { lowered, raisedDigits } from '../theme/format.ts';

interface Span {
  readonly text: string;
  /** Of its letters, in parts of those on the line. */
  readonly size: number;
  /** How far it stands below the span before, in its own letters' size. */
  readonly dy: number;
}

/** An index after a letter, or raised digits, which the interface's face has only in part. */
const small = new RegExp(`(_[A-Za-z]+|${raisedDigits})`);
const smallSize = 0.75;
/** In parts of the letters on the line: an index below it, an exponent above it by 0.45 of its own letters. */
const [below, above] = [0.25, -0.45 * smallSize];

function partOf(text: string, isSmall: boolean): { text: string; size: number; shift: number } {
  if (!isSmall) return { text, size: 1, shift: 0 };
  return text.startsWith('_') ? { text: text.slice(1), size: smallSize, shift: below } : { text: lowered(text), size: smallSize, shift: above };
}

export function spansOf(text: string): Span[] {
  const parts = text.split(small).map((part, k) => partOf(part, k % 2 === 1));
  // Where a text begins or ends with small letters, or has them side by side, nothing stands between.
  return parts.filter((part) => part.text !== '').map((part, k, all) => ({ text: part.text, size: part.size, dy: (part.shift - (all[k - 1]?.shift ?? 0)) / part.size }));
}
