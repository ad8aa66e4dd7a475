// Sentences for the reader: lists of words, values cut short, the nearest of some names.

/** "movie, was and not". */
export function listed(words: readonly string[], last = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** The first `most` words in quotes, then how many more there are: “a”, “b” and 12 more. */
export function named(words: readonly string[], most = 5): string {
  const quoted = words.map(quote);
  const rest = words.length - most;
  return rest > 0 ? `${quoted.slice(0, most).join(', ')} and ${rest} more` : listed(quoted);
}

/** Hebrew, Arabic and their like. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** “text”, cut to 60 characters. Where it runs from right to left, FSI … PDI keep it from turning the words around it. */
export function quote(text: string): string {
  const quoted = `“${shorten(text)}”`;
  return rightToLeft.test(quoted) ? `\u2068${quoted}\u2069` : quoted;
}

/** At most `most` characters; what is cut away is an ellipsis. Never cuts a character in two. */
export function shorten(text: string, most = 60): string {
  // A character takes at most two UTF-16 units, so only the beginning of a long text is taken apart.
  const characters = Array.from(text.slice(0, 2 * most + 2));
  const isWhole = text.length <= 2 * most + 2 && characters.length <= most;
  return isWhole ? text : `${characters.slice(0, most - 1).join('')}…`;
}

/** The name that takes the fewest letters changed, put in or left out; the first of equals. */
export function nearest<Name extends string>(seen: string, names: readonly [Name, ...Name[]]): Name {
  const start = seen.slice(0, 40).toLowerCase(); // the rest of a long name decides nothing
  return names.reduce((best, name) => (distance(start, name) < distance(start, best) ? name : best));
}

/** Levenshtein's distance, row by row. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
