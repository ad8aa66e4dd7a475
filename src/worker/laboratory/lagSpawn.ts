// Starts a real worker for trainings over a lag, and what stands in for it where there are no workers.
import { attach } from '../attach.ts';
import type { CreateWorker } from '../handle.ts';
import { onPage } from '../onPage.ts';
import type { FromLag, ToLag } from './lagProtocol.ts';

export type CreateLagWorker = CreateWorker<ToLag, FromLag>;

export const spawnLag: CreateLagWorker = (listener) => attach(new Worker(new URL('./lag.worker.ts', import.meta.url), { type: 'module' }), listener);

export const lagOnPage: CreateLagWorker = onPage(async () => {
  const [{ serveLag }, { train }] = await Promise.all([import('./lagServer.ts'), import('../../engine/laboratory/lag/training.ts')]);
  return (port: MessagePort) => serveLag(port, train);
});
