// What can be asked of word vectors, from what was typed: a word, an analogy, a gap; with words where a word is not known.
import { fillGap, type Filling } from '../../../../engine/word2vec/complete.ts';
import { analogy, nearestWords } from '../../../../engine/word2vec/vectors.ts';
import { tokenise } from '../../../../engine/text/tokens.ts';
import { nameOf } from './choice.ts';
import type { Learned } from './useLearning.ts';

/** Found: words with a number each; else why there is none. */
type Answer<Found> = { readonly found: readonly Found[]; readonly problem: null } | { readonly found: null; readonly problem: string };

interface Near {
  readonly word: number;
  readonly name: string;
  readonly similarity: number;
}

type Asked = Pick<Learned, 'corpus' | 'job' | 'network' | 'vectors'>;

const none = (problem: string): Answer<never> => ({ found: null, problem });

/** The words of a text as they are in the vocabulary. */
const plainWords = (text: string): string[] => tokenise(text).map((token) => token.text);

function unknownProblem({ corpus }: Pick<Asked, 'corpus'>, words: readonly string[]): string | null {
  const unknown = [...new Set(words.filter((word) => !corpus.words.includes(word)))];
  if (unknown.length === 0) return null;
  const named = unknown.map((word) => `“${word}”`).join(', ');
  return `${named} ${unknown.length === 1 ? 'is' : 'are'} not among the ${corpus.words.length.toLocaleString('en')} words of the text, so ${unknown.length === 1 ? 'it has' : 'they have'} no vector.`;
}

/** The words nearest to a word, by their cosine. */
export function askNear(asked: Asked, text: string, count: number): Answer<Near> {
  const words = plainWords(text);
  const [word] = words;
  if (word === undefined || words.length > 1) return none(word === undefined ? 'Write a word.' : `Write one word; these are ${words.length}.`);
  const problem = unknownProblem(asked, words);
  if (problem !== null) return none(problem);
  return { found: named(asked, nearestWords(asked.vectors, asked.corpus.words.indexOf(word), count)), problem: null };
}

/** a is to b as c is to …: the words nearest to b − a + c, each vector of length 1. */
export function askAnalogy(asked: Asked, [a, b, c]: readonly [string, string, string], count: number): Answer<Near> {
  const words = [a, b, c].map((each) => plainWords(each)[0] ?? '');
  if (words.includes('')) return none('Write three words.');
  const problem = unknownProblem(asked, words);
  if (problem !== null) return none(problem);
  const [from, to, other] = words.map((word) => asked.corpus.words.indexOf(word)) as [number, number, number]; // three of them
  return { found: named(asked, analogy(asked.vectors, [to, from, other], count, 'unit').nearest), problem: null };
}

interface Gap {
  readonly answer: Answer<Filling & { readonly name: string }>;
  /** Words around the gap that were read, and those that the text lacks. */
  readonly read: readonly string[];
  readonly unknown: readonly string[];
}

/** What goes into ___, by the words within the window around it. */
export function askGap(asked: Asked, text: string, count: number): Gap {
  const parts = text.split(/_{2,}|…|\.{3}/u);
  if (parts.length !== 2) return { answer: none(parts.length < 2 ? 'Write ___ where the word is missing.' : 'Write ___ only once: one word is looked for.'), read: [], unknown: [] };
  const { window } = asked.job;
  const [before, after] = parts.map(plainWords) as [string[], string[]]; // two of them
  const around = [...before.slice(-window), ...after.slice(0, window)];
  const read = around.filter((word) => asked.corpus.words.includes(word));
  const unknown = [...new Set(around.filter((word) => !asked.corpus.words.includes(word)))];
  if (read.length === 0) {
    return { answer: none(unknownProblem(asked, unknown) ?? `Write at least one word beside ___, at most ${window} away from it.`), read, unknown };
  }
  const indices = read.map((word) => asked.corpus.words.indexOf(word));
  const found = fillGap(asked.network, indices, count).map((each) => ({ ...each, name: nameOf(asked.corpus, each.word) }));
  return { answer: { found, problem: null }, read, unknown };
}

const named = ({ corpus }: Asked, all: readonly { readonly word: number; readonly similarity: number }[]): Near[] => all.map((each) => ({ ...each, name: nameOf(corpus, each.word) }));
