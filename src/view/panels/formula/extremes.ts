// Where float64 ends: words for an ∞, for a NaN, and for a 0 that is no true 0.
import { numberOf, type Numeric } from '../../../engine/equation/numeric.ts';

/** What has happened to a number, in words; null for an ordinary one. */
export function extremeWords(value: number, numbers: Numeric | null): string | null {
  if (value === Infinity || value === -Infinity) {
    return 'too large for the computer’s numbers (more than 1.8·10³⁰⁸)';
  }
  if (Number.isNaN(value)) return 'no number comes out: ∞ − ∞ and 0 × ∞ have no value';
  if (value === 0 && numbers && underflows(numbers)) return 'too small for the computer’s numbers (less than 5·10⁻³²⁴)';
  return null;
}

/** Whether a product of numbers that are not 0 comes out as 0. */
function underflows(tree: Numeric): boolean {
  switch (tree.kind) {
    case 'product':
      return tree.items.some(underflows) || (numberOf(tree) === 0 && tree.items.every((item) => numberOf(item) !== 0));
    case 'sum':
      return tree.items.some(underflows);
    case 'quotient':
      return underflows(tree.above) || underflows(tree.below);
    case 'call':
      return underflows(tree.argument);
    case 'number':
      return false;
  }
}
