// The word vectors that are being learned, or were last. It belongs to the module and not to a part of the page, so that learning goes on while
// another room is looked at.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { VectorJob, VectorMoment } from '../../../engine/workshop/vectors.ts';
import type { Corpus } from '../../../engine/word2vec/readCorpus.ts';
import type { Call, WorkshopClient } from '../../../worker/workshop/procedures.ts';
import { workshopClient } from '../client.ts';

type LearningStatus = 'idle' | 'running' | 'paused' | 'done' | 'stopped' | 'failed';

/** A text with how vectors are learned from it. */
export interface LearningTask {
  readonly corpus: Corpus;
  readonly job: VectorJob;
}

export interface LearningState {
  readonly status: LearningStatus;
  /** What the moment is of; null before anything is known. */
  readonly task: LearningTask | null;
  readonly moment: VectorMoment | null;
  /** Why it ended early, in words. */
  readonly words: string;
  /** Updates a second over the latest second or so; null where it is not running. */
  readonly perSecond: number | null;
  readonly secondsLeft: number | null;
}

export interface VectorLearning {
  readonly store: StoreApi<LearningState>;
  /** Shows the vectors before any learning, unless there is something learned from the same text. */
  show(task: LearningTask): void;
  /** Back to the vectors before any learning, by what is set now. */
  reset(task: LearningTask): void;
  /** From the seed on; held: it stands still before the first example. */
  start(task: LearningTask, isHeld?: boolean): void;
  pause(): void;
  resume(): void;
  step(stride: 'row' | 'epoch'): void;
  stop(): void;
}

const nothing: LearningState = { status: 'idle', task: null, moment: null, words: '', perSecond: null, secondsLeft: null };

/** Milliseconds over which the speed is taken. */
const span = 1500;

export function createVectorLearning(client: () => WorkshopClient, now: () => number): VectorLearning {
  const store = createStore<LearningState>(() => nothing);
  let call: Call | null = null;
  let samples: { readonly at: number; readonly updates: number }[] = [];

  const rest = (status: LearningStatus): void => {
    samples = [];
    store.setState({ status, perSecond: null, secondsLeft: null });
  };
  const giveUp = (): void => {
    call?.cancel();
    call = null;
    samples = [];
  };
  const heard = (moment: VectorMoment): void => {
    const { status, task } = store.getState();
    if (status !== 'running' || !task) return store.setState({ moment });
    const updates = moment.epoch * moment.exampleCount + moment.position;
    const at = now();
    samples = [...samples.filter((each) => at - each.at <= span), { at, updates }];
    const [first] = samples;
    const perSecond = first && at > first.at ? ((updates - first.updates) / (at - first.at)) * 1000 : null;
    const left = task.job.epochs * moment.exampleCount - updates;
    store.setState({ moment, perSecond, secondsLeft: perSecond === null || perSecond <= 0 ? null : Math.max(0, left) / perSecond });
  };
  const begin = (task: LearningTask, job: VectorJob, status: LearningStatus, end: LearningStatus): void => {
    giveUp();
    store.setState({ ...nothing, task, status });
    call = client().call(
      'vectors',
      job,
      {
        onProgress: heard,
        onDone: ({ moment, problem }) => {
          call = null;
          store.setState({ moment, words: problem ?? '' });
          rest(problem === null ? end : 'failed');
        },
        onFailed: (words) => {
          call = null;
          store.setState({ words });
          rest('failed');
        },
      },
      { lane: 'vectors', isHeld: status === 'paused' },
    );
  };

  return {
    store,
    show(task) {
      const { status, task: shown } = store.getState();
      if (status === 'running' || status === 'paused') return;
      if (status !== 'idle' && shown?.corpus === task.corpus) return;
      begin(task, { ...task.job, epochs: 0 }, 'idle', 'idle');
    },
    reset: (task) => begin(task, { ...task.job, epochs: 0 }, 'idle', 'idle'),
    start: (task, isHeld = false) => begin(task, task.job, isHeld ? 'paused' : 'running', 'done'),
    pause() {
      if (store.getState().status !== 'running') return;
      call?.hold();
      rest('paused');
    },
    resume() {
      if (store.getState().status !== 'paused') return;
      store.setState({ status: 'running' });
      call?.release();
    },
    step(stride) {
      if (store.getState().status === 'running') rest('paused');
      call?.advance(stride, 1);
    },
    stop() {
      giveUp();
      rest('stopped');
    },
  };
}

/** The page's own. */
export const vectorLearning = createVectorLearning(workshopClient, () => performance.now());
