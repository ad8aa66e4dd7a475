import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expected, limitProblem } from '../../src/state/limits.ts';
import { readNumber, writeNumber } from '../../src/state/numberText.ts';
import { listed, named, nearest, quote, shorten } from '../../src/state/words.ts';
import { seeded } from './arbitraries.ts';

describe('words', () => {
  it('are listed as one would say them', () => {
    expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'], 'or')]).toEqual(['', 'a', 'a and b', 'a, b or c']);
    expect(named(['a', 'b', 'c'], 2)).toBe('“a”, “b” and 1 more');
    expect(named(['a', 'b', 'c'], 3)).toBe('“a”, “b” and “c”');
  });

  it('are cut to 60 characters, none of them in two', () => {
    expect(quote('x'.repeat(60))).toBe(`“${'x'.repeat(60)}”`);
    expect(shorten('x'.repeat(61))).toBe(`${'x'.repeat(59)}…`);
    expect(shorten('😀'.repeat(60))).toBe('😀'.repeat(60));
    expect(shorten('😀'.repeat(61))).toBe(`${'😀'.repeat(59)}…`);
  });

  it('that run from right to left do not turn the words around them', () => {
    expect(named(['הסרט', 'good', 'جيد'])).toBe('\u2068“הסרט”\u2069, “good” and \u2068“جيد”\u2069');
  });

  it('are near one another if few letters differ', () => {
    const names = ['hidden', 'seed', 'text'] as const;
    expect([nearest('hiden', names), nearest('SEEDS', names), nearest('test', names), nearest('', names)]).toEqual([
      'hidden',
      'seed',
      'text',
      'seed',
    ]);
  });
});

describe('a number', () => {
  it('is the same number after it was written', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(writeNumber(value)).not.toContain('+');
        expect(readNumber(writeNumber(value))).toBe(value);
      }),
      seeded,
    );
    expect(['-0', '1e308', '1e-7', '0.30000000000000004'].map(readNumber).map(writeNumber)).toEqual(['-0', '1e308', '1e-7', '0.30000000000000004']);
  });

  it('can be typed in more than one way', () => {
    expect(['−0.5', ' .5 ', '5.', '1E3', '+1', '1e+3', '1e 3', '1e−3'].map(readNumber)).toEqual([-0.5, 0.5, 5, 1000, 1, 1000, 1000, 0.001]);
  });

  it('is none if it is not finite or holds anything else', () => {
    for (const text of ['', ' ', 'x', '1x', '1,5', '0x10', '1e999', 'NaN', 'Infinity', '--1', '.', 'e5', '1_000', '١']) expect(readNumber(text)).toBeNaN();
  });
});

describe('a limit', () => {
  it('says what was seen and what is expected', () => {
    expect(limitProblem('hiddenSize', 900)).toBe('The number of hidden units is 900, but it has to be a whole number from 1 to 64.');
    expect(limitProblem('hiddenSize', 64)).toBeNull();
    expect(limitProblem('hiddenSize', 1.5)).not.toBeNull();
    expect(limitProblem('weight', NaN)).toBe('A weight is NaN, but it has to be a finite number.');
    expect(expected('playhead')).toBe('a whole number from 0');
    expect(expected('learningRate')).toBe('a number from -1,000 to 1,000');
  });
});
