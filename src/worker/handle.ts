// What the client needs of a worker, and no more: so a test, or the page itself, can stand in for one.
import type { FromWorker, ToWorker } from './protocol.ts';

export interface WorkerHandle {
  postMessage(message: ToWorker, transfer?: Transferable[]): void;
  /** Ends it at once, in the middle of whatever it does. */
  terminate(): void;
}

/** What a worker reports, from its creation on. */
export interface WorkerListener {
  message(message: FromWorker): void;
  /** It has failed as a whole and is of no use any more. */
  lost(words: string): void;
}

/** Makes a worker that reports to `listener`. Throws where there are none. */
export type CreateWorker = (listener: WorkerListener) => WorkerHandle;
