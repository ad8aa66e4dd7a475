import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { initialDocument } from '../../../src/state/defaults.ts';
import { decode, encode } from '../../../src/state/link.ts';
import { initialLaboratory } from '../../../src/state/laboratory/defaults.ts';
import { keptLaboratory } from '../../../src/state/laboratory/edit.ts';
import type { Laboratory } from '../../../src/state/laboratory/laboratory.ts';
import { linkParts } from '../../../src/state/laboratory/linkParts.ts';
import { seeded } from '../arbitraries.ts';
import { laboratory } from './arbitraries.ts';

const start = initialDocument();
const read = (lab: string): Laboratory => decode(`lab=${lab}`).document.laboratory ?? initialLaboratory;
const problems = (lab: string): string => decode(`lab=${lab}`).problems.join('\n');

describe('the laboratory in a link', () => {
  it('comes back exactly as it was', () => {
    fc.assert(
      fc.property(laboratory, (each) => {
        const link = encode({ ...start, section: 'gradients', laboratory: each });
        expect(decode(link)).toEqual({ document: { ...start, section: 'gradients', laboratory: each }, problems: [] });
      }),
      seeded,
    );
  });

  it('can be read by people, and holds only what is otherwise than at first', () => {
    expect(encode({ ...start, section: 'gradients' })).toBe('task=reviews&section=gradients');
    const changed: Laboratory = { ...initialLaboratory, experiment: 'factors', network: 'lstm', steps: 200, stretch: { by: 'radius', value: 1.2 }, duel: [{ cell: 'rnn_tanh' }, { cell: 'gru', gateBias: null }] };
    expect(encode({ ...start, laboratory: changed })).toBe('task=reviews&lab=experiment:factors;network:lstm;T:200;stretch:radius:1.2;b:gru/gate:none');
  });

  it('says what is wrong with a part, and keeps all others', () => {
    const lab = 'T:1;network:rnn;gate:2;stretch:singular:7;foo:1;T:50;a:lstm/hidden:900;lags:5/x;hidden:64';
    expect(read(lab)).toEqual({ ...initialLaboratory, gateBias: 2, hiddenSize: 64 });
    expect(problems(lab)).toContain('In the link, T of lab is “1”, but it has to be a whole number from 2 to 1000, so it stays “30”.');
    expect(problems(lab)).toContain('network of lab is “rnn”, but it has to be tanh, sigmoid, relu, lstm or gru, so it stays “tanh”.');
    expect(problems(lab)).toContain('stretch of lab is “singular:7”, but it has to be singular or radius, a colon and a number from 0.05 to 3, or none');
    expect(problems(lab)).toContain('lab holds “foo:1”, but no setting of the laboratory is called that');
    expect(problems(lab)).toContain('lab has T twice; the first is read, and “50” is left out.');
    expect(problems(lab)).toMatch(/a of lab is “lstm\/hidden:900”/);
    expect(problems(lab)).toMatch(/lags of lab is “5\/x”/);
  });

  it('never throws, whatever stands there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...linkParts.map(({ name }) => name)), (text, name) => {
        const { document } = decode(`lab=${encodeURIComponent(`${name}:${text}`)}`);
        expect(keptLaboratory(document.laboratory ?? initialLaboratory)).toEqual(document.laboratory);
      }),
      seeded,
    );
  });

  it('brings steps beyond the end back to it', () => {
    expect(read('T:10;loss:40;mark:40;window:40')).toMatchObject({ steps: 10, lossAt: null, step: 10, window: 10 });
    expect(read('T:40;loss:40')).toMatchObject({ lossAt: null });
  });

  it('is described in docs/links.md, setting by setting, with an example that is read', () => {
    const page = readFileSync(new URL('../../../docs/links.md', import.meta.url), 'utf8');
    const [, section = ''] = page.split('## The gradient laboratory\n');
    const rows = [...(section.split('\n## ')[0] ?? '').matchAll(/^\| `([A-Za-z-]+):([^`]*)` \| [^|]+ \| [^|]+ \| ([^|]+) \|$/gm)];
    expect(rows.map(([, name]) => name)).toEqual(linkParts.map(({ name }) => name));
    for (const [, name = '', text = '', first = ''] of rows) {
      expect([name, problems(`${name}:${text}`)]).toEqual([name, '']);
      expect([name, read(`${name}:${text}`)]).not.toEqual([name, initialLaboratory]);
      const usual = linkParts.find((each) => each.name === name)?.write(initialLaboratory) ?? '';
      expect([name, first === 'all' ? usual : first.replaceAll('`', '')]).toEqual([name, usual]);
    }
  });
});
