// The engine, through its reference command, against values computed by PyTorch in float64.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { answer } from '../../src/cli/reference.ts';
import { compare, type Tolerance } from './compare.ts';

const folder = new URL('../golden/', import.meta.url);
const root = fileURLToPath(new URL('../../', import.meta.url));

interface Case {
  readonly tolerance: Tolerance;
  readonly expected: unknown;
  readonly after?: unknown;
}

const load = (name: string): Case => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Case;

const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

/** Holds an answer against a case, which has been taken apart so that what is expected cannot be read. */
function check(name: string, seen: (given: Record<string, unknown>) => unknown): { compared: number; failures: string[] } {
  const { expected, after, ...given } = load(name);
  return compare(seen(given), after === undefined ? { expected } : { expected, after }, given.tolerance);
}

describe('the engine agrees with PyTorch', () => {
  it('in 25 cases', () => {
    expect(files).toHaveLength(25);
  });

  it.each(files)('on every number of %s', (name) => {
    const { compared, failures } = check(name, answer);
    expect(failures.slice(0, 5)).toEqual([]);
    expect(compared).toBeGreaterThan(300);
  });

  it('through the command line too', { timeout: 60_000 }, () => {
    const name = '06-encoder-decoder-lstm.json';
    const { status, stdout, stderr } = spawnSync(join(root, 'node_modules/.bin/tsx'), ['src/cli/reference.ts', join('test/golden', name)], { cwd: root, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const { compared, failures } = check(name, () => JSON.parse(stdout) as unknown);
    expect(failures.slice(0, 5)).toEqual([]);
    expect(compared).toBeGreaterThan(3000);
  });
});
