// Starts the laboratory's real worker for questions, and what stands in for it where there are no workers.
import { attach } from '../attach.ts';
import type { CreateWorker } from '../handle.ts';
import { onPage } from '../onPage.ts';
import type { FromLaboratory, ToLaboratory } from './protocol.ts';

export type CreateLaboratoryWorker = CreateWorker<ToLaboratory, FromLaboratory>;

export const spawnLaboratory: CreateLaboratoryWorker = (listener) =>
  attach(new Worker(new URL('./laboratory.worker.ts', import.meta.url), { type: 'module' }), listener);

export const laboratoryOnPage: CreateLaboratoryWorker = onPage(async () => {
  const [{ serveLaboratory }, { answer }] = await Promise.all([import('./server.ts'), import('../../engine/laboratory/index.ts')]);
  return (port: MessagePort) => serveLaboratory(port, answer);
});
