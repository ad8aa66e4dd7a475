// A Python with PyTorch, and a fast BLAS for it. Debian's PyTorch multiplies by the reference BLAS where nothing better is installed,
// a tenth of its speed, so that OpenBLAS is fetched for its process alone.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './build.mjs';

const packageName = 'libopenblas0-serial';

/** Prints the name of the BLAS that PyTorch has loaded. */
const whichBlas = `
import torch
maps = open('/proc/self/maps').read() if torch.__version__ else ''
print('MKL' if torch.backends.mkl.is_available() else 'OpenBLAS' if 'openblas' in maps else 'reference BLAS')`;

/** @param {string} python @param {Record<string, string>} [env] */
function blasOf(python, env = {}) {
  const { status, stdout } = spawnSync(python, ['-c', whichBlas], { encoding: 'utf8', env: { ...process.env, ...env } });
  return status === 0 ? stdout.trim() : undefined;
}

/** The folder of Debian's OpenBLAS, unpacked in the cache and not installed; undefined where that cannot be done. */
function fetchOpenBlas() {
  const folder = join(cacheFolder, packageName);
  const find = () => existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((path) => path.endsWith('/libblas.so.3'))
    : undefined;
  if (!find()) {
    mkdirSync(folder, { recursive: true });
    const { status } = spawnSync('apt-get', ['download', packageName], { cwd: folder, stdio: 'ignore' });
    const file = status === 0 ? readdirSync(folder).find((name) => name.endsWith('.deb')) : undefined;
    if (file) spawnSync('dpkg', ['-x', file, '.'], { cwd: folder, stdio: 'ignore' });
  }
  const found = find();
  return found === undefined ? undefined : join(folder, found, '..');
}

/**
 * The command to start Python with, what its environment needs, and the name of its BLAS.
 * @returns {{ python: string, env: Record<string, string>, blas: string }}
 * @throws where there is no PyTorch
 */
export function findTorch() {
  const wished = process.env['PYTHON'];
  for (const python of wished ? [wished] : ['/usr/bin/python3', 'python3']) {
    const blas = blasOf(python);
    if (blas === undefined) continue;
    const env = { PYTHONDONTWRITEBYTECODE: '1' };
    if (blas !== 'reference BLAS') return { python, env, blas };
    const folder = fetchOpenBlas();
    const withFast = folder ? { ...env, LD_LIBRARY_PATH: folder } : env;
    return { python, env: withFast, blas: (folder && blasOf(python, withFast)) ?? `${blas}, slow` };
  }
  throw new Error('PyTorch is not installed (set $PYTHON to a Python that has it)');
}
