// What a laboratory's client is made with, and what it does where nothing is said.
import { everySecond } from '../options.ts';
import type { PublishedSet } from './sets.ts';
import { laboratoryOnPage, spawnLaboratory, type CreateLaboratoryWorker } from './spawn.ts';

/** How a worker is watched while it works. */
export interface Watch {
  /** Calls back once a heartbeat, every second by default, until the function it returns is called. */
  readonly every: (callback: () => void) => () => void;
  /** Heartbeats in a row that may go unanswered. */
  readonly patience: number;
  /** Whether the page is hidden. */
  readonly isHidden: () => boolean;
}

export const watch: Watch = { every: everySecond, patience: 4, isHidden: () => false };

export interface LaboratoryOptions extends Partial<Watch> {
  /** Called with each set of answers, whole. */
  readonly onSet: (channel: string, set: PublishedSet) => void;
  readonly createWorker?: CreateLaboratoryWorker;
  /** Takes the place of a worker where there is none. */
  readonly standIn?: CreateLaboratoryWorker;
  /** Most workers at once. */
  readonly size?: number;
  /** Calls back when the next picture can be drawn; `requestAnimationFrame` on a page. */
  readonly schedule?: (callback: () => void) => void;
  /** Milliseconds that a set may take although a newer one waits for it. */
  readonly grace?: number;
  /** Milliseconds from a whole set to the beginning of the next on its channel, by how many the set took. */
  readonly rest?: (taken: number) => number;
  /** Milliseconds, from any beginning. */
  readonly now?: () => number;
  /** Calls back after some milliseconds, unless the function it returns is called before. */
  readonly later?: (callback: () => void, milliseconds: number) => () => void;
}

export type LaboratorySettings = Required<LaboratoryOptions>;

/** How many workers are worth their memory: one core is left to the page, and four are plenty. */
export const poolSize = (cores: number): number => Math.max(1, Math.min(4, cores - 1));

/** Of this machine, as far as it is known. */
export const coreCount = (): number => (typeof navigator === 'undefined' ? 2 : navigator.hardwareConcurrency);

export const laboratorySettings = (options: LaboratoryOptions): LaboratorySettings => ({
  ...watch,
  createWorker: spawnLaboratory,
  standIn: laboratoryOnPage,
  size: poolSize(coreCount()),
  schedule: (callback) => void setTimeout(callback, 0),
  grace: 3000,
  // Where there are few cores, a worker that is always at work takes the time of the picture: measured on two of them, frames are dropped then.
  rest: (taken) => Math.min(150, Math.max(40, taken)),
  now: () => performance.now(),
  later: (callback, milliseconds) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
  ...options,
});
