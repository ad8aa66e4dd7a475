// The comparison that the golden cases rest on finds what is wrong: it has to be able to fail.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { digestOf } from '../../src/cli/digest.ts';
import { answer } from '../../src/cli/reference.ts';
import { compare, type Tolerance } from './compare.ts';

interface Part {
  readonly tolerance: Tolerance;
  readonly expected: {
    readonly grads: Record<string, number[][]>;
    readonly chains: Record<string, { readonly dL_dh: number[][]; dWhhContrib: number[][][] }>;
  };
  readonly after: Record<string, { step5: Record<string, number[][]> }>;
}

const load = (name: string): Part => JSON.parse(readFileSync(new URL(`../golden/${name}.json`, import.meta.url), 'utf8')) as Part;
const answerTo = (name: string): Part => answer(load(name)) as unknown as Part;

const review = load('01-review-3-movie-was-not-good');
const long = load('12-lstm-h0-c0-digest');

describe('the comparison finds', () => {
  it('one gradient that is off by a millionth', () => {
    const seen = answerTo('01-review-3-movie-was-not-good');
    seen.expected.grads['weight_hh_l0']![0]![0]! += 1e-6;
    expect(compare(seen, { expected: review.expected }, review.tolerance).failures).toHaveLength(1);
  });

  it('a vanished gradient that is wrong although it is tiny', () => {
    const golden = load('05a-vanishing-sigmoid-T30');
    const seen = answerTo('05a-vanishing-sigmoid-T30');
    seen.expected.chains['forward']!.dL_dh[0]![0]! *= 1.001;
    expect(compare(seen, { expected: golden.expected }, golden.tolerance).failures).not.toEqual([]);
  });

  it('what is missing, and what is not a number', () => {
    const tolerance = { atol: 1, rtol: 1, rowRel: null };
    expect(compare({}, { a: 1 }, tolerance).failures).toHaveLength(1);
    expect(compare({ a: null }, { a: 1 }, tolerance).failures).toHaveLength(1);
    expect(compare({ a: NaN }, { a: 1 }, tolerance).failures).toHaveLength(1);
    expect(compare({ a: [1] }, { a: [1, 1] }, tolerance).failures).toHaveLength(1);
  });
});

describe('a digest', () => {
  const seen = answerTo('12-lstm-h0-c0-digest');
  const failuresWith = (change: (contributions: number[][][]) => void): string[] => {
    const changed = structuredClone(seen);
    change(changed.expected.chains['forward']!.dWhhContrib);
    return compare(changed, { expected: long.expected }, long.tolerance).failures;
  };

  it('stands for the array that is there whole', () => {
    expect(failuresWith(() => {})).toEqual([]);
    expect(compare(seen.after, long.after, long.tolerance).failures).toEqual([]);
  });

  it('catches one wrong entry in the middle of thousands', () => {
    expect(failuresWith((terms) => (terms[4]![31]![7]! += 1e-8)).length).toBeGreaterThan(0);
  });

  it('catches two entries that have changed places', () => {
    const failures = failuresWith((terms) => {
      const row = terms[3]![20]!;
      [row[2], row[9]] = [row[9]!, row[2]!];
    });
    expect(failures.join()).toContain('wsum');
  });

  it('catches a step that is left out, and steps in another order', () => {
    expect(failuresWith((terms) => terms.pop()).join()).toContain('shape');
    expect(failuresWith((terms) => terms.reverse()).length).toBeGreaterThan(0);
  });

  it('catches a parameter that is wrong after five updates', () => {
    const changed = structuredClone(seen);
    changed.after['adam']!.step5['weight_hh_l0']![40]![3]! += 1e-7;
    expect(compare(changed.after, long.after, long.tolerance).failures.length).toBeGreaterThan(0);
  });

  it('can be on either side, or on both', () => {
    const values = [[1, 2, 3], [4, 5, 6]];
    const own = digestOf([Float64Array.from(values.flat())], [2, 3]);
    const tolerance = { atol: 1e-10, rtol: 1e-10, rowRel: null };
    for (const [a, b] of [[values, own], [own, values], [own, own]]) expect(compare({ a }, { a: b }, tolerance)).toEqual({ compared: 11, failures: [] });
    expect(compare({ a: [[1, 2, 3], [4, 5, 7]] }, { a: own }, tolerance).failures.length).toBeGreaterThan(0);
  });

  it('has the numbers that its definition says', () => {
    const { sum, l2, wsum, head, tail } = digestOf([Float64Array.of(3, -4, 0, 0, 0)], [5]);
    expect({ sum, l2, head, tail }).toEqual({ sum: -1, l2: 5, head: [3, -4, 0, 0], tail: [-4, 0, 0, 0] });
    expect(wsum).toBeCloseTo(3 * Math.cos(1) - 4 * Math.cos(2), 15);
  });

  it('is the same of parts', () => {
    const flat = Float64Array.from({ length: 23 }, (_, k) => Math.sin(k) * 10 ** (k % 5));
    const whole = digestOf([flat], [23]);
    for (const size of [1, 2, 3, 5, 22]) {
      const parts = Array.from({ length: Math.ceil(23 / size) }, (_, k) => flat.subarray(k * size, (k + 1) * size));
      const { l2, ...others } = digestOf(parts, [23]);
      expect({ ...others, l2: 0 }).toEqual({ ...whole, l2: 0 });
      expect(l2).toBeCloseTo(whole.l2, 9);
    }
  });
});
