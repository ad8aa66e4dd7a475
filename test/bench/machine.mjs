// The machine that was measured on, in words.
import { cpus, loadavg, totalmem, type } from 'node:os';

/** @returns {string} */
export function machine() {
  const all = cpus();
  const model = all[0]?.model.trim() ?? 'unknown processor';
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${model}, ${all.length} ${all.length === 1 ? 'core' : 'cores'}, ${memory} GB, ${type()}, Node ${process.versions.node} (V8 ${process.versions.v8})`;
}

/** A warning where other work takes the processor's time just now, or nothing. Windows keeps no such count. */
export function busyness() {
  const [load = 0] = loadavg();
  return load > 0.75 ? `Other programs are at work (load ${load.toFixed(1)}): steps per second will be too low and ratios noisy.` : '';
}
