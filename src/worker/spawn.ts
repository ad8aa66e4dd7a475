// Starts the real worker. The bundler finds the worker's file only where `new Worker(new URL(…))` stands literally.
import type { CreateWorker } from './handle.ts';
import type { FromWorker } from './protocol.ts';

export const spawn: CreateWorker = (listener) => {
  const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => listener.message(data);
  worker.onerror = ({ message }) => listener.lost(message || 'its file could not be loaded');
  worker.onmessageerror = () => listener.lost('one of its messages could not be read');
  return worker;
};
