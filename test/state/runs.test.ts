import { describe, expect, it, onTestFinished } from 'vitest';
import { parametersOf } from '../../src/engine/recipe/parameters.ts';
import { createNetwork } from '../../src/engine/network.ts';
import { preparedExample } from '../../src/engine/run/prepared.ts';
import { initialDocument } from '../../src/state/defaults.ts';
import { createDocumentStore } from '../../src/state/documentStore.ts';
import { connectRunStore, createRunStore } from '../../src/state/runStore.ts';
import { followDocument, labelsOf, prepareJob } from '../../src/state/runs.ts';
import { Workshop } from '../worker/channel.ts';
import { until } from '../worker/support.ts';

describe('labels', () => {
  it('name steps and rows along both axes, and the outputs', () => {
    const labels = labelsOf(prepareJob(initialDocument('translation')));
    expect(labels.tokens).toEqual([['i', 'am', 'not', 'cold'], ['<start>', 'je', "n'ai", 'pas', 'froid']]);
    expect(labels.words[0]).toContain('hungry');
    expect(labels.words[1]).toContain("j'ai");
    expect(labels.outputs.at(-1)).toBe('<end>');
  });

  it('name the features of a dense input', () => {
    const { tokens, words } = labelsOf(prepareJob(initialDocument('frames')));
    expect(tokens[0][0]).toBe('#....');
    expect(words[0]).toEqual(['pixel 1', 'pixel 2', 'pixel 3', 'pixel 4', 'pixel 5']);
  });

  it('say what a free run has really read, not what the sentence has', () => {
    const job = prepareJob({ ...initialDocument('letters'), feeding: 'free', trainedEpochs: 0, initialisation: { scheme: 'uniform', scale: 1, seed: 3 } });
    const network = createNetwork(job.model);
    const { example } = preparedExample(network, parametersOf(network, job.recipe), job);
    const { inputs } = example;
    const { words, tokens } = labelsOf({ ...job, example });
    expect(tokens[0]).toEqual(inputs.kind === 'one-hot' && Array.from(inputs.indices, (index) => words[0][index]));
    expect(tokens[0]).not.toEqual(labelsOf(job).tokens[0]);
    expect(tokens[0][0]).toBe('n');
  });

  it('are empty for a job that was not prepared here', () => {
    expect(labelsOf(null)).toEqual({ tokens: [[], []], words: [[], []], outputs: [], unknown: [], notice: '' });
  });
});

describe('a document that is followed', () => {
  it('is run again when its numbers change, and not when it is only looked at otherwise', async () => {
    const documents = createDocumentStore({ ...initialDocument(), trainedEpochs: 0 });
    const store = createRunStore();
    const client = connectRunStore(store, { createWorker: new Workshop().create });
    const stop = followDocument(documents, client);
    onTestFinished(() => {
      stop();
      client.dispose();
    });
    const { dispatch } = documents.getState();
    await until(() => store.getState().run === 1 && store.getState().status === 'done');
    dispatch({ type: 'seek', playhead: 5 });
    dispatch({ type: 'setFold', fold: 1 });
    dispatch({ type: 'setGates', gates: true });
    dispatch({ type: 'setInside', inside: 1 });
    dispatch({ type: 'setNotation', notation: 'course' });
    dispatch({ type: 'setRival', rival: { cell: 'lstm' } });
    expect(store.getState().status).toBe('done');
    dispatch({ type: 'setCell', cell: 'lstm' });
    await until(() => store.getState().run === 2 && store.getState().status === 'done');
    expect(store.getState().network!.model.cell).toBe('lstm');
    dispatch({ type: 'setClipping', clipping: { kind: 'norm', limit: 0.1 } });
    await until(() => store.getState().run === 3 && store.getState().status === 'done');
    expect(store.getState().job!.clipping).toEqual({ norm: 0.1 });
  });
});
