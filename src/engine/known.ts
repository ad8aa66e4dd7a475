// Names that are chosen from a list, such as a cell or a loss: an Error in words for one that is not on it.

/**
 * Throws an `Error` that lists what there is, unless `seen` is on the list. For callers without types; `what` is the thing in
 * words, as in "cell".
 */
export function requireKnown(what: string, seen: unknown, known: readonly string[]): void {
  if (typeof seen === 'string' && known.includes(seen)) return;
  const text = typeof seen === 'string' ? `"${seen}"` : String(seen);
  throw new Error(`The ${what} should be one of ${known.join(', ')}, but it is ${text}.`);
}
