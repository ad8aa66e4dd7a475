// The text that is set, as word2vec reads it: built in, one's own, or the rows of the workshop's data set. A worker reads it.
import { useEffect, useMemo, useState } from 'react';
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

/** What a text is read from; of one's own and of a data set only where that is chosen, so that another one there reads nothing anew. */
interface Source {
  readonly corpus: VectorSettings['corpus'];
  readonly own: string;
  /** Null: it is not known yet whether there is one. */
  readonly long: string | null;
  readonly set: string;
}

const waiting: CorpusInView = { corpus: null, problem: null };

export function useCorpus(): CorpusInView {
  const { corpus, own: typed } = useRoom('vectors');
  const { set: chosen } = useRoom('data');
  const kept = useStore(longText, ({ text }) => text);
  const own = corpus === 'own' ? typed : '';
  const long = corpus === 'long' ? kept : '';
  const set = corpus === 'data' ? chosen : '';
  const source = useMemo((): Source => ({ corpus, own, long, set }), [corpus, own, long, set]);
  const [seen, setSeen] = useState<CorpusInView & { readonly of: Source | null }>({ ...waiting, of: null });
  useEffect(() => {
    if (source.long === null) {
      void openLongText();
      return;
    }
    let isOver = false;
    const take = (next: CorpusInView): void => {
      if (!isOver) setSeen({ ...next, of: source });
    };
    textOf(source)
      .then(read)
      .then((found) => {
        const problem = corpusProblem(found);
        take({ corpus: problem === null ? found : null, problem });
      })
      .catch((error: unknown) => take({ corpus: null, problem: error instanceof Error ? error.message : String(error) }));
    return () => {
      isOver = true;
    };
  }, [source]);
  return seen.of === source ? seen : waiting;
}

/** The text that was read last: what was learned from it is still of the same one when its room is opened again. */
let latest: { readonly text: string; readonly corpus: Corpus } | null = null;

async function read(text: string): Promise<Corpus> {
  if (latest?.text !== text) latest = { text, corpus: await askWorkshop('corpus', { text }, { lane: 'vectors reading' }) };
  return latest.corpus;
}

async function textOf({ corpus, own, long, set }: Source): Promise<string> {
  if (corpus === 'own') return own;
  if (corpus === 'long') {
    if (long !== null && long !== '') return long;
    throw new Error('This browser keeps no long text: it belongs to another browser, or was deleted. Choose another text, or type one.');
  }
  if (corpus === 'data') {
    const { task, isText } = await loadDataset(set);
    if (isText) return task.rows.map(({ text }) => text).join('\n');
    throw new Error(`The rows of the data set “${task.title}” are no text, so there are no words to learn from. Choose a data set of texts in the room “Data”, or another text here.`);
  }
  const text = builtInText(corpus);
  if (text) return text.text();
  throw new Error(`There is no text “${corpus}”; there are ${builtInTexts.map(({ title }) => `“${title}”`).join(', ')} and one’s own.`);
}
