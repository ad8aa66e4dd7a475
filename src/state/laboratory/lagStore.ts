// The lag store: the trainings over a lag and how they fare. It belongs to the module and not to a part of the page, so that they go on
// while another section is looked at. The trainer alone writes it.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CellId } from '../../engine/model.ts';
import { createLagTrainer, type LagTrainer } from '../../worker/laboratory/lagClient.ts';
import { idleLag, type LagSnapshot } from '../../worker/laboratory/lagSnapshot.ts';
import type { LagPlan } from './laboratory.ts';

type LagStore = StoreApi<LagSnapshot>;

export interface LagTrainings {
  readonly store: LagStore;
  /** Trains each of the cells at each lag, from the beginning; what was under way is given up. */
  readonly start: (plan: LagPlan, cells?: readonly CellId[]) => void;
  readonly pause: () => void;
  readonly resume: () => void;
  readonly stop: () => void;
}

/** The networks that learn side by side. */
export const lagCells = ['rnn_tanh', 'lstm', 'gru'] as const satisfies readonly CellId[];

/** `make` makes the trainer with the first start; it hands every snapshot to the function that it is given. */
export function createLagTrainings(make: (onUpdate: (snapshot: LagSnapshot) => void) => LagTrainer): LagTrainings {
  const store: LagStore = createStore<LagSnapshot>(() => idleLag);
  let trainer: LagTrainer | null = null;
  return {
    store,
    start(plan, cells = lagCells) {
      trainer ??= make((snapshot) => store.setState(snapshot, true));
      trainer.start({ ...plan, cells });
    },
    pause: () => trainer?.pause(),
    resume: () => trainer?.resume(),
    stop: () => trainer?.stop(),
  };
}

/** The page's own. */
export const lagTrainings = createLagTrainings((onUpdate) =>
  createLagTrainer({ onUpdate, schedule: (callback) => void requestAnimationFrame(callback), isHidden: () => document.hidden }),
);
