// The run store: the numbers on the screen and how their computation fares. The worker's client alone writes it.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { createClient, type Client } from '../worker/client.ts';
import type { ClientOptions } from '../worker/options.ts';
import { idle, type RunSnapshot } from '../worker/snapshot.ts';
import { spawn } from '../worker/spawn.ts';

export type RunState = RunSnapshot;
export type RunStore = StoreApi<RunState>;

/** A store without numbers yet. */
export function createRunStore(): RunStore {
  return createStore<RunState>(() => idle);
}

/** A client whose every update is the store's next state. The worker is the real one unless another is given. */
export function connectRunStore(store: RunStore, options: Partial<Omit<ClientOptions, 'onUpdate'>> = {}): Client {
  return createClient({
    createWorker: spawn,
    ...options,
    onUpdate: (snapshot) => store.setState(snapshot, true),
  });
}
