// The laboratory's worker for questions: the server bound to the worker's own scope and to the engine's answers.
import { answer } from '../../engine/laboratory/index.ts';
import { serveLaboratory } from './server.ts';

declare const self: DedicatedWorkerGlobalScope;

const server = serveLaboratory(self, answer);
self.addEventListener('unhandledrejection', (event) => {
  if (server.report(event.reason)) event.preventDefault();
});
