// One scale for two scores: the same colour is the same number in both, and the same width the same gradient.
import type { Ranges } from '../score/ranges.ts';

const known = new WeakMap<Ranges, WeakMap<Ranges, Ranges>>();

/** The larger of both; the same object for the same two. */
export function sharedRanges(own: Ranges, other: Ranges): Ranges {
  let partners = known.get(own);
  if (!partners) known.set(own, (partners = new WeakMap()));
  let shared = partners.get(other);
  if (!shared) partners.set(other, (shared = largerOf(own, other)));
  return shared;
}

const largerOf = (own: Ranges, other: Ranges): Ranges => ({
  of: (symbol) => Math.max(own.of(symbol), other.of(symbol)),
  get longestGradient() {
    return Math.max(own.longestGradient, other.longestGradient);
  },
});
