// The vectors that are learned from the text that is set, as they stand, and what can be done with them.
import { createContext, useContext, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { createWord2Vec, type Word2VecNetwork } from '../../../../engine/word2vec/network.ts';
import type { Corpus } from '../../../../engine/word2vec/readCorpus.ts';
import type { VectorJob } from '../../../../engine/workshop/vectors.ts';
import { same } from '../../../../state/same.ts';
import type { VectorSettings } from '../../../../state/workshop/settings/vectors.ts';
import { vectorLearning, type LearningState, type LearningTask, type VectorLearning } from '../../../../state/workshop/vectors/learning.ts';
import { calm, type Calm } from '../../../../state/workshop/calm.ts';
import { useRoom } from '../hooks.ts';

/** How often what is drawn of a learning under way is drawn anew; what was asked for is drawn at once. */
const pace: Calm<LearningState> = { least: 120, times: 3, isAwaited: ({ status }) => status !== 'running' };

interface Stores {
  readonly learning: VectorLearning;
  readonly calmed: VectorLearning['store'];
}

const storesOf = (learning: VectorLearning): Stores => ({ learning, calmed: calm(learning.store, pace) });

/** The page's own, unless a test brings others. */
const LearningContext = createContext<Stores>(storesOf(vectorLearning));

export const useLearning = () => {
  const { learning, calmed } = useContext(LearningContext);
  return { ...useStore(calmed), learning };
};

/** What is set, as a task for the worker; shows the vectors before any learning where nothing is learned from this text yet. */
export function useTask(corpus: Corpus | null): LearningTask | null {
  const { learning } = useContext(LearningContext);
  const settings = useRoom('vectors');
  const { kind, window, negatives, subsampling, dimension, epochs, learningRate, seed } = settings;
  const task = useMemo(
    () => corpus && { corpus, job: jobOf(corpus, { kind, window, negatives, subsampling, dimension, epochs, learningRate, seed }) },
    [corpus, kind, window, negatives, subsampling, dimension, epochs, learningRate, seed],
  );
  useEffect(() => {
    if (task) learning.show(task);
  }, [learning, task]);
  return task;
}

type Set = Pick<VectorSettings, 'kind' | 'window' | 'negatives' | 'subsampling' | 'dimension' | 'epochs' | 'learningRate' | 'seed'>;

const jobOf = ({ words, sentences }: Corpus, set: Set): VectorJob => ({ ...set, vocabularySize: words.length, sentences });

/** Whether another learning is set than that in view; the sentences are the text's, which is compared by itself. */
export function isOther(a: LearningTask, b: LearningTask): boolean {
  return a.corpus !== b.corpus || !same({ ...a.job, sentences: [] }, { ...b.job, sentences: [] });
}

/** The network in view with the words of its text; null before anything is known. */
export function useLearned() {
  const { status, task, moment } = useLearning();
  return useMemo(() => {
    if (!task || !moment) return null;
    const network: Word2VecNetwork = createWord2Vec(task.job, moment.parameters);
    return { ...task, moment, network, isOver: status === 'done' || status === 'stopped' || status === 'failed', vectors: { values: network.inWeight, dimension: network.dimension } };
  }, [status, task, moment]);
}

export type Learned = NonNullable<ReturnType<typeof useLearned>>;
