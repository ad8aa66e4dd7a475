// Runs Python beside a test, for what NumPy or PyTorch must agree on. Debian's Python has them; another machine's may not.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const python = ['/usr/bin/python3', 'python3'].find((command) => runs(command, 'import numpy'));

function runs(command: string, code: string): boolean {
  try {
    execFileSync(command, ['-c', code], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export const hasNumpy = python !== undefined;
export const hasTorch = python !== undefined && runs(python, 'import torch');

/** For the titles of tests that need them: nothing where they are there, otherwise why the test is skipped. */
export const unlessNumpy = hasNumpy ? '' : ' (skipped: NumPy is not installed here)';
export const unlessTorch = hasTorch ? '' : ' (skipped: PyTorch is not installed here)';

/** A folder of files for one call, deleted after it. */
export function inFolder<Result>(files: Readonly<Record<string, Uint8Array | string>>, work: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'interchange-'));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What code prints, with a folder as the place where it runs. One thread: the numbers are small. */
export function runPython(code: string, folder: string): string {
  if (python === undefined) throw new Error('There is no Python with NumPy on this machine.');
  const env = { ...process.env, OMP_NUM_THREADS: '1', PYTHONDONTWRITEBYTECODE: '1' };
  return execFileSync(python, ['-c', code], { cwd: folder, encoding: 'utf8', env, maxBuffer: 1e8 });
}
