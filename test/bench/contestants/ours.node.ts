// The engine in Node: `node ours.node.js kernel` or `loops`, bundled as the application is.
import { answer } from './lines.mjs';
import { isPath, prepare } from './ours.ts';

const [, , path] = process.argv;
if (!isPath(path)) throw new Error(`The way to compute is "kernel" or "loops", but it is "${path}".`);
await answer('', (workload) => prepare(workload, path));
