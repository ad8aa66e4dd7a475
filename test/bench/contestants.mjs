// Who takes part: ours three times, and the peers. What is not there is left out, with the reason.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle, cFlags, compileC } from './build.mjs';
import { startProcess } from './contestant.mjs';
import { startBrowser } from './contestants/browser.mjs';
import { findTorch } from './python.mjs';

/** @param {string} file */
const pathOf = (file) => join(dirname(fileURLToPath(import.meta.url)), 'contestants', file);

/**
 * @typedef {object} Entry
 * @property {string} name
 * @property {string} [peer] under which name the ratios have it; several may share one, of which the fastest counts
 * @property {number} tolerance of its check: how far loss and gradient may be from the plain loops', as a fraction
 * @property {() => Promise<{ contestant: import('./contestant.mjs').Contestant, about: string }>} start
 */

/** What float32 can be held to after a thousand steps. */
const float32 = 1e-3;

/** @param {import('./contestant.mjs').Contestant} contestant @param {(version: string) => string} [words] */
const described = async (contestant, words = (version) => version) => ({ contestant, about: words(await contestant.ask('version')) });

/** Ours in Node, also for the bench of long sequences. @param {string} name @param {import('./contestants/ours.ts').Path} path */
export async function startOurs(name, path) {
  return startProcess(name, process.execPath, ['--expose-gc', await bundle('ours.node.ts', true), path]);
}

/** @type {readonly Entry[]} */
export const entries = [
  { name: 'kernel', tolerance: 1e-9, start: async () => ({ contestant: await startOurs('kernel', 'kernel'), about: 'the engine in Node, WebAssembly, float64' }) },
  { name: 'loops', tolerance: 1e-9, start: async () => ({ contestant: await startOurs('loops', 'loops'), about: 'the engine in Node, plain TypeScript, float64' }) },
  {
    name: 'kernel in Chromium',
    tolerance: 1e-9,
    start: async () => described(
      await startBrowser('kernel in Chromium', await bundle('ours.worker.ts', false), 'kernel'),
      (version) => `the engine in a worker of Chromium ${version}, WebAssembly, float64`,
    ),
  },
  ...['wasm', 'cpu'].map((backend) => ({
    name: `tfjs ${backend}`,
    peer: 'tfjs',
    tolerance: float32,
    start: () => described(
      startProcess(`tfjs ${backend}`, process.execPath, [pathOf('tfjs.mjs'), backend]),
      (version) => `TensorFlow.js ${version}, a loop over time with its operations, 1 thread, float32`,
    ),
  })),
  {
    name: 'brain.js',
    peer: 'brain.js',
    tolerance: float32,
    start: () => described(
      startProcess('brain.js', process.execPath, [pathOf('brain.mjs')]),
      (version) => `brain.js ${version}, \`trainPattern\`, float32; its computation is another one, see below`,
    ),
  },
  {
    name: 'PyTorch',
    peer: 'PyTorch',
    tolerance: float32,
    async start() {
      const { python, env, blas } = findTorch();
      const contestant = startProcess('PyTorch', python, [pathOf('pytorch.py')], { ...env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' });
      return described(contestant, (version) => `PyTorch ${version} with ${blas}, \`torch.nn\`, 1 thread, float32`);
    },
  },
  {
    name: 'C',
    peer: 'C',
    tolerance: 1e-9,
    async start() {
      const version = spawnSync('gcc', ['-dumpfullversion'], { encoding: 'utf8' }).stdout?.trim();
      return { contestant: startProcess('C', compileC(), []), about: `C, gcc ${version} ${cFlags.join(' ')}, plain loops, float64` };
    },
  },
];
