// The example of docs/reference.md, run as it stands there; and its tables of what is supported and what is not.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
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
const caseWith = (change: (each: Case) => void): Case => {
  const each = JSON.parse(given!.text) as Case;
  change(each);
  return each;
};

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
  const supported = tableRows(section(text, 'What is computed'));

  it.each(supported.map(([field, values]) => [codes(field)[0]!, codes(values)] as const).filter(([field]) => /^config\.(cell|topology|loss|timeReduction)$/.test(field)))(
    'names just the supported values of %s',
    (field, values) => {
      const name = field.replace('config.', '');
      expect(refusal(caseWith((each) => (each.config[name] = 'other')))).toBe(
        `${name} "other" is not supported yet; supported are ${values.join(', ')}.`,
      );
    },
  );

  it('names just the supported kinds and optimisers', () => {
    const listed = (field: string): string => codes(supported.find(([first]) => codes(first).includes(field))?.[1]).join(', ');
    expect(refusal(caseWith((each) => (each['kind'] = 'other')))).toContain(`supported are ${listed('kind')}.`);
    const training = caseWith((each) => {
      Object.assign(each, { kind: 'training', dataset: [] });
      Object.assign(each.config, { epochs: 1, optimizer: { type: 'LBFGS', lr: 1 } });
    });
    expect(refusal(training)).toContain(`supported are ${listed('config.optimizer.type')}.`);
  });

  const unsupported = tableRows(section(text, 'What is not supported yet')).flatMap(([, words]) => codes(words));
  const examples: readonly ((each: Case) => void)[] = [
    (each) => (each.config['cell'] = 'lstm'),
    (each) => (each.config['topology'] = 'one-to-many'),
    (each) => (each.config['bidirectional'] = true),
    (each) => (each.config['batch'] = 3),
    (each) => (each['kind'] = 'word2vec'),
  ];

  it.each(unsupported.map((words, k) => [words, k] as const))('is refused with: %s', (words, k) => {
    const said = refusal(caseWith(examples[k]!));
    // What follows the semicolon is the list of what is supported.
    expect(said.replace(/(?<=supported yet; )supported are .*/, '…')).toBe(words);
    expect(unsupported).toHaveLength(examples.length);
  });

  it('ends with 1 and the line that it quotes', () => {
    const [quoted] = codeBlocks(section(text, 'What is not supported yet'));
    const lstm = write('lstm.json', readFileSync(join(root, 'test/golden/04a-ner-lstm.json'), 'utf8'));
    expect(run(lstm)).toMatchObject({ status: 1, stdout: '', stderr: quoted!.text });
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
