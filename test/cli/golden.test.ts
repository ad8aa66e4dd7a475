// The engine, through its reference command, against values computed by PyTorch in float64.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answer } from '../../src/cli/reference.ts';
import { compare, type Tolerance } from './compare.ts';

const folder = new URL('../golden/', import.meta.url);

interface Case {
  readonly tolerance: Tolerance;
  readonly expected: unknown;
  readonly after?: unknown;
}

const load = (name: string): Case => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Case;

const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const supported = /^(01|02|03a|05|08b|09)/;
const notYet: Readonly<Record<string, RegExp>> = {
  '03b': /bidirectional/,
  '04a': /cell "lstm"/,
  '04b': /cell "gru"/,
  '06': /cell "lstm"/,
  '07a': /topology "one-to-many"/,
  '07b': /topology "one-to-many"/,
  '08a': /kind "feedforward"/,
  '10a': /batch 3/,
  '10b': /cell "gru"/,
  '11a': /kind "word2vec"/,
  '11b': /kind "word2vec"/,
  '12': /cell "lstm"/,
};

describe('the engine agrees with PyTorch', () => {
  it.each(files.filter((name) => supported.test(name)))('on every number of %s', (name) => {
    const golden = load(name);
    // What is expected is taken away first, so that it cannot be read.
    const { expected, after, ...given } = golden;
    const { compared, failures } = compare(answer(given), after === undefined ? { expected } : { expected, after }, golden.tolerance);
    expect(failures.slice(0, 5)).toEqual([]);
    expect(compared).toBeGreaterThan(300);
  });

  it('in a check that can fail: one gradient off by a millionth is found', () => {
    const golden = load('01-review-3-movie-was-not-good.json');
    const seen = answer(golden) as { expected: { grads: Record<string, number[][]> } };
    seen.expected.grads['weight_hh_l0']![0]![0]! += 1e-6;
    expect(compare(seen, { expected: golden.expected }, golden.tolerance).failures).toHaveLength(1);
  });

  it('in a check that can fail: a vanished gradient that is wrong is found although it is tiny', () => {
    const golden = load('05a-vanishing-sigmoid-T30.json');
    const seen = answer(golden) as { expected: { chains: { forward: { dL_dh: number[][] } } } };
    seen.expected.chains.forward.dL_dh[0]![0]! *= 1.001;
    expect(compare(seen, { expected: golden.expected }, golden.tolerance).failures).not.toEqual([]);
  });
});

describe('what the command does not support yet is named', () => {
  it.each(files.filter((name) => !supported.test(name)))('for %s', (name) => {
    const [, words] = Object.entries(notYet).find(([start]) => name.startsWith(start))!;
    expect(() => answer(load(name))).toThrow(words);
  });

  it('and a file of another kind is met with words', () => {
    expect(() => answer({ hello: 1 })).toThrow(/no "kind"/);
    expect(() => answer(3)).toThrow(/no "kind"/);
  });
});
