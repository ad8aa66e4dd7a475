// The stages between a text's tokens and its bag of words, as a table: each turns a token into another one, or drops it.
import { stem } from './stems.ts';
import { isStopWord } from './stopWords.ts';
import { lowerCased, type Token } from './tokens.ts';

export type StageId = 'lowerCase' | 'stopWords' | 'stems';

/** Which stages work; a stage that is off hands every token on as it is. */
export type Switches = Readonly<Record<StageId, boolean>>;

interface Stage {
  readonly id: StageId;
  /** As on a switch. */
  readonly title: string;
  /** What it does and why, in a student's words. */
  readonly words: string;
  /** What becomes of a token; null if it is dropped. Its place in the text stays. */
  readonly apply: (token: Token) => Token | null;
}

/** All stages in the order they work in. */
export const stages: readonly Stage[] = [
  {
    id: 'lowerCase',
    title: 'Lower case',
    words: 'Capitals become small letters, so that "Playing" at the beginning of a sentence is the same word as "playing".',
    apply: (token) => ({ ...token, text: lowerCased(token.text) }),
  },
  {
    id: 'stopWords',
    title: 'Drop stop words',
    words: 'Frequent words that say little by themselves, such as "I", "we" and "is", are dropped, written with a capital or not.',
    apply: (token) => (isStopWord(token.text) ? null : token),
  },
  {
    id: 'stems',
    title: 'Stem',
    words:
      'Endings are cut off, so that "playing" and "plays" are both "play". A stem need not be a word, and is always in lower case.',
    apply: (token) => ({ ...token, text: stem(token.text) }),
  },
];

export const allStages: Switches = { lowerCase: true, stopWords: true, stems: true };
