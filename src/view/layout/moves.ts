// Which column of a sentence went where when a word was replaced, put in, taken out or moved: by what was done, not by its spelling.

/** What was done to one of the sequences. Places are 1-based. */
export type WordChange =
  | { readonly kind: 'replace'; readonly index: number }
  | { readonly kind: 'insert'; readonly index: number }
  | { readonly kind: 'delete'; readonly index: number }
  | { readonly kind: 'move'; readonly from: number; readonly to: number };

/**
 * From each new place to the old place of the same word, both 1-based; a word that was not there before has none. Where the
 * numbers of words do not go with what was done, as when the sentence reads otherwise, words are matched by their spelling.
 */
export function movesOf(before: readonly string[], after: readonly string[], change: WordChange): ReadonlyMap<number, number> {
  const grown = change.kind === 'insert' ? 1 : change.kind === 'delete' ? -1 : 0;
  if (after.length !== before.length + grown) return matched(before, after);
  const moves = new Map<number, number>();
  for (let place = 1; place <= after.length; place++) {
    const old = oldPlace(change, place);
    if (old !== null) moves.set(place, old);
  }
  return moves;
}

function oldPlace(change: WordChange, place: number): number | null {
  switch (change.kind) {
    case 'replace':
      return place;
    case 'insert':
      return place === change.index ? null : place < change.index ? place : place - 1;
    case 'delete':
      return place < change.index ? place : place + 1;
    case 'move': {
      const { from, to } = change;
      if (place === to) return from;
      if (from < to) return place >= from && place < to ? place + 1 : place;
      return place > to && place <= from ? place - 1 : place;
    }
  }
}

/** Words that are alike, from the beginning and from the end; what lies between is new. */
function matched(before: readonly string[], after: readonly string[]): Map<number, number> {
  const moves = new Map<number, number>();
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) moves.set(++head, head);
  const grown = after.length - before.length;
  for (let place = after.length; place > head && place - grown > head && after[place - 1] === before[place - grown - 1]; place--) moves.set(place, place - grown);
  return moves;
}
