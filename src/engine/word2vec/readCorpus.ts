// A text → what word2vec learns from: its words, the most frequent first, and its sentences as their indices. A generator, as a long text takes
// a while.
import { noWord } from '../text/padding.ts';
import { tokenise } from '../text/tokens.ts';

/** What is read of a text at most. */
export const corpusLimits = { characters: 600_000, words: 60_000, vocabulary: 3000 } as const;

export interface CorpusText {
  readonly text: string;
}

export interface Corpus {
  /** [V], in lower case, the most frequent first; equally frequent ones in their order in the text. */
  readonly words: readonly string[];
  /** [V] */
  readonly counts: Float64Array;
  /** Indices of words; −1 where one is not in the vocabulary. */
  readonly sentences: readonly Int32Array[];
  /** What was left out and why, a sentence each. */
  readonly notes: readonly string[];
}

/** Sentences between two pauses. */
const between = 16;

/** @throws Error in words where nothing can be learned from the text. */
export function* readCorpus({ text }: CorpusText): Generator<null, Corpus> {
  const notes: string[] = [];
  const read = text.slice(0, corpusLimits.characters);
  if (read.length < text.length) notes.push(`The text has ${many(text.length)} characters; the first ${many(corpusLimits.characters)} are read.`);
  const sentences: string[][] = [];
  let total = 0;
  // A sentence ends with its sign or with its line; "3.5" and "e.g.x" go on.
  for (const piece of read.split(/\n|[.!?;…](?=[\s"'”’)]|$)/u)) {
    const words = tokenise(piece).map((token) => token.text);
    if (words.length > 0) sentences.push(words.slice(0, corpusLimits.words - total));
    total += words.length;
    if (total >= corpusLimits.words) {
      notes.push(`Only the first ${many(corpusLimits.words)} words of the text are read.`);
      break;
    }
    if (sentences.length % between === 0) yield null;
  }
  if (total === 0) throw new Error('There is no word in the text. Type or paste some sentences: words that stand together are what is learned from.');
  const all = new Map<string, number>();
  for (const words of sentences) for (const word of words) all.set(word, (all.get(word) ?? 0) + 1);
  yield null;
  const ranked = [...all].sort((a, b) => b[1] - a[1]);
  const kept = ranked.slice(0, corpusLimits.vocabulary);
  if (kept.length < ranked.length) {
    notes.push(`The text has ${many(ranked.length)} different words; the ${many(kept.length)} most frequent ones get a vector, and the others are passed over.`);
  }
  const indices = new Map(kept.map(([word], index) => [word, index]));
  return {
    words: kept.map(([word]) => word),
    counts: Float64Array.from(kept, ([, count]) => count),
    sentences: sentences.map((words) => Int32Array.from(words, (word) => indices.get(word) ?? noWord)),
    notes,
  };
}

/** Letters of a word that a message has room for. */
const mostLetters = 40;

/** Why vectors cannot be learned from it, in words; null where they can. */
export function corpusProblem({ words, sentences }: Corpus): string | null {
  const [only = ''] = words;
  if (words.length === 1) return `“${only.length > mostLetters ? `${only.slice(0, mostLetters)}…` : only}” is the only word of the text: a word is learned from the words around it, so at least two different ones are needed.`;
  const isAlone = sentences.every((sentence) => sentence.reduce((count, word) => (word === noWord ? count : count + 1), 0) < 2);
  return isAlone ? 'Every word stands alone in its sentence, so none has a word around it. Write sentences of two words or more; a sentence ends with its line or with a full stop.' : null;
}

const many = (count: number): string => count.toLocaleString('en');
