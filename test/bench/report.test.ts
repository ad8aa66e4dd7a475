// What the bench makes of its measurements: medians, ratios to the faster of a peer's two, what is held to be wrong.
import { describe, expect, it } from 'vitest';
import { median, wrongIn, type Result } from './measure.mjs';
import { missedTargets, ratiosOf, ratiosTable, table } from './report.mjs';
import { workloads } from './workloads.mjs';

const workload = { ...workloads[0]!, name: 'small', targets: { tfjs: 3, C: 0.5, 'brain.js': 2 } };
const result = (name: string, ...rates: number[]): Result => ({ name, rates, isWrong: false });
const entries = [{ name: 'tfjs wasm', peer: 'tfjs' }, { name: 'tfjs cpu', peer: 'tfjs' }, { name: 'C', peer: 'C' }, { name: 'brain.js', peer: 'brain.js' }];
const row = {
  workload,
  results: [result('kernel', 10, 20, 30), result('tfjs wasm', 5, 5, 5), result('tfjs cpu', 1, 2, 3), result('C', 40, 40, 40), result('brain.js')],
};

describe('the bench', () => {
  it('takes the middle of the rounds', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(median([])).toBeNaN();
  });

  it('divides round by round, by the faster one of a peer that takes part twice', () => {
    expect(ratiosOf([row], 'kernel', entries)).toEqual([
      { workload: 'small', peer: 'tfjs', ratio: 4, target: 3 },
      { workload: 'small', peer: 'C', ratio: 0.5, target: 0.5 },
    ]);
  });

  it('says which targets are reached', () => {
    const ratios = ratiosOf([row], 'kernel', entries);
    expect(ratiosTable(ratios, [row])).toContain('| small | 4.00 of 3 ✓ | 0.50 of 0.5 ✓ |');
    expect(missedTargets([row], 'kernel', ratios, [{ path: 'loops', time: 1, memory: 1.1 }])).toBe(0);
    const slow = ratios.map((each) => ({ ...each, target: 5 }));
    expect(ratiosTable(slow, [row])).toContain('4.00 of 5 ✗');
    expect(missedTargets([row], 'kernel', slow, [{ path: 'loops', time: 1.2, memory: NaN }])).toBe(4);
  });

  it('does not take a kernel that is not there for one that reaches everything', () => {
    const absent = { ...row, results: [result('kernel'), ...row.results.slice(1)] };
    expect(ratiosOf([absent], 'kernel', entries)).toEqual([]);
    expect(missedTargets([absent], 'kernel', [], [])).toBe(1);
  });

  it('finds a computation that is another one', () => {
    expect(wrongIn('1 2 3', '1 2 3.0000000001', 1e-9)).toBeUndefined();
    expect(wrongIn('1 2 3.001', '1 2 3', 1e-9)).toMatch(/should be 1 2 3; they are 1 2 3\.001/);
    for (const answer of ['1 2', 'NaN 2 3', '', '1 -2 3']) expect(wrongIn(answer, '1 2 3', 0.5)).toBeDefined();
  });

  it('lines columns up', () => {
    expect(table([['', 'a'], ['one', '1,000']])).toBe('|     |     a |\n|-----|------:|\n| one | 1,000 |');
  });
});
