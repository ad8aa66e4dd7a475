import { describe, expect, it } from 'vitest';
import { readCorpus, type Corpus } from '../../../src/engine/word2vec/readCorpus.ts';
import { learnVectors, type VectorJob } from '../../../src/engine/workshop/vectors.ts';
import { createVectorLearning, type LearningTask } from '../../../src/state/workshop/vectors/learning.ts';
import { Undertaking } from '../../../src/worker/workshop/undertaking.ts';
import type { CallListener, CallOptions, Procedures, WorkshopClient } from '../../../src/worker/workshop/procedures.ts';

function corpusOf(text: string): Corpus {
  const reading = readCorpus({ text });
  let step = reading.next();
  while (!step.done) step = reading.next();
  return step.value;
}

const text = 'the cat drinks milk. the dog drinks milk. a car drives far. a bus drives far.';

function taskOf(other: Partial<VectorJob> = {}, corpus = corpusOf(text)): LearningTask {
  const job: VectorJob = { kind: 'skipgram', vocabularySize: corpus.words.length, dimension: 4, sentences: corpus.sentences, window: 2, negatives: 2, subsampling: null, learningRate: 0.1, epochs: 3, seed: 7 };
  return { corpus, job: { ...job, ...other } };
}

/** A worker in this thread, at one step a call of `work`; what it was asked is on record. */
function worker() {
  let under: Undertaking | null = null;
  const jobs: VectorJob[] = [];
  const client: WorkshopClient = {
    call(_, input, listener, options: CallOptions = {}) {
      const job = input as VectorJob; // vectors are all that is asked for here
      const { onProgress, onDone, onFailed } = listener as unknown as CallListener<'vectors'>;
      jobs.push(job);
      const own = new Undertaking(
        1,
        learnVectors(job),
        options.isHeld ?? false,
        (said) => {
          if (said.kind === 'progress') onProgress?.(said.progress as Procedures['vectors']['progress']);
          if (said.kind === 'done') onDone(said.result as Procedures['vectors']['result']);
          if (said.kind === 'failed') onFailed(said.words);
          own.taken();
        },
        () => 0,
      );
      under = own;
      return { advance: (stride, count) => own.advance(stride, count), release: () => own.release(), hold: () => own.hold(), cancel: () => (under = under === own ? null : under) };
    },
    close: () => {},
  };
  const work = (steps = Infinity): void => {
    for (let k = 0; k < steps && under?.mayGoOn; k++) if (under.step()) under = null;
  };
  return { client, jobs, work };
}

function learning() {
  const own = worker();
  return { ...own, learning: createVectorLearning(() => own.client, () => 0) };
}

describe('learning word vectors', () => {
  it('goes back to the first vectors when it is told to, after it has ended', () => {
    const { learning: own, work } = learning();
    const task = taskOf();
    own.show(task);
    work();
    const first = own.store.getState().moment!.parameters;
    own.start(task);
    work();
    expect(own.store.getState().status).toBe('done');
    expect(own.store.getState().moment!.parameters).not.toEqual(first);
    own.reset(task);
    work();
    expect(own.store.getState()).toMatchObject({ status: 'idle', moment: { epoch: 0 } });
    expect(own.store.getState().moment!.parameters).toEqual(first);
  });

  it('shows the first vectors of the seed before anything is learned', () => {
    const { learning: vectors, work } = learning();
    vectors.show(taskOf());
    work();
    const { status, moment } = vectors.store.getState();
    expect(status).toBe('idle');
    expect([moment?.epoch, moment?.position, moment?.losses.length]).toEqual([0, 0, 0]);
  });

  it('goes to its end, and from the seed again to the same numbers', () => {
    const { learning: vectors, work } = learning();
    vectors.start(taskOf());
    expect(vectors.store.getState().status).toBe('running');
    work();
    const first = vectors.store.getState();
    expect([first.status, first.moment?.epoch]).toEqual(['done', 3]);
    vectors.start(taskOf());
    work();
    expect(vectors.store.getState().moment).toEqual(first.moment);
  });

  it('pauses, takes single examples and epochs, and ends with the same numbers', () => {
    const { learning: vectors, work } = learning();
    vectors.start(taskOf());
    work();
    const whole = vectors.store.getState().moment;
    vectors.start(taskOf(), true);
    vectors.step('row');
    work();
    expect([vectors.store.getState().status, vectors.store.getState().moment?.position]).toEqual(['paused', 1]);
    vectors.step('epoch');
    work();
    expect([vectors.store.getState().moment?.epoch, vectors.store.getState().moment?.position]).toEqual([1, 0]);
    vectors.resume();
    work(5);
    vectors.pause();
    expect(vectors.store.getState().status).toBe('paused');
    expect(vectors.store.getState().moment?.position).toBe(5);
    vectors.resume();
    work();
    expect(vectors.store.getState().moment).toEqual(whole);
  });

  it('tells in words why it ended early, with the last good vectors', () => {
    const { learning: vectors, work } = learning();
    vectors.start(taskOf({ learningRate: 1e300, negatives: 0 }));
    work();
    const { status, words, moment } = vectors.store.getState();
    expect(status).toBe('failed');
    expect(words).toContain('Take a smaller learning rate.');
    expect(moment?.parameters.length).toBeGreaterThan(0);
  });

  it('keeps what was learned when settings change, but not when the text does', () => {
    const { learning: vectors, work, jobs } = learning();
    const task = taskOf();
    vectors.start(task);
    work();
    vectors.show({ corpus: task.corpus, job: { ...task.job, window: 1 } });
    expect(vectors.store.getState().status).toBe('done');
    vectors.show(taskOf({}, corpusOf('other words here')));
    work();
    expect(vectors.store.getState().status).toBe('idle');
    expect(jobs.at(-1)?.epochs).toBe(0);
  });

  it('lets nobody show another text while it learns', () => {
    const { learning: vectors, work } = learning();
    vectors.start(taskOf());
    work(3);
    vectors.show(taskOf({}, corpusOf('other words here')));
    expect(vectors.store.getState().status).toBe('running');
  });

  it('stopped, it keeps what it has', () => {
    const { learning: vectors, work } = learning();
    vectors.start(taskOf());
    work(4);
    vectors.pause();
    vectors.stop();
    const { status, moment } = vectors.store.getState();
    expect([status, moment?.position]).toEqual(['stopped', 4]);
  });
});
