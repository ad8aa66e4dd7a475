// Starts the real worker. The bundler finds the worker's file only where `new Worker(new URL(…))` stands literally.
import { attach } from './attach.ts';
import type { CreateWorker } from './handle.ts';

export const spawn: CreateWorker = (listener) =>
  attach(new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' }), listener);
