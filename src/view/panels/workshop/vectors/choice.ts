// Which words of a text are looked at: on the map, in the table, and first of all.
import { builtInText } from '../../../../engine/word2vec/corpora/corpora.ts';
import type { Corpus } from '../../../../engine/word2vec/readCorpus.ts';
import type { MapWord } from '../../../layout/workshop/vectors/wordMap.ts';

/** The name of a word; a dot where there is none. */
export const nameOf = ({ words }: Pick<Corpus, 'words'>, word: number): string => words[word] ?? '·';

/** Words on the map at most; of a text whose words are sorted by kinds, these alone: the plane is then that in which they differ most. */
const mostOnMap = 110;

/** Those of a kind, or the most frequent ones; and `also`. */
export function mapWords(corpus: Corpus, source: string, also: readonly number[]): MapWord[] {
  const { words } = corpus;
  const groups = builtInText(source)?.groups ?? [];
  const chosen = new Map<number, number | null>();
  groups.forEach((group, k) => {
    for (const word of group.words) if (words.includes(word)) chosen.set(words.indexOf(word), k);
  });
  for (const word of also) if (!chosen.has(word)) chosen.set(word, null);
  const most = groups.length > 0 ? 0 : mostOnMap;
  for (let word = 0; word < words.length && chosen.size < most; word++) if (!chosen.has(word)) chosen.set(word, null);
  return [...chosen].map(([word, group]) => ({ word, name: nameOf(corpus, word), group }));
}

/** Names of the kinds on the map; none for a text that nobody has sorted. */
export const groupNames = (source: string): readonly string[] => (builtInText(source)?.groups ?? []).map(({ name }) => name);

/** The word that is looked at: the one that was chosen if the text has it, else the text's own first one. */
export function wordInView({ words }: Corpus, source: string, chosen: string): number {
  const first = builtInText(source)?.table[0] ?? words.find((word) => word.length > 3) ?? words[0] ?? '';
  const at = words.indexOf(chosen === '' ? first : chosen);
  return at < 0 ? Math.max(0, words.indexOf(first)) : at;
}

/** Words of the table: the one in view, and some that say something; of a text of one's own its most frequent longer ones. */
export function tableWords({ words }: Corpus, source: string, inView: number, count: number): number[] {
  const own = words.map((word, index) => ({ word, index })).filter(({ word }) => word.length > 3);
  const some = builtInText(source)?.table.map((word) => words.indexOf(word)) ?? (own.length >= 4 ? own : words.map((word, index) => ({ word, index }))).map(({ index }) => index);
  return [...new Set([inView, ...some.filter((index) => index >= 0)])].slice(0, count);
}
