// What a client is made with, and what it does where nothing is said.
import type { CreateWorker } from './handle.ts';
import type { RunSnapshot } from './snapshot.ts';

export interface ClientOptions {
  readonly createWorker: CreateWorker;
  /** Called with every change; the first follows the first `run`. */
  readonly onUpdate: (snapshot: RunSnapshot) => void;
  /** Calls back when the next picture can be drawn; `requestAnimationFrame` on a page. */
  readonly schedule?: (callback: () => void) => void;
  /** A run that takes longer than this, in milliseconds, is shown while it grows. */
  readonly showAfter?: number;
  /**
   * The same where as many steps of another run stand on the screen, which are better to look at than half of a newer one:
   * then it is shown when its forward pass is whole, and no sooner than this after its beginning.
   */
  readonly holdFor?: number;
  /** Calls back once a heartbeat, every second by default, until the function it returns is called. */
  readonly every?: (callback: () => void) => () => void;
  /** Heartbeats in a row that may go unanswered. */
  readonly patience?: number;
  /** Whether the page is hidden. */
  readonly isHidden?: () => boolean;
  /** Milliseconds, from any beginning. */
  readonly now?: () => number;
}

export type Settings = Required<ClientOptions>;

/** The heartbeat's time. */
export const everySecond = (callback: () => void): (() => void) => {
  const timer = setInterval(callback, 1000);
  return () => clearInterval(timer);
};

export const settingsOf = (options: ClientOptions): Settings => ({
  schedule: (callback) => void setTimeout(callback, 16),
  showAfter: 80,
  holdFor: 1000,
  every: everySecond,
  patience: 4,
  isHidden: () => false,
  now: () => performance.now(),
  ...options,
});
