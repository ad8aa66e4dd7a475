// Numbers as cells write them.
import { describe, expect, it } from 'vitest';
import { decimalOf, numberIn } from '../../../../src/engine/data/own/numbers.ts';

describe('a number in a cell', () => {
  it.each<[string, '.' | ',', number]>([
    ['3', '.', 3], ['−2.5', '.', -2.5], ['1,234.5', '.', 1234.5], ['.5', '.', 0.5], ['1e-3', '.', 0.001],
    ['2,5', ',', 2.5], ['1.234,5', ',', 1234.5], ['1 234,5', ',', 1234.5], ['-0,25', ',', -0.25],
  ])('%s with %s is %d', (cell, decimal, value) => expect(numberIn(cell, decimal)).toBe(value));

  it.each<[string, '.' | ',']>([['', '.'], ['abc', '.'], ['1,5', '.'], ['1.5.2', '.'], ['2020-01-02', '.'], ['1,2,3', ','], ['12 a', '.']])('“%s” with %s is none', (cell, decimal) =>
    expect(numberIn(cell, decimal)).toBeNaN());

  it('has a decimal comma where more cells are written with one', () => {
    expect(decimalOf(['1,5', '2,25', '3'])).toBe(',');
    expect(decimalOf(['1.5', '2,25', '3.5'])).toBe('.');
  });
});
