import { describe, expect, it } from 'vitest';
import { negation } from '../../../src/engine/data/sets/negation.ts';
import { prepareDataset } from '../../../src/engine/data/prepare.ts';
import type { EpochRecord, TrainingJob } from '../../../src/engine/workshop/job.ts';
import { createComparison, comparedReaders } from '../../../src/state/workshop/text/comparison.ts';
import type { CallListener, CallOptions, WorkshopClient } from '../../../src/worker/workshop/procedures.ts';

const data = prepareDataset(negation.build(''), { switches: { lowerCase: true, stopWords: false, stems: false }, mostWords: 2000, share: 0.2, seed: 1 });

interface Asked {
  readonly job: TrainingJob;
  readonly listener: CallListener<'train'>;
  readonly lane: string | undefined;
  isCancelled: boolean;
}

/** A client that only notes what it is asked. */
function noted() {
  const asked: Asked[] = [];
  const client: WorkshopClient = {
    call(_, input, listener, options: CallOptions = {}) {
      const one: Asked = { job: input as TrainingJob, listener: listener as unknown as CallListener<'train'>, lane: options.lane, isCancelled: false }; // trainings are all that is asked for here
      asked.push(one);
      return { advance() {}, release() {}, hold() {}, cancel: () => void (one.isCancelled = true) };
    },
    close() {},
  };
  return { client, asked };
}

async function opened() {
  const { client, asked } = noted();
  const comparison = createComparison(() => client, () => Promise.resolve(data));
  comparison.open();
  await Promise.resolve();
  await Promise.resolve();
  return { comparison, asked, state: () => comparison.store.getState() };
}

const recordAt = (epoch: number, accuracy: number): EpochRecord => ({
  epoch, update: 70 * epoch, training: { loss: 0.5, accuracy }, validation: { loss: 0.5, accuracy }, gradientNorm: 1, learningRate: 0.01,
});

function told({ job, listener }: Asked, epoch: number, fill: number): void {
  const parameters = new Float64Array(job.model.hiddenSize).fill(fill);
  const checkpoint = { epoch, update: 70 * epoch, parameters, memory: { id: 'sgd', numbers: [], arrays: [] } as never }; // memory is not looked at
  listener.onProgress?.({ epoch, update: 70 * epoch, rowsDone: 0, nextRow: 0, loss: 0, gradientNorm: 0, parameters, epochs: [{ record: recordAt(epoch, 0.5), checkpoint }] });
}

describe('three networks that learn the same reviews', () => {
  it('differ in what they are given, and in nothing else', async () => {
    const { state } = await opened();
    const jobs = state().networks.map(({ job }) => job);
    expect(state().networks.map(({ reader }) => reader)).toEqual(comparedReaders);
    const V = data.task.vocabulary.length;
    expect(jobs.map(({ model }) => model.inputSize)).toEqual([V, V * state().networks[1]!.encoded.paddedTo, V]);
    expect(jobs.map(({ model }) => model.cell)).toEqual(['feedforward_tanh', 'feedforward_tanh', 'rnn_tanh']);
    const rest = jobs.map(({ model: { hiddenSize, outputSize, loss }, training, validation, ...others }) => ({ hiddenSize, outputSize, loss, rows: [training.length, validation.length], ...others }));
    expect(rest[1]).toEqual(rest[0]);
    expect(rest[2]).toEqual(rest[0]);
    expect(rest[0]).toMatchObject({ hiddenSize: 16, epochs: 12, optimiser: 'adam', learningRate: 0.01, batchSize: 8, rows: [560, 140] });
  });

  it('are drawn from the seed before any training, and trained by one worker', async () => {
    const { comparison, asked, state } = await opened();
    expect(state().networks.every(({ records, parameters }) => records.length === 0 && parameters.some((each) => each !== 0))).toBe(true);
    comparison.start();
    expect(state().status).toBe('running');
    expect(asked.map(({ lane }) => lane)).toEqual(['text', 'text', 'text']);
  });

  it('show what they are after whole epochs, each by itself', async () => {
    const { comparison, asked, state } = await opened();
    comparison.start();
    told(asked[1]!, 0, 3);
    told(asked[1]!, 1, 4);
    expect(state().networks.map(({ records }) => records.map(({ epoch }) => epoch))).toEqual([[], [0, 1], []]);
    expect(state().networks[1]!.parameters[0]).toBe(4);
  });

  it('are done when the last one is, and say which one ended early and why', async () => {
    const { comparison, asked, state } = await opened();
    comparison.start();
    asked[0]!.listener.onDone({ problem: null });
    asked[1]!.listener.onDone({ problem: 'The loss is not a number.' });
    expect(state().status).toBe('running');
    asked[2]!.listener.onFailed('The worker was lost.');
    expect(state().status).toBe('done');
    expect(state().networks.map(({ problem }) => problem)).toEqual([null, 'The loss is not a number.', 'The worker was lost.']);
  });

  it('stop with what they have learned, and begin anew from the seed', async () => {
    const { comparison, asked, state } = await opened();
    const [before] = state().networks;
    comparison.start();
    told(asked[0]!, 1, 4);
    comparison.stop();
    expect(asked.every(({ isCancelled }) => isCancelled)).toBe(true);
    expect([state().status, state().networks[0]!.records.length]).toEqual(['done', 1]);
    comparison.start();
    expect(state().networks[0]).toMatchObject({ records: [], parameters: before!.parameters });
  });

  it('say in words why the reviews cannot be had, and can be asked again', async () => {
    let isThere = false;
    const comparison = createComparison(() => noted().client, () => (isThere ? Promise.resolve(data) : Promise.reject(new Error('This data set could not be fetched.'))));
    comparison.start();
    expect(comparison.store.getState().status).toBe('idle');
    comparison.open();
    await new Promise((resolve) => setTimeout(resolve));
    expect(comparison.store.getState()).toMatchObject({ data: null, problem: 'This data set could not be fetched.' });
    isThere = true;
    comparison.open();
    await new Promise((resolve) => setTimeout(resolve));
    expect(comparison.store.getState()).toMatchObject({ data, problem: null });
  });
});
