// What parts the cells of a line: a table of delimiters, and the one that a text is most likely written with.
import { parseRows } from './parse.ts';

export type DelimiterId = 'comma' | 'semicolon' | 'tab' | 'bar' | 'blank' | 'none';

interface Delimiter {
  readonly sign: string;
  /** "commas". */
  readonly words: string;
}

/** `none`: a line is one cell, as in a plain text. */
export const delimiters: Readonly<Record<DelimiterId, Delimiter>> = {
  comma: { sign: ',', words: 'commas' },
  semicolon: { sign: ';', words: 'semicolons' },
  tab: { sign: '\t', words: 'tabs' },
  bar: { sign: '|', words: 'bars ( | )' },
  blank: { sign: ' ', words: 'blanks' },
  none: { sign: '\n', words: 'nothing: a line is one cell' },
};

export const delimiterIds = Object.keys(delimiters) as readonly DelimiterId[];

/** So many lines from the beginning tell, at most, … */
const probed = 60;
/** … and so large a part of them have to agree. */
const agreed = 0.8;

interface Agreement {
  readonly share: number;
  readonly cells: number;
  /** Words of the last cell, on average. */
  readonly lastWords: number;
}

/** How likely it is that the lines of a text are parted so: the share of them that have the most common number of cells, if that is two or more. */
function agreement(text: string, sign: string): Agreement {
  const { data } = parseRows(text, sign, probed);
  const counts = new Map<number, number>();
  const filled = data.filter((row) => row.some((cell) => cell.trim() !== ''));
  for (const { length } of filled) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [cells = 1, lines = 0] = [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  const behind = filled.map((row) => (row.at(-1) ?? '').trim().split(/\s+/).length);
  return { share: filled.length === 0 ? 0 : lines / filled.length, cells, lastWords: behind.reduce((sum, words) => sum + words, 0) / Math.max(1, behind.length) };
}

/** Numbers with blanks between them, as rows of a series are written; and a word with its tags, as named entities are. */
const withBlanks: readonly RegExp[] = [/^[+\-−]?[\d.,]+(?:e[+-]?\d+)?(?: +[+\-−]?[\d.,]+(?:e[+-]?\d+)?)+$/i, /^\S+(?: \S+)* (?:O|[BIES]-[A-Z]+)$/];

const isWithBlanks = (text: string): boolean => {
  const lines = text.split('\n', probed).map((line) => line.trim()).filter((line) => line !== '');
  return lines.length > 0 && withBlanks.some((pattern) => lines.every((line) => pattern.test(line)));
};

/** The delimiter of a text, whose lines end with \n. The ending of a file's name tells where the text does not. */
export function guessDelimiter(text: string, fileName: string): DelimiterId {
  const head = text.slice(0, 200_000);
  if (isWithBlanks(head)) return 'blank';
  const ending = /\.(csv|tsv|tab)$/i.exec(fileName)?.[1]?.toLowerCase();
  const found = (['tab', 'semicolon', 'comma', 'bar'] as const)
    .map((id) => ({ id, ...agreement(head, delimiters[id].sign) }))
    .filter(({ share, cells }) => cells > 1 && share >= (ending === undefined ? agreed : 0.5))
    // In a plain text a comma parts two halves of a sentence; in a table of texts a label or a number comes last.
    .filter(({ id, lastWords }) => id !== 'comma' || ending !== undefined || lastWords <= 3 || head.includes('"'));
  const best = found.toSorted((a, b) => b.share - a.share)[0];
  if (best) return best.id;
  if (ending === undefined) return 'none';
  return ending === 'csv' ? 'comma' : 'tab';
}
