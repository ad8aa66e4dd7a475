// Starts the workshop's real worker, and what stands in for it where there are no workers.
import { attach } from '../attach.ts';
import type { CreateWorker } from '../handle.ts';
import { onPage } from '../onPage.ts';
import type { FromWorkshop, ToWorkshop } from './protocol.ts';

export type CreateWorkshopWorker = CreateWorker<ToWorkshop, FromWorkshop>;

export const spawnWorkshop: CreateWorkshopWorker = (listener) => attach(new Worker(new URL('./workshop.worker.ts', import.meta.url), { type: 'module' }), listener);

export const workshopOnPage: CreateWorkshopWorker = onPage(async () => {
  const [{ serveWorkshop }, { procedures }] = await Promise.all([import('./server.ts'), import('./table.ts')]);
  return (port: MessagePort) => serveWorkshop(port, procedures);
});
