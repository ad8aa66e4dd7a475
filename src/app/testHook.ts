// What end-to-end tests may ask of the page that no reader can: to lose its worker.
import type { Client } from '../worker/client.ts';

export interface TestHook {
  /** Kills the worker: with an error that is seen at once, or in silence, which only the heartbeat sees. */
  readonly crashWorker: (how: 'error' | 'silence') => void;
}

declare global {
  interface Window {
    unrolledTest?: TestHook;
  }
}

/** Puts the hook on the window when the address asks for it with `?test`. */
export function offerTestHook(client: Client): void {
  if (!new URLSearchParams(window.location.search).has('test')) return;
  window.unrolledTest = { crashWorker: (how) => client.crash(how) };
}
