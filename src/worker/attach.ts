// A real worker as a handle: what it says, and how it fails, is reported.
import type { WorkerHandle, WorkerListener } from './handle.ts';

/** Whoever makes the worker says which messages it speaks. */
export function attach<To, From>(worker: Worker, listener: WorkerListener<From>): WorkerHandle<To> {
  worker.onmessage = ({ data }: MessageEvent<From>) => listener.message(data);
  worker.onerror = ({ message }) => listener.lost(message || 'its file could not be loaded');
  worker.onmessageerror = () => listener.lost('one of its messages could not be read');
  return worker;
}
