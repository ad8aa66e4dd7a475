// The text of an answer: JSON that reads back as the same float64 numbers.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/cli/print.ts';

describe('the text of an answer', () => {
  it('reads back as what it was', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((each) => each + 0);
    const data = fc.letrec((tie) => ({
      any: fc.oneof({ maxDepth: 3 }, number, fc.integer(), fc.string(), fc.boolean(), fc.constant(null), fc.array(tie('any')), fc.dictionary(fc.string(), tie('any'))),
    })).any;
    fc.assert(fc.property(data, (value) => {
      // −0 is written as 0.
      expect(JSON.parse(textOf(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }));
  });

  it('has an exponent for large whole numbers, which no reader takes for integers then', () => {
    expect(textOf([1e15, -1.56e18, 2 ** 60, 999_999_999_999_999, 3])).toBe('[1e+15,-1.56e+18,1.152921504606847e+18,999999999999999,3]');
    fc.assert(fc.property(fc.double({ min: 1e15, max: 1e300, noNaN: true }), (value) => Number(textOf(value)) === value));
  });

  it('is null for what is not finite, 0 for −0, and without what is not there', () => {
    expect(textOf({ a: NaN, b: [-Infinity, -0], c: undefined, d: 'é"' })).toBe('{"a":null,"b":[null,0],"d":"é\\""}');
  });
});
