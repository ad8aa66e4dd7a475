// The workshop's worker: the server bound to the worker's own scope and to the table of procedures.
import { serveWorkshop } from './server.ts';
import { procedures } from './table.ts';

declare const self: DedicatedWorkerGlobalScope;

serveWorkshop(self, procedures);
