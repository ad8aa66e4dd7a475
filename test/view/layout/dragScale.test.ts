import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draggedTo, stepFor, tenthsAPixel } from '../../../src/view/layout/dragScale.ts';

describe('the step of a drag', () => {
  it('is neat, and a hundred of them go through the values around', () => {
    expect([1, 2, 0.37, 150, 1e-6].map(stepFor)).toEqual([0.01, 0.02, 0.005, 2, 1e-8]);
  });

  it('is one that can be worked with where there is no size to go by', () => {
    expect([0, NaN, Infinity].map(stepFor)).toEqual([0.01, 0.01, 0.01]);
    expect(stepFor(1e308)).toBeLessThan(Infinity);
    expect(stepFor(5e-324)).toBeGreaterThan(0);
  });

  it('is a tenth with ⇧ and ten times as large with Ctrl or Alt', () => {
    expect(tenthsAPixel({ isFine: true, isCoarse: false })).toBe(1);
    expect(tenthsAPixel({ isFine: false, isCoarse: false })).toBe(10);
    expect(tenthsAPixel({ isFine: false, isCoarse: true })).toBe(100);
  });
});

describe('a dragged value', () => {
  it('goes to the steps of a neat grid', () => {
    expect(draggedTo(0.6437289, 10, 0.02)).toBe(0.66);
    expect(draggedTo(0.1, 20, 0.1)).toBe(0.3);
    expect(draggedTo(0, -30, 0.01)).toBe(-0.03);
    expect(draggedTo(0.5, 3, 0.02)).toBe(0.506);
  });

  it('is exactly what it was where the hand is back at its start', () => {
    expect(draggedTo(0.6437289, 0, 0.02)).toBe(0.6437289);
  });

  it('stays a number at the ends of what numbers can be', () => {
    expect(draggedTo(1.7e308, 1000, 1e307)).toBe(1.7e308);
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: -100000, max: 100000 }), (from, tenths) => {
      expect(Number.isFinite(draggedTo(from, tenths, stepFor(Math.abs(from))))).toBe(true);
    }));
  });

  it('never falls when the hand goes up', () => {
    fc.assert(fc.property(fc.double({ min: -10, max: 10, noNaN: true }), fc.integer({ min: 1, max: 500 }), (from, pixels) => {
      const step = stepFor(10);
      expect(draggedTo(from, (pixels + 1) * 10, step)).toBeGreaterThanOrEqual(draggedTo(from, pixels * 10, step));
    }));
  });
});
