// The second network's run: begun with it, anew after each change of it, and ended with it.
import { expect, test, vi } from 'vitest';
import type { Job } from '../../src/engine/job.ts';
import { initialDocument } from '../../src/state/defaults.ts';
import { createDocumentStore } from '../../src/state/documentStore.ts';
import { rivalDocuments, startRival } from '../../src/state/rivalRun.ts';
import { followDocument } from '../../src/state/runs.ts';
import type { Client } from '../../src/worker/client.ts';

const documents = () => createDocumentStore({ ...initialDocument('reviews'), rival: { cell: 'lstm' } });

function client(): { readonly jobs: Job[]; readonly dispose: ReturnType<typeof vi.fn>; readonly as: Client } {
  const jobs: Job[] = [];
  const dispose = vi.fn<() => void>();
  return { jobs, dispose, as: { run: (job) => jobs.push(job), cancel: () => {}, crash: () => {}, dispose } };
}

test('the job of the second network is of its cell and reads the same', () => {
  const store = documents();
  const [first, second] = [client(), client()];
  followDocument(store, first.as);
  startRival(store, () => second.as);
  expect(first.jobs[0]?.model.cell).toBe('rnn_tanh');
  expect(second.jobs[0]?.model.cell).toBe('lstm');
  expect(second.jobs[0]?.example).toEqual(first.jobs[0]?.example);
});

test('what both have in common is computed for both, and what one alone has for it alone', () => {
  const store = documents();
  const [first, second] = [client(), client()];
  followDocument(store, first.as);
  startRival(store, () => second.as);
  const { dispatch } = store.getState();
  dispatch({ type: 'setText', text: 'movie was bad' });
  expect([first.jobs.length, second.jobs.length]).toEqual([2, 2]);
  dispatch({ type: 'editRival', rival: { hiddenSize: 6 } });
  expect([first.jobs.length, second.jobs.length]).toEqual([2, 3]);
  expect(second.jobs[2]?.model.hiddenSize).toBe(6);
  // The first one's cell is not the second's.
  dispatch({ type: 'setCell', cell: 'gru' });
  expect(first.jobs.length).toBe(3);
  expect(second.jobs.at(-1)?.model.cell).toBe('lstm');
});

test('going along the clock and looking in another way computes nothing', () => {
  const store = documents();
  const [first, second] = [client(), client()];
  followDocument(store, first.as);
  startRival(store, () => second.as);
  const { dispatch } = store.getState();
  dispatch({ type: 'seek', playhead: 5 });
  dispatch({ type: 'setFold', fold: 1 });
  dispatch({ type: 'setGates', gates: true });
  dispatch({ type: 'setInside', inside: 1 });
  dispatch({ type: 'setNotation', notation: 'course' });
  expect([first.jobs.length, second.jobs.length]).toEqual([1, 1]);
});

test('a network that is closed computes nothing more, and its worker is ended', () => {
  const store = documents();
  const second = client();
  const run = startRival(store, () => second.as);
  store.getState().dispatch({ type: 'setRival', rival: null });
  expect(second.jobs.length).toBe(1);
  run.stop();
  expect(second.dispose).toHaveBeenCalledOnce();
  store.getState().dispatch({ type: 'setText', text: 'movie was bad' });
  expect(second.jobs.length).toBe(1);
});

test('its document is the same object until something changes', () => {
  const store = documents();
  const second = rivalDocuments(store);
  expect(second.getState().document).toBe(second.getState().document);
  expect(second.getState().document.rival).toBeNull();
});
