// What is built before the bench: the engine's bundles, as Vite builds the application, and the program in C.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '../../node_modules/.cache/bench');

/** @type {Map<string, Promise<string>>} */
const bundles = new Map();

/**
 * One file of a contestant of ours with all that it imports; made once, as its processes may still be reading it.
 * @param {string} file
 * @param {boolean} isForNode
 * @returns {Promise<string>} the path of the bundle
 */
export function bundle(file, isForNode) {
  const made = bundles.get(file) ?? makeBundle(file, isForNode);
  bundles.set(file, made);
  return made;
}

/** @param {string} file @param {boolean} isForNode */
async function makeBundle(file, isForNode) {
  const outDir = join(out, file);
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: true,
      target: 'baseline-widely-available',
      ssr: isForNode,
      rolldownOptions: { input: join(here, 'contestants', file), output: { format: 'es', entryFileNames: 'bundle.mjs' } },
    },
  });
  return join(outDir, 'bundle.mjs');
}

export const cFlags = ['-O3', '-march=native'];

/** @returns {string} the path of the program; throws with the reason where it cannot be compiled */
export function compileC() {
  mkdirSync(out, { recursive: true });
  const program = join(out, 'c');
  const folder = join(here, 'contestants/c');
  const sources = readdirSync(folder).filter((name) => name.endsWith('.c')).map((name) => join(folder, name));
  const { error, status, stderr } = spawnSync('gcc', [...cFlags, ...sources, '-o', program, '-lm'], { encoding: 'utf8' });
  if (error) throw new Error('gcc is not installed');
  if (status !== 0) throw new Error(`gcc does not compile it:\n${stderr}`);
  return program;
}

/** Where things that the bench makes or fetches lie; git does not see it. */
export const cacheFolder = out;
