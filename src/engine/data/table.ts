// The files that come with the page: a line of headings, then a row a line with its cells apart.

/** The cells of each row, without the headings. */
export const cellsOf = (text: string, separator: ',' | '\t'): string[][] =>
  text.trim().split(/\r?\n/).slice(1).map((line) => line.split(separator));
