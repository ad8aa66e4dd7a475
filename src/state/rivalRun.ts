// The second network's own run: a store and a worker of its own, for as long as there is a second network.
import type { Client } from '../worker/client.ts';
import type { UnrolledDocument } from './document.ts';
import { rivalDocument } from './rival.ts';
import { connectRunStore, createRunStore, type RunStore } from './runStore.ts';
import { followDocument, type Documents } from './runs.ts';

export interface RivalRun {
  readonly runs: RunStore;
  readonly client: Client;
  /** Ends its worker; the store keeps what it has. */
  readonly stop: () => void;
}

export type Connect = (store: RunStore) => Client;

/** The second network's document wherever the first's is asked for; as it was last where there is none any more. */
export function rivalDocuments(documents: Documents): Documents {
  let of: UnrolledDocument | null = null;
  let last = documents.getState().document;
  const state = (): { readonly document: UnrolledDocument } => {
    const { document } = documents.getState();
    if (document !== of) last = rivalDocument(document) ?? last;
    of = document;
    return { document: last };
  };
  return { getState: state, subscribe: (listener) => documents.subscribe(() => listener(state())) };
}

/** Begins to compute the second network of a document that has one, now and after each change of it. */
export function startRival(documents: Documents, connect: Connect = connectRunStore): RivalRun {
  const runs = createRunStore();
  const client = connect(runs);
  const unfollow = followDocument(rivalDocuments(documents), client);
  return {
    runs,
    client,
    stop() {
      unfollow();
      client.dispose();
    },
  };
}
