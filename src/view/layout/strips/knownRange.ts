// Which columns of a strip are known at the playhead. Numbers are made in order along a chain, so two bisections find the edges,
// and the cost does not grow with the length of the sequence.

/** First and last column, both included. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The known columns of `from` … `to`: a beginning, an end, all, or null where there is none. */
export function knownRange(from: number, to: number, isKnown: (column: number) => boolean): Range | null {
  if (to < from) return null;
  const [first, last] = [isKnown(from), isKnown(to)];
  if (first && last) return { from, to };
  if (first) return { from, to: edge(from, to, isKnown) };
  if (last) return { from: edge(to, from, isKnown), to };
  return null;
}

/** The last known column on the way from a known one to an unknown one. */
function edge(known: number, unknown: number, isKnown: (column: number) => boolean): number {
  let [inside, outside] = [known, unknown];
  while (Math.abs(outside - inside) > 1) {
    const middle = (inside + outside) >> 1;
    if (isKnown(middle)) inside = middle;
    else outside = middle;
  }
  return inside;
}
