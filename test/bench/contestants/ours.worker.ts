// The engine in a worker of a browser: answers the same lines, as messages.
import { replyTo, type Answering } from './reply.mjs';
import { isPath, prepare } from './ours.ts';

const path = self.name;
if (!isPath(path)) throw new Error(`The worker is named "kernel" or "loops", but its name is "${path}".`);
const state: Answering = { version: '', prepare: (workload) => prepare(workload, path) };
self.onmessage = async ({ data }: MessageEvent<string>) => self.postMessage(await replyTo(state, data));
