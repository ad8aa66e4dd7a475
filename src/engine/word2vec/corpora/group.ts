// How the words of a built-in text are sorted.

/** A kind of words, for the map. */
export interface WordGroup {
  readonly name: string;
  readonly words: readonly string[];
}
