// The run store over the real engine: what the screen can know at any moment.
import { describe, expect, it, onTestFinished } from 'vitest';
import { connectRunStore, createRunStore, type RunState, type RunStore } from '../../src/state/runStore.ts';
import type { Client } from '../../src/worker/client.ts';
import type { ClientOptions } from '../../src/worker/options.ts';
import { Workshop } from '../worker/channel.ts';
import { flaws, jobOf, longJob, until } from '../worker/support.ts';

function connected(options: Partial<ClientOptions> = {}): { store: RunStore; client: Client; states: RunState[] } {
  const store = createRunStore();
  const states: RunState[] = [];
  store.subscribe((state) => states.push(state));
  const client = connectRunStore(store, { createWorker: new Workshop().create, ...options });
  onTestFinished(() => client.dispose());
  return { store, client, states };
}

const finished = (store: RunStore, run: number): Promise<void> =>
  until(() => store.getState().status === 'done' && store.getState().run === run);

describe('the run store', () => {
  it('is empty and idle at first', () => {
    const { store } = connected();
    expect(store.getState()).toEqual({
      status: 'idle',
      run: 0,
      version: 0,
      job: null,
      network: null,
      trace: null,
      parameters: null,
      loss: null,
      forwardTo: 0,
      backwardFrom: 0,
      parameterGradients: null,
      firstNonFinite: null,
      error: null,
      notice: null,
      restarts: 0,
      milliseconds: null,
    });
  });

  it('holds the numbers of a run in one step: no reader sees half of them', async () => {
    const { store, client, states } = connected();
    const job = jobOf();
    client.run(job);
    expect(store.getState().status).toBe('running');
    await finished(store, 1);
    expect(states.map(({ status }) => status)).toEqual(['running', 'done']);
    expect(store.getState().job).toBe(job);
    expect(flaws(store.getState())).toEqual([]);
  });

  it('keeps the former trace while a new run is on its way, and after a failure', async () => {
    const { store, client } = connected();
    client.run(jobOf());
    await finished(store, 1);
    const { trace, job } = store.getState();
    client.run(jobOf({ T: 0 }));
    expect(store.getState()).toMatchObject({ status: 'running', run: 1 });
    expect(store.getState().trace).toBe(trace);
    await until(() => store.getState().status === 'failed');
    expect(store.getState().trace).toBe(trace);
    expect(store.getState().job).toBe(job);
    expect(store.getState().error).toMatch(/^There is nothing to read/);
    client.run(jobOf({ seed: 2 }));
    expect(store.getState()).toMatchObject({ status: 'running', error: null });
    await finished(store, 3);
  });

  it('tells its readers with every version that the numbers have changed, though the trace is the same', async () => {
    const { store, client, states } = connected({ showAfter: 0, schedule: (callback) => void setImmediate(callback) });
    client.run(longJob(2_000));
    await finished(store, 1);
    const growing = states.filter((state) => state.trace !== null);
    expect(growing.length).toBeGreaterThan(3);
    expect(new Set(growing.map((state) => state.trace)).size).toBe(1);
    expect(growing.map((state) => state.version)).toEqual(growing.map((_, k) => k + 1));
    expect(store.getState()).toMatchObject({ forwardTo: 2_000, backwardFrom: 0 });
  });
});
