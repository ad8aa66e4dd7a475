import { describe, expect, it } from 'vitest';
import { numberProblem } from '../../../src/view/panels/controls/NumberField.tsx';

describe('a typed number', () => {
  it.each(['0', '-0.5', '−0.5', '+3', '1e-3', '1e308', '.5', ' 7 '])('%s is one', (text) => {
    expect(numberProblem(text)).toBeNull();
  });

  it.each([
    ['abc', 'abc is not a number; expected for example −0.5 or 1e-3.'],
    ['', 'There is no number; expected for example −0.5 or 1e-3.'],
    ['0,5', '0,5 is not a number; write it with a point, as 0.5.'],
    ['1 2', '1 2 is not a number; expected for example −0.5 or 1e-3.'],
    ['−1e999', '−1e999 is more than the computer can hold; the largest number is 1.8e308.'],
    ['1,2,3', '1,2,3 is not a number; expected for example −0.5 or 1e-3.'],
    ['1e999', '1e999 is more than the computer can hold; the largest number is 1.8e308.'],
    ['NaN', 'NaN is not a number; expected for example −0.5 or 1e-3.'],
    ['Infinity', 'Infinity is not a number; expected for example −0.5 or 1e-3.'],
  ])('“%s” is none, and is told so', (text, words) => {
    expect(numberProblem(text)).toBe(words);
  });

  it('is cut in the words where it is long', () => {
    expect(numberProblem('x'.repeat(50_000))?.length).toBeLessThan(100);
  });
});
