import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnAt, columnWidths, lanesOf, offsetOf } from '../../../src/view/layout/column.ts';
import { ellipsis, roughly } from '../../../src/view/layout/ellipsis.ts';
import { gradientWidth } from '../../../src/view/layout/gradientWidth.ts';
import { neighbour } from '../../../src/view/layout/neighbour.ts';
import { ease } from '../../../src/view/layout/rect.ts';
import { runsOf } from '../../../src/view/layout/runs.ts';

describe('lanes of a box', () => {
  it('stand side by side inside it, with room for the signs', () => {
    const lanes = lanesOf({ x: 10, width: 160 }, 6, [false, true, true]);
    expect(lanes[0]!.x).toBe(16);
    expect(lanes[2]!.x + lanes[2]!.width).toBeCloseTo(164);
    expect(lanes[1]!.sign).toBeGreaterThan(lanes[0]!.x + lanes[0]!.width);
    expect(lanes[1]!.sign).toBeLessThan(lanes[1]!.x);
  });

  it('never leave their column, whatever its width', () => {
    fc.assert(
      fc.property(fc.double({ min: 4, max: 260, noNaN: true }), fc.constantFrom(0, 1), (room, pair) => {
        const widths = columnWidths(room, pair);
        expect(Math.max(widths.state, widths.input, widths.output)).toBeLessThanOrEqual(room + 1e-9);
      }),
    );
  });
});

describe('places of columns', () => {
  it('and the columns of places are each other’s inverse', () => {
    const pitch = { pitch: 6, lens: 140, level: 'strips' } as const;
    for (const t of [1, 7, 40, 41, 300]) expect(columnAt(offsetOf(t, 40, pitch), 40, pitch)).toBe(t);
  });
});

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

describe('runs of columns', () => {
  it('cover what is visible, once, without the column in view', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 900 }), (from, length, hole) => {
        const covered = runsOf(from, from + length, hole).flatMap((run) => Array.from({ length: run.to - run.from + 1 }, (_, k) => run.from + k));
        expect(new Set(covered).size).toBe(covered.length);
        expect(covered).not.toContain(hole);
        const visible = Array.from({ length: length + 1 }, (_, k) => from + k).filter((t) => t !== hole);
        expect(visible.filter((t) => !covered.includes(t))).toEqual([]);
      }),
    );
  });

  it('stay the same while the window moves within them', () => {
    expect(runsOf(40, 300, 0)[1]).toEqual(runsOf(45, 300, 0)[1]);
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
