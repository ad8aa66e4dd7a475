// Where two scores stand, and how high each is.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { needOf, pairLayout } from '../../../src/view/layout/rival.ts';
import type { Anatomy } from '../../../src/view/anatomy/anatomy.ts';
import { play } from '../draw/scenes.ts';

const anatomy = (cell: 'rnn_tanh' | 'lstm'): Anatomy => play({ cell, epochs: 0 })().anatomy;
const [rnn, lstm] = [anatomy('rnn_tanh'), anatomy('lstm')];

test('a network with more rows needs more height, and less of it where headings and words stand above already', () => {
  expect(needOf(lstm, false)).toBeGreaterThan(needOf(rnn, false) + 4 * 12);
  expect(needOf(rnn, true)).toBeLessThan(needOf(rnn, false));
});

test('both are in view on a laptop, the one with more rows higher', () => {
  for (const [width, height] of [[1168, 657], [1008, 477]] as const) {
    const { arrangement, heights, isRepeat } = pairLayout({ width, height, contentWidth: 900, anatomies: [rnn, lstm] });
    expect({ arrangement, isRepeat }).toEqual({ arrangement: 'under', isRepeat: true });
    expect(heights[0] + heights[1]).toBe(height);
    expect(heights[1]).toBeGreaterThan(heights[0]);
  }
});

test('where there is no room for both they keep the height they need, and the window scrolls', () => {
  const { heights, isRepeat } = pairLayout({ width: 1000, height: 300, contentWidth: 900, anatomies: [rnn, lstm] });
  expect(isRepeat).toBe(false);
  expect(heights[0]).toBeGreaterThan(needOf(rnn, false));
  expect(heights[1]).toBeGreaterThan(needOf(lstm, false));
});

test('in a low and wide window they stand side by side, if both fit', () => {
  const low = { width: 1640, height: 320, anatomies: [lstm, lstm] as const };
  expect(pairLayout({ ...low, contentWidth: 800 })).toEqual({ arrangement: 'beside', width: 820, heights: [320, 320], isRepeat: false });
  expect(pairLayout({ ...low, contentWidth: 900 }).arrangement).toBe('under');
});

test('on a phone each is a score of its own, with its words', () => {
  expect(pairLayout({ width: 390, height: 960, contentWidth: 700, anatomies: [rnn, rnn] }).isRepeat).toBe(false);
});

test('neither is ever less than a third of both, and nothing is left over', () => {
  fc.assert(
    fc.property(fc.integer({ min: 300, max: 2000 }), fc.integer({ min: 100, max: 1400 }), fc.constantFrom(rnn, lstm), fc.constantFrom(rnn, lstm), (width, height, first, second) => {
      const { arrangement, heights } = pairLayout({ width, height, contentWidth: Infinity, anatomies: [first, second] });
      expect(arrangement).toBe('under');
      const total = heights[0] + heights[1];
      expect(total).toBeGreaterThanOrEqual(height);
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(Math.floor(total / 3));
    }),
  );
});
