// What a client needs of a worker, and no more: so a test, or the page itself, can stand in for one. `To` and `From` are the messages
// each way; the numbers on the screen have those of protocol.ts.
import type { FromWorker, ToWorker } from './protocol.ts';

export interface WorkerHandle<To = ToWorker> {
  postMessage(message: To, transfer?: Transferable[]): void;
  /** Ends it at once, in the middle of whatever it does. */
  terminate(): void;
}

/** What a worker reports, from its creation on. */
export interface WorkerListener<From = FromWorker> {
  message(message: From): void;
  /** It has failed as a whole and is of no use any more. */
  lost(words: string): void;
}

/** Makes a worker that reports to `listener`. Throws where there are none. */
export type CreateWorker<To = ToWorker, From = FromWorker> = (listener: WorkerListener<From>) => WorkerHandle<To>;
