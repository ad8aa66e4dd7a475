import { describe, expect, it } from 'vitest';
import { answersOf, classNames, inUnit, rowAnswerOf, sharesOf } from '../../../../src/view/panels/workshop/training/answers.ts';

const numbers = (...all: number[]): Float64Array => Float64Array.from(all);

describe('what a network answers', () => {
  it('is for one yes or no the name of the output or its opposite, with the probability of what is said', () => {
    const [said] = answersOf({ loss: 'bce', outputs: ['positive'], answers: numbers(0.2), targets: numbers(1) });
    expect(said).toEqual({ said: 'not positive', right: 'positive', probability: 0.8, isRight: false });
    expect(sharesOf('bce', ['positive'], numbers(0.25), 0)).toEqual([{ name: 'positive', probability: 0.25 }, { name: 'not positive', probability: 0.75 }]);
    expect(classNames('bce', ['positive'])).toEqual(['not positive', 'positive']);
  });

  it('is for classes the likeliest one at each step', () => {
    const answers = numbers(0.1, 0.9, 0.6, 0.4);
    const row = rowAnswerOf({ loss: 'cross_entropy', outputs: ['O', 'LOC'], answers, targets: numbers(1, 1) });
    expect(row).toEqual({ said: 'LOC O', right: 'LOC LOC', probability: 0.6, isRight: false, words: '1 of 2 right' });
    expect(sharesOf('cross_entropy', ['O', 'LOC'], answers, 0)).toEqual([{ name: 'LOC', probability: 0.9 }, { name: 'O', probability: 0.1 }]);
    expect(classNames('cross_entropy', ['O', 'LOC'])).toEqual(['O', 'LOC']);
  });

  it('is right only where every output that is yes or no is', () => {
    const row = rowAnswerOf({ loss: 'bce', outputs: ['a', 'b'], answers: numbers(0.9, 0.9), targets: numbers(1, 0) });
    expect([row.said, row.right, row.isRight, row.words]).toEqual(['a b', 'a not b', false, '1 of 2 right']);
  });

  it('is for a series the last number in its own unit, and how far all are off', () => {
    const scale = { offset: -10, factor: 40, unit: '°C' };
    const row = rowAnswerOf({ loss: 'mse', outputs: ['next'], answers: numbers(0.5, 0.75), targets: numbers(0.6, 0.65), scale });
    expect(row).toEqual({ said: '20.00 °C', right: '16.00 °C', probability: null, isRight: null, words: 'off by 4.00 °C' });
    expect(inUnit(0.5, undefined)).toBe('0.50');
  });
});
