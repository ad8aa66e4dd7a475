// The laboratory's worker for trainings over a lag: the server bound to the worker's own scope and to the engine's training.
import { train } from '../../engine/laboratory/lag/training.ts';
import { serveLag } from './lagServer.ts';

declare const self: DedicatedWorkerGlobalScope;

serveLag(self, train);
