// Text → tokens, one a step, and back: the table of ways to cut a text.
import { letters, lowerCased, tidy, tokenise, type Token } from '../text/tokens.ts';
import { isDrawn } from './grid.ts';
import type { CutId } from './task.ts';

/** How the missing word is written, and read however many underscores were typed. */
export const gap = '___';

interface Cut {
  /** The tokens of a text. */
  readonly apart: (text: string) => Token[];
  /** A text of these tokens. */
  readonly together: (tokens: readonly string[]) => string;
}

const spaced = (tokens: readonly string[]): string => tokens.join(' ');

export const cuts: Readonly<Record<CutId, Cut>> = {
  words: { apart: tokenise, together: spaced },
  letters: { apart: letters, together: (tokens) => tokens.join('') },
  gap: { apart: withGaps, together: spaced },
  named: { apart: named, together: ([who = '', ...rest]) => `${who}: ${rest.join('')}` },
  dense: {
    apart: (text) => parts(text, ';').map((token) => ({ ...token, text: tidy(token.text).replace(/\s+/g, isDrawn(token.text) ? '' : ' ') })),
    together: (tokens) => tokens.join(';'),
  },
};

// Underscores that stand alone: within a word they belong to it.
const lone = /(?<![\p{L}\p{N}_])_+(?![\p{L}\p{N}_])/gu;

/** The words of a text, and its gaps: runs of underscores. */
function withGaps(text: string): Token[] {
  const all: Token[] = [];
  let from = 0;
  for (const match of text.matchAll(lone)) {
    const end = match.index + match[0].length;
    all.push(...moved(tokenise(text.slice(from, match.index)), from), { text: gap, start: match.index, end });
    from = end;
  }
  return [...all, ...moved(tokenise(text.slice(from)), from)];
}

/** "girl: anna": what stands before the colon as one token, then letters. */
function named(text: string): Token[] {
  const colon = text.indexOf(':');
  if (colon < 0) return letters(text);
  const [who] = parts(text.slice(0, colon), ':');
  const rest = moved(letters(text.slice(colon + 1)), colon + 1);
  return who ? [{ ...who, text: tidy(lowerCased(who.text)) }, ...rest] : rest;
}

/** What stands between separators, without the blanks around it; nothing where there are only blanks. */
function parts(text: string, separator: string): Token[] {
  let from = 0;
  return text.split(separator).flatMap((part) => {
    const start = from + part.length - part.trimStart().length;
    from += part.length + separator.length;
    const trimmed = part.trim();
    return trimmed === '' ? [] : [{ text: trimmed, start, end: start + trimmed.length }];
  });
}

const moved = (tokens: readonly Token[], by: number): Token[] =>
  tokens.map(({ text, start, end }) => ({ text, start: start + by, end: end + by }));
