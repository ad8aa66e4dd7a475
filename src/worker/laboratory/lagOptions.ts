// What a trainer over lags is made with, and what it does where nothing is said.
import { lagOnPage, spawnLag, type CreateLagWorker } from './lagSpawn.ts';
import type { LagSnapshot } from './lagSnapshot.ts';
import { coreCount, poolSize, watch, type Watch } from './options.ts';

export interface LagOptions extends Partial<Watch> {
  /** Called with every change. */
  readonly onUpdate: (snapshot: LagSnapshot) => void;
  readonly createWorker?: CreateLagWorker;
  /** Takes the place of a worker where there is none. */
  readonly standIn?: CreateLagWorker;
  /** Most workers at once. */
  readonly size?: number;
  /** Calls back when the next picture can be drawn; `requestAnimationFrame` on a page. */
  readonly schedule?: (callback: () => void) => void;
  /** Updates of a round: all trainings of one lag do as many before any goes on. The engine tests after each 25. */
  readonly round?: number;
}

export type LagSettings = Required<LagOptions>;

export const lagSettings = (options: LagOptions): LagSettings => ({
  ...watch,
  createWorker: spawnLag,
  standIn: lagOnPage,
  size: poolSize(coreCount()),
  schedule: (callback) => void setTimeout(callback, 0),
  round: 25,
  ...options,
});
