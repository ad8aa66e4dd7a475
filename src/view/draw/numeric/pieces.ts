// A formula in numbers as a row of pieces, with brackets only where they are needed: "tanh(−0.09 + (−1.15) + 0.64)".
import type { Numeric } from '../../../engine/equation/numeric.ts';
import { sameReference, type Reference } from '../../../engine/reference.ts';
import type { Digits } from '../../theme/format.ts';
import { numberText } from './numberText.ts';
import { shorten } from './shorten.ts';

export type Piece =
  /** Signs, brackets, names of functions. */
  | { readonly kind: 'sign'; readonly text: string }
  | { readonly kind: 'value'; readonly text: string; readonly value: number; readonly reference: Reference | null }
  /** Terms that are left out of the middle of a long sum. */
  | { readonly kind: 'more'; readonly hidden: number }
  | { readonly kind: 'fraction'; readonly above: readonly Piece[]; readonly below: readonly Piece[] };

interface Writing {
  readonly digits: Digits;
  /** How often the reader has opened more of a long sum. */
  readonly presses: number;
}

/** `isAfter`: something stands directly before that a minus sign would clash with. */
type Writer = (tree: Numeric, isAfter: boolean) => Piece[];

export function piecesOf(tree: Numeric, writing: Writing): Piece[] {
  const write: Writer = (part, isAfter) => {
    switch (part.kind) {
      case 'number': {
        const text = numberText(part.value, part.reference, writing.digits);
        const piece: Piece = { kind: 'value', text, value: part.value, reference: part.reference ?? null };
        return isAfter && text.startsWith('−') ? inBrackets([piece]) : [piece];
      }
      case 'sum':
        return isAfter ? inBrackets(writeSum(part.items, false)) : writeSum(part.items, false);
      case 'product':
        return writeProduct(part.items, isAfter);
      case 'quotient':
        return [{ kind: 'fraction', above: write(part.above, false), below: write(part.below, false) }];
      case 'call':
        return [sign(part.name), ...inBrackets(write(part.argument, false))];
    }
  };

  const writeSum = (items: readonly Numeric[], isAfter: boolean): Piece[] => {
    const { head, hidden } = shorten(items.length, writing.presses);
    return items.flatMap((item, k) => {
      if (k === head && hidden > 0) return [sign(' + '), { kind: 'more', hidden } satisfies Piece];
      if (k >= head && k < head + hidden) return [];
      if (k === 0) return write(item, isAfter);
      const rest = withoutMinus(item);
      return rest ? [sign(' − '), ...write(rest, true)] : [sign(' + '), ...write(item, true)];
    });
  };

  const writeProduct = (items: readonly Numeric[], isAfter: boolean): Piece[] => {
    const rest = withoutMinus({ kind: 'product', items });
    if (rest) {
      const pieces = [sign('−'), ...write(rest, true)];
      return isAfter ? inBrackets(pieces) : pieces;
    }
    return powersOf(items).flatMap(({ item, power }, k) => {
      const needsBrackets = isAfter || k > 0 || power > 1;
      const isSum = item.kind === 'sum';
      const factor = write(item, needsBrackets || isSum);
      return [...(k > 0 ? [sign(' × ')] : []), ...factor, ...(power > 1 ? [sign(power === 2 ? '²' : '³')] : [])];
    });
  };

  return write(tree, false);
}

const sign = (text: string): Piece => ({ kind: 'sign', text });
const inBrackets = (pieces: readonly Piece[]): Piece[] => [sign('('), ...pieces, sign(')')];

/** What follows the minus sign, where a product begins with a bare −1; null for everything else. */
function withoutMinus(tree: Numeric): Numeric | null {
  if (tree.kind !== 'product') return null;
  const [first, ...rest] = tree.items;
  if (first?.kind !== 'number' || first.value !== -1 || first.reference || rest.length === 0) return null;
  return rest.length === 1 ? rest[0]! : { kind: 'product', items: rest };
}

/** Equal factors that stand side by side, as one with its power (up to 3). */
function powersOf(items: readonly Numeric[]): { item: Numeric; power: number }[] {
  const factors: { item: Numeric; power: number }[] = [];
  for (const item of items) {
    const last = factors.at(-1);
    if (last && last.power < 3 && isSame(last.item, item)) last.power += 1;
    else factors.push({ item, power: 1 });
  }
  return factors;
}

function isSame(a: Numeric, b: Numeric): boolean {
  if (a === b) return true;
  if (a.kind === 'number' && b.kind === 'number') {
    return Object.is(a.value, b.value) && a.reference !== undefined && sameReference(a.reference, b.reference ?? null);
  }
  if ((a.kind === 'sum' && b.kind === 'sum') || (a.kind === 'product' && b.kind === 'product')) {
    return a.items.length === b.items.length && a.items.every((item, k) => isSame(item, b.items[k]!));
  }
  return false;
}

/** Pieces that stay on one line: a new run begins with every sign that has room before it. */
export function runsOf(pieces: readonly Piece[]): Piece[][] {
  const runs: Piece[][] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (last && !(piece.kind === 'sign' && piece.text.startsWith(' '))) last.push(piece);
    else runs.push([piece]);
  }
  return runs;
}

/** The pieces as plain text, for names and tests. */
export function textOf(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (piece.kind === 'fraction') return `(${textOf(piece.above)}) / (${textOf(piece.below)})`;
      return piece.kind === 'more' ? `… ${piece.hidden} more …` : piece.text;
    })
    .join('');
}
