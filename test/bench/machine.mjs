// The machine that was measured on, in words.
import { cpus, totalmem, type } from 'node:os';

/** @returns {string} */
export function machine() {
  const all = cpus();
  const model = all[0]?.model.trim() ?? 'unknown processor';
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${model}, ${all.length} ${all.length === 1 ? 'core' : 'cores'}, ${memory} GB, ${type()}, Node ${process.versions.node} (V8 ${process.versions.v8})`;
}
