// The example of docs/reference.md, run as it stands there; and its tables of what is supported and what is refused.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { rowsWithNorms } from '../../src/cli/jacobians.ts';
import { longest } from '../../src/cli/nest.ts';
import { answer } from '../../src/cli/reference.ts';
import { compare } from '../cli/compare.ts';
import { codeBlocks, codes, page, root, section, tableRows } from './page.ts';

// A command starts a process of its own, which may take its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const text = page('docs/reference.md');
const [given, part] = codeBlocks(section(text, 'An example')).filter(({ language }) => language === 'json');
const folder = mkdtempSync(join(tmpdir(), 'unrolled-reference-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(...files: readonly string[]) {
  const { reference = '' } = (JSON.parse(page('package.json')) as { scripts: Record<string, string> }).scripts;
  const [program = '', ...rest] = reference.split(' ');
  return spawnSync(join(root, 'node_modules/.bin', program), [...rest, ...files], { cwd: root, encoding: 'utf8' });
}

function write(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

type Case = Record<string, unknown> & { config: Record<string, unknown> };
/** The example of the page, or another case, with a change. */
const caseWith = (change: (each: Case) => void, of = JSON.parse(given!.text) as Case): Case => {
  const each = structuredClone(of);
  change(each);
  return each;
};

const load = (name: string): Case => JSON.parse(readFileSync(join(root, 'test/golden', name), 'utf8')) as Case;

/** Sets the field at a path such as `config.cell`. */
function set(each: Case, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop()!;
  const place = keys.reduce((inside, key) => inside[key] as Record<string, unknown>, each as Record<string, unknown>);
  place[last] = value;
}

/** The sentence with which a case is refused; empty where it is not. */
function refusal(each: Case): string {
  try {
    answer(each);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

describe('the example of docs/reference.md', () => {
  const tiny = write('tiny.json', given!.text);

  it('prints the numbers that it says', () => {
    const { status, stdout, stderr } = run(tiny);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.trim().split('\n')).toHaveLength(1);
    const { compared, failures } = compare(JSON.parse(stdout), JSON.parse(part!.text), { atol: 0, rtol: 1e-13, rowRel: null });
    expect(failures).toEqual([]);
    expect(compared).toBe(13);
  });

  it('has gradients that a difference quotient agrees with', () => {
    const lossAt = (nudge: number): number => {
      const nudged = caseWith((each) => {
        const [row] = (each as unknown as { params: Record<string, { data: number[][] }> }).params['weight_hh_l0']!.data;
        row![1]! += nudge;
      });
      return (answer(nudged) as { expected: { readout: { loss: number } } }).expected.readout.loss;
    };
    const { expected } = answer(caseWith(() => {})) as { expected: { grads: Record<string, number[][]> } };
    expect((lossAt(1e-6) - lossAt(-1e-6)) / 2e-6).toBeCloseTo(expected.grads['weight_hh_l0']![0]![1]!, 8);
  });

  it('can be compared with another framework by the names that it has', () => {
    const { expected } = answer(caseWith(() => {})) as { expected: { grads: Record<string, unknown> } };
    const { params } = caseWith(() => {}) as unknown as { params: Record<string, unknown> };
    expect(Object.keys(expected.grads).sort()).toEqual(Object.keys(params).sort());
  });
});

describe('what docs/reference.md says of other files', () => {
  const supported = tableRows(section(text, 'What is computed')).map(([field, values]) => [codes(field)[0]!, codes(values)] as const);
  const feedforward = load('08a-one-to-one-feedforward.json');
  const training = load('01-review-training-50-epochs.json');
  const words = load('11a-word2vec-cbow.json');

  it.each(supported)('names just the supported values of %s', (field, values) => {
    const other = caseWith((each) => set(each, field, 'other'), { 'config.activation': feedforward, 'config.optimizer.type': training, 'config.model': words }[field]);
    expect(refusal(other)).toBe(`${field} is "other", but one of ${values.join(', ')} is expected.`);
  });

  const refused = tableRows(section(text, 'What is refused')).flatMap(([, words]) => codes(words));
  const examples: readonly ((each: Case) => void)[] = [
    (each) => set(each, 'config.cell', 'elman'),
    (each) => set(each, 'config.hiddenSize', -2),
    (each) => set(each, 'inputs', [[1, 0], [0, 1, 0]]),
    (each) => set(each, 'inputs', [[1, null], [0, 1]]),
    (each) => set(each, 'targets', [[1], [0]]),
    (each) => set(each, 'h0', {}),
    (each) => set(each, 'params', { ...(each['params'] as object), 'fc.weight': { shape: [2, 1], data: [[1], [1]] } }),
    (each) => set(each, 'params', { ...(each['params'] as object), weight_ih_l1: {} }),
  ];

  it.each(refused.map((words, k) => [words, k] as const))('is refused with: %s', (words, k) => {
    expect(refusal(caseWith(examples[k]!))).toBe(words);
    expect(refused).toHaveLength(examples.length);
  });

  it('has, where the schema leaves it open, the rows of losses that it says', () => {
    expect(text).toContain('rows 0, 9, 49, 99, 149,');
    expect(rowsWithNorms(64)).toHaveLength(64);
    expect(rowsWithNorms(65)).toEqual([0, 9, 49, 64]);
    expect(rowsWithNorms(1000)).toEqual([0, 9, 49, 99, 149, 999]);
  });

  it('prints digests from the length on that it says', () => {
    const [, said = ''] = /more than ([\d,]+) numbers, where the schema allows them/.exec(text) ?? [];
    expect(said.replace(',', '')).toBe(`${longest}`);
  });

  it('ends with 1 and the line that it quotes', () => {
    const [quoted] = codeBlocks(section(text, 'What is refused'));
    const elman = write('elman.json', JSON.stringify(caseWith(examples[0]!)));
    expect(run(elman)).toMatchObject({ status: 1, stdout: '', stderr: quoted!.text });
  });

  it('ends with 1 where there is no file, or none that can be read', () => {
    for (const files of [[], [join(folder, 'nowhere.json')], [write('broken.json', '{')]]) {
      const { status, stdout, stderr } = run(...files);
      expect({ status, stdout, lines: stderr.trim().split('\n').length }).toEqual({ status: 1, stdout: '', lines: 1 });
      expect(stderr).toMatch(/^reference: /);
    }
  });

  it('prints null for what is not finite', () => {
    const wild = caseWith((each) => {
      each['h0'] = { forward: [1e308, 1e308] };
      each.config['cell'] = 'rnn_relu';
      (each as unknown as { params: Record<string, { data: number[][] }> }).params['weight_hh_l0']!.data = [[9, 9], [9, 9]];
    });
    const { stdout } = run(write('wild.json', JSON.stringify(wild)));
    expect(stdout).toContain('"h":[[null,null]');
  });
});
