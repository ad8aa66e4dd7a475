// Long sums, shortened in the middle: which terms are shown, and how many are not.

/** Sums of up to this many terms are written out. */
export const longestSum = 8;
const head = 4;
const tail = 3;
/** How many hidden terms one press opens at most, so that a sum over 10,000 steps never freezes the page. */
const openedAtOnce = 200;

interface Shortened {
  /** The first terms that are shown: 0 … head − 1. */
  readonly head: number;
  /** How many are left out after them; 0 where all are shown. */
  readonly hidden: number;
}

/** What is shown of a sum of `count` terms after its "more" has been pressed `presses` times. */
export function shorten(count: number, presses: number): Shortened {
  if (count <= longestSum) return { head: count, hidden: 0 };
  const shown = head + presses * openedAtOnce;
  const hidden = count - tail - shown;
  return hidden > 0 ? { head: shown, hidden } : { head: count, hidden: 0 };
}
