// The worker: the server bound to the worker's own scope. An error that nothing caught is told, not swallowed.
import { serve } from './server.ts';

declare const self: DedicatedWorkerGlobalScope;

const server = serve(self);
self.addEventListener('unhandledrejection', (event) => {
  if (server.report(event.reason)) event.preventDefault();
});
