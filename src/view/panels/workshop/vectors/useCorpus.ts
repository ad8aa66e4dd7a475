// The text that is set, as word2vec reads it: built in, one's own, or the rows of the workshop's data set. A worker reads it.
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { builtInText, builtInTexts } from '../../../../engine/word2vec/corpora/corpora.ts';
import { corpusProblem, type Corpus } from '../../../../engine/word2vec/readCorpus.ts';
import { askWorkshop } from '../../../../state/workshop/ask.ts';
import { loadDataset } from '../../../../state/workshop/datasets.ts';
import type { VectorSettings } from '../../../../state/workshop/settings/vectors.ts';
import { longText, openLongText } from '../../../../state/workshop/vectors/longText.ts';
import { useRoom } from '../hooks.ts';

export interface CorpusInView {
  /** Null while it is on its way, or where there is a problem. */
  readonly corpus: Corpus | null;
  readonly problem: string | null;
}

const waiting: CorpusInView = { corpus: null, problem: null };

export function useCorpus(): CorpusInView {
  const { corpus: source, own } = useRoom('vectors');
  const { set } = useRoom('data');
  const long = useStore(longText, ({ text }) => text);
  const [seen, setSeen] = useState<CorpusInView & { readonly of: string }>({ ...waiting, of: '' });
  // Its own part of what is set alone: another data set is no other text where the text is one's own.
  const key = JSON.stringify({ source, ...(source === 'own' && { own }), ...(source === 'data' && { set }), ...(source === 'long' && { long }) });
  useEffect(() => {
    if (source === 'long' && long === null) {
      void openLongText();
      return;
    }
    let isOver = false;
    const take = (next: CorpusInView): void => {
      if (!isOver) setSeen({ ...next, of: key });
    };
    textOf(source, own, long ?? '', set)
      .then(read)
      .then((corpus) => {
        const problem = corpusProblem(corpus);
        take({ corpus: problem === null ? corpus : null, problem });
      })
      .catch((error: unknown) => take({ corpus: null, problem: error instanceof Error ? error.message : String(error) }));
    return () => {
      isOver = true;
    };
  }, [key, source, own, long, set]);
  return seen.of === key ? seen : waiting;
}

/** The text that was read last: what was learned from it is still of the same one when its room is opened again. */
let latest: { readonly text: string; readonly corpus: Corpus } | null = null;

async function read(text: string): Promise<Corpus> {
  if (latest?.text !== text) latest = { text, corpus: await askWorkshop('corpus', { text }, { lane: 'vectors reading' }) };
  return latest.corpus;
}

async function textOf(source: VectorSettings['corpus'], own: string, long: string, set: string): Promise<string> {
  if (source === 'own') return own;
  if (source === 'long') {
    if (long !== '') return long;
    throw new Error('This browser keeps no long text: it belongs to another browser, or was deleted. Choose another text, or type one.');
  }
  if (source === 'data') {
    const { task, isText } = await loadDataset(set);
    if (isText) return task.rows.map(({ text }) => text).join('\n');
    throw new Error(`The rows of the data set “${task.title}” are no text, so there are no words to learn from. Choose a data set of texts in the room “Data”, or another text here.`);
  }
  const text = builtInText(source);
  if (text) return text.text();
  throw new Error(`There is no text “${source}”; there are ${builtInTexts.map(({ title }) => `“${title}”`).join(', ')} and one’s own.`);
}
