// What two networks make of the same sentence, told with both numbers; and which numbers are told beside each other at all.
import { expect, test } from 'vitest';
import { sameMoment } from '../../../src/engine/clock/sameMoment.ts';
import { createScene, createStage, type Scene } from '../../../src/view/scene/scene.ts';
import { besideOf, isIn, isInBoth } from '../../../src/view/panels/rival/besideOf.ts';
import { clippedLengths, findingsOf, timesWords } from '../../../src/view/panels/rival/findings.ts';
import { play, type Given } from '../draw/scenes.ts';

const whole = { forwardTo: Infinity, backwardFrom: 0 };

/** A network at the moment of another's clock. */
function beside(first: Scene, given: Given): Scene {
  const start = play(given)();
  const parameters = Float64Array.from(start.network.program.parameters.flatMap(({ symbol, rows, columns }) =>
    Array.from({ length: rows * columns }, (_, k) => start.numbers.value({ symbol, unit: Math.floor(k / columns) + 1, column: (k % columns) + 1 }))));
  const run = { job: start.job, network: start.network, trace: start.trace, parameters, ...whole };
  const stage = createStage(run);
  return createScene(run, stage, sameMoment(first.clock, first.playhead, stage.clock), start);
}

const ends = (first: Scene, given: Given): [Scene, Scene] => [first, beside(first, given)];

test('before anything is answered nothing is told', () => {
  const [first, second] = ends(play()(({ phase, t }) => phase === 'forward' && t === 2), { cell: 'lstm' });
  expect(findingsOf(first, second, 2)).toEqual({ numbers: [], verdict: '', clipping: [] });
});

test('after the loss both answers and losses are told, each its network’s own number', () => {
  const [first, second] = ends(play()(({ phase }) => phase === 'backward'), { cell: 'lstm' });
  const { numbers, verdict } = findingsOf(first, second, 2)!;
  const answer = numbers.find(({ name }) => name === 'p₄')!;
  expect([answer.first, answer.second]).toEqual([first, second].map((each) => each.numbers.value({ symbol: 'p', t: 4, unit: 1 })));
  const loss = numbers.find(({ name }) => name === 'loss')!;
  expect([loss.first, loss.second]).toEqual([first, second].map((each) => each.numbers.value({ symbol: 'L' })));
  expect(verdict).toMatch(/^(both say “|A says “.*B says “)/);
});

test('networks that say different things are told apart', () => {
  const [first, second] = ends(play()(({ phase }) => phase === 'backward'), { epochs: 0, text: 'movie was not good', scale: 4 });
  const [a, b] = [first, second].map((each) => each.numbers.value({ symbol: 'p', t: 4, unit: 1 }));
  expect([a! >= 0.5, b! >= 0.5]).toEqual([false, true]);
  expect(findingsOf(first, second, 2)!.verdict).toBe('A says “not positive”, B says “positive”');
});

test('on the way back the gradient in view is told, with how many times one is the other', () => {
  const [first, second] = ends(play()(({ phase }) => phase === 'update'), { cell: 'lstm' });
  const norm = findingsOf(first, second, 2)!.numbers.find(({ reference }) => reference.symbol === 'norm_dh')!;
  expect(norm.reference.t).toBe(1);
  expect(norm.name).toBe('‖∂L/∂h₁‖');
  expect([norm.first, norm.second]).toEqual([first, second].map((each) => each.numbers.gradientNorm('h', 1)));
  expect(norm.words).toBe(timesWords(norm.first, norm.second, 2));
});

test('at the end of a step of the way back the factors of both are told', () => {
  const passed = play()(({ phase, t }) => phase === 'backward' && t === 1).playhead - 1;
  let done = 0;
  const [first, second] = ends(play()(() => ++done === passed), { cell: 'lstm' });
  expect(first.moment).toMatchObject({ phase: 'backward', t: 2 });
  const factor = findingsOf(first, second, 2)!.numbers.find(({ reference }) => reference.symbol === 'factor')!;
  expect(factor.reference.t).toBe(2);
  expect([factor.first, factor.second]).toEqual([first, second].map((each) => each.numbers.factor(2)));
});

test.each([
  [0.007, 0.112, '16 times as much in B'],
  [0.112, 0.007, '16 times as much in A'],
  [1, 2.5, '2.50 times as much in B'],
  [1, 1.01, 'about the same'],
  [0, 0.5, 'gone in A'],
  [0.5, 0, 'gone in B'],
  [0, 0, ''],
  [NaN, 1, ''],
])('%d against %d is %j', (first, second, words) => {
  expect(timesWords(first, second)).toBe(words);
});

test('a gradient is as long as its limit after clipping by norm, and never longer than before', () => {
  const { before, after } = clippedLengths([3, 4], { norm: 1 });
  expect(before).toBe(5);
  expect(after).toBeCloseTo(1, 6);
  expect(clippedLengths([3, 4], { norm: 10 })).toEqual({ before: 5, after: 5 });
  expect(clippedLengths([3, -4], { value: 1 }).after).toBeCloseTo(Math.SQRT2, 12);
});

test('networks that read different sentences are not told beside each other', () => {
  const first = play()(({ phase }) => phase === 'update');
  const other = beside(first, { text: 'movie was good' });
  expect(findingsOf(first, other, 2)).toBeNull();
  expect(besideOf(first, other, 'B', [])).toBeNull();
});

test('only numbers of the same kind and size have a partner, and what is read has none', () => {
  const [first, second] = ends(play({ units: 4 })(({ phase }) => phase === 'update'), { cell: 'lstm', units: 4 });
  const { value } = besideOf(first, second, 'B', [])!;
  expect(value({ symbol: 'h', t: 3, unit: 2 })).toBe(second.numbers.value({ symbol: 'h', t: 3, unit: 2 }));
  expect(value({ symbol: 'x', t: 3, unit: 2 })).toBeNull();
  // An LSTM has no one W_hh.
  expect(value({ symbol: 'W_hh', unit: 1, column: 2 })).toBeNull();
  expect(value({ symbol: 'factor', t: 3 })).toBe(second.numbers.factor(3));
  expect(isIn(first, { symbol: 'c', t: 3, unit: 2 })).toBe(false);
  expect(isIn(second, { symbol: 'c', t: 3, unit: 2 })).toBe(true);
  const [small, large] = ends(first, { units: 6 });
  expect(isInBoth(small, large, { symbol: 'h', t: 3, unit: 2 })).toBe(false);
  expect(isIn(small, { symbol: 'h', t: 3, unit: 6 })).toBe(false);
  expect(isInBoth(small, large, { symbol: 'p', t: 4, unit: 1 })).toBe(true);
});

test('a number that the other’s clock has not come to is not told', () => {
  const [first, second] = ends(play()(({ phase, t }) => phase === 'forward' && t === 2), { cell: 'lstm' });
  expect(besideOf(first, second, 'B', [])!.value({ symbol: 'h', t: 4, unit: 1 })).toBeNull();
});

test('a weight that was changed is marked by itself, a parameter that was scaled as a whole', () => {
  const [first, second] = ends(play()(), {});
  const { isChanged } = besideOf(first, second, 'B', [{ kind: 'set', symbol: 'W_hh', unit: 1, column: 2, value: 1 }, { kind: 'scale', symbol: 'W_xh', factor: 2 }])!;
  expect(isChanged({ symbol: 'W_hh', unit: 1, column: 2 })).toBe(true);
  expect(isChanged({ symbol: 'W_hh', unit: 2, column: 1 })).toBe(false);
  expect(isChanged({ symbol: 'W_xh', unit: 2, column: 1 })).toBe(true);
});
