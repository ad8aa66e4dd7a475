// Types of the part of the package "stopword" that is used; it comes without its own.
declare module 'stopword' {
  /** The English stop words, in lower case and without apostrophes. */
  export const eng: readonly string[];
}
