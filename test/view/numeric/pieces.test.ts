import { describe, expect, test } from 'vitest';
import { callOf, literal, productOf, referred, sumOf, type Numeric } from '../../../src/engine/equation/numeric.ts';
import { piecesOf, runsOf, textOf } from '../../../src/view/draw/numeric/pieces.ts';
import { longestSum, shorten } from '../../../src/view/draw/numeric/shorten.ts';

const value = (number: number, unit = 1): Numeric => referred(number, { symbol: 'h', t: 2, unit });
const minus = (tree: Numeric): Numeric => productOf([literal(-1), tree]);
const written = (tree: Numeric, presses = 0): string => textOf(piecesOf(tree, { digits: 2, presses }));

describe('a formula in numbers', () => {
  test.each<[string, Numeric]>([
    ['tanh(−0.09 + (−1.15) + 0.64)', callOf('tanh', sumOf([value(-0.09), value(-1.15), value(0.64)]))],
    ['−0.50 × 0.30 + (−0.20) × (−0.10)', sumOf([productOf([value(-0.5), value(0.3)]), productOf([value(-0.2), value(-0.1)])])],
    ['0.20 × (1 − (−0.54)²)', productOf([value(0.2), sumOf([literal(1), productOf([literal(-1), value(-0.54), value(-0.54)])])])],
    ['0.78 × (1 − 0.78)', productOf([value(0.78), sumOf([literal(1), minus(value(0.78))])])],
    ['−ln(0.98)', minus(callOf('ln', value(0.98)))],
    ['0.31 − (−0.54)', sumOf([value(0.31), minus(value(-0.54))])],
    ['0.31 − 0.50 × (−0.01)', sumOf([value(0.31), productOf([literal(-1), value(0.5), value(-0.01)])])],
    ['2 × (0.30 − 1.00)', productOf([literal(2), sumOf([value(0.3), minus(value(1))])])],
    ['−(0.10 + 0.20)', minus(sumOf([value(0.1), value(0.2)]))],
    ['0.50 × (−ln(0.20))', productOf([value(0.5), minus(callOf('ln', value(0.2)))])],
    ['(exp(0.10)) / (exp(0.10) + exp(−0.20))', { kind: 'quotient', above: callOf('exp', value(0.1)), below: sumOf([callOf('exp', value(0.1)), callOf('exp', value(-0.2))]) }],
    ['0.30 + (0.10 + 0.20)', sumOf([value(0.3), sumOf([value(0.1), value(0.2)])])],
    ['1.9·10⁻⁷ × (−2.0·10⁻⁴)', productOf([value(1.9e-7), value(-2e-4)])],
    ['−∞ + not a number', sumOf([value(-Infinity), value(NaN)])],
  ])('%s', (text, tree) => {
    expect(written(tree)).toBe(text);
  });

  test('writes two numbers as a square only where they are the same number, not where they are alike', () => {
    expect(written(productOf([value(0.5, 1), value(0.5, 2)]))).toBe('0.50 × 0.50');
    expect(written(productOf([value(0.5, 1), value(0.5, 1)]))).toBe('0.50²');
  });

  test('writes a one-hot input and a target as whole numbers', () => {
    expect(written(productOf([value(-1.1), referred(1, { symbol: 'x', t: 1, unit: 3 })]))).toBe('−1.10 × 1');
  });

  test('never breaks a line within brackets', () => {
    const pieces = piecesOf(callOf('tanh', sumOf([value(-0.09), value(-1.15)])), { digits: 2, presses: 0 });
    expect(runsOf(pieces).map(textOf)).toEqual(['tanh(−0.09', ' + (−1.15))']);
  });
});

describe('a long sum', () => {
  const sum = (count: number): Numeric => sumOf(Array.from({ length: count }, (_, k) => value((k + 1) / 100, k + 1)));

  test('is shortened in the middle', () => {
    expect(written(sum(64))).toBe('0.01 + 0.02 + 0.03 + 0.04 + … 57 more … + 0.62 + 0.63 + 0.64');
  });

  test('is opened by a press', () => {
    expect(written(sum(64), 1)).not.toContain('more');
    expect(written(sum(64), 1).split(' + ')).toHaveLength(64);
  });

  test('is not shortened where that would save nothing', () => {
    expect(shorten(longestSum, 0)).toEqual({ head: longestSum, hidden: 0 });
  });

  test('of 10,000 terms is never opened all at once', () => {
    expect(shorten(10_000, 0).hidden).toBe(9_993);
    expect(shorten(10_000, 1).hidden).toBe(9_793);
    expect(shorten(10_000, 50).hidden).toBe(0);
  });
});
