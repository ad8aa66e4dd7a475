import { describe, expect, it } from 'vitest';
import { ellipsis, roughly } from '../../../src/view/layout/ellipsis.ts';
import { gradientWidth } from '../../../src/view/layout/gradientWidth.ts';
import { neighbour } from '../../../src/view/layout/neighbour.ts';
import { ease } from '../../../src/view/layout/rect.ts';

describe('the width of a gradient’s arrow', () => {
  it('falls by the same amount for every power of ten', () => {
    const widths = [1, 0.1, 0.01, 0.001].map((norm) => gradientWidth(norm, 1));
    expect(widths[0]! - widths[1]!).toBeCloseTo(widths[2]! - widths[3]!);
  });

  it('is a hairline at least, and finite for what is not', () => {
    for (const norm of [0, 1e-300, NaN]) expect(gradientWidth(norm, 1)).toBe(0.75);
    expect(gradientWidth(Infinity, 1)).toBe(7);
    expect(gradientWidth(0, 0)).toBe(0.75);
  });
});

describe('a word that is too long', () => {
  const measure = roughly(10);

  it('is left alone where it fits', () => {
    expect(ellipsis('movie', 100, measure)).toBe('movie');
  });

  it('is cut with an ellipsis, and fits', () => {
    const cut = ellipsis('Donaudampfschifffahrt', 50, measure);
    expect(cut).toMatch(/^Don.*…$/);
    expect(measure(cut)).toBeLessThanOrEqual(50);
  });

  it('is never cut inside of what a reader sees as one character', () => {
    expect(ellipsis('👩‍👩‍👧‍👦🎉🎉🎉', 60, measure)).toMatch(/^👩‍👩‍👧‍👦/u);
  });

  it('keeps one character where there is no room at all', () => {
    expect(ellipsis('abc', 0, measure)).toBe('a…');
  });
});

describe('the next mark', () => {
  const places = [{ x: 0, y: 0 }, { x: 0, y: 20 }, { x: 100, y: 0 }, { x: 100, y: 22 }];

  it('is the nearest in that direction', () => {
    expect(neighbour(places, places[0]!, 'down')).toBe(1);
    expect(neighbour(places, places[0]!, 'right')).toBe(2);
    expect(neighbour(places, places[3]!, 'left')).toBe(1);
  });

  it('is none at the edge', () => {
    expect(neighbour(places, places[0]!, 'up')).toBe(-1);
  });
});

describe('easing', () => {
  it('begins at 0, ends at 1, and never turns back', () => {
    expect([ease(-1), ease(0), ease(1), ease(2)]).toEqual([0, 0, 1, 1]);
    for (let p = 0; p < 1; p += 0.05) expect(ease(p + 0.05)).toBeGreaterThan(ease(p));
  });
});
