// How far one can zoom, and that what is under the hand stays there.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreLayout } from '../../../../src/view/layout/score/layout.ts';
import { overviewWindow, scrollOf } from '../../../../src/view/layout/strips/overview.ts';
import { anchorOf, zoomAbout, zoomsOf } from '../../../../src/view/layout/strips/zoom.ts';
import { specOf, wirings } from '../score/specs.ts';

const layoutOf = (T: number, more: Parameters<typeof specOf>[0] = {}) => scoreLayout(specOf({ lengths: [T, 0], ...more }));

describe('the zoom', () => {
  it('goes from the whole sequence in view to numbers, however long it is', () => {
    for (const T of [13, 100, 1000, 10_000]) {
      const layout = layoutOf(T);
      const { least, fit, most } = zoomsOf(layout);
      expect(least).toBeLessThanOrEqual(fit);
      const whole = scoreLayout({ ...layout.spec, zoom: fit });
      expect(whole.contentWidth).toBeLessThanOrEqual(layout.spec.width + 1);
      expect(whole.visible).toEqual({ from: 1, to: T });
      expect(scoreLayout({ ...layout.spec, zoom: most }).level).toBe('numbers');
    }
  });

  it('is as usual where all columns are in view already', () => {
    expect(zoomsOf(layoutOf(4))).toMatchObject({ fit: 1, now: 1 });
  });

  it('uses the room: one step more to the sides, and not all would be seen', () => {
    const layout = layoutOf(1000);
    const { fit } = zoomsOf(layout);
    expect(scoreLayout({ ...layout.spec, zoom: fit * 1.01 }).contentWidth).toBeGreaterThan(layout.spec.width);
  });

  it('keeps the step under the pointer where it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 13, max: 10_000 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0.1, max: 10, noNaN: true }), fc.constantFrom(0.05, 1, 6), (T, place, pointer, factor, zoom) => {
        const start = layoutOf(T, { zoom, current: Math.max(1, Math.floor(T / 3)) });
        const layout = scoreLayout({ ...start.spec, scrollX: place * Math.max(start.contentWidth - start.spec.width, 0) });
        const x = layout.left + pointer * (layout.spec.width - layout.left);
        const next = zoomAbout(layout, x, zoomsOf(layout).now * factor);
        const after = scoreLayout({ ...layout.spec, ...next });
        const most = Math.max(after.contentWidth - after.spec.width, 0);
        // At its ends the score cannot be scrolled further, and what fits stands in the middle; beside the columns there is no step.
        if (next.scrollX <= 0 || next.scrollX >= most) return;
        const before = layout.column(layout.stepAt(x));
        if (Math.abs(x - before.centre) > before.room / 2) return;
        const now = after.column(before.index);
        expect((x - now.centre) / now.room).toBeCloseTo((x - before.centre) / before.room, 4);
      }),
      { numRuns: 30 },
    );
  });

  it('never goes beyond its ends, for any wiring', () => {
    for (const model of wirings) {
      const layout = scoreLayout(specOf({ model, lengths: [60, 40] }));
      const { least, most } = zoomsOf(layout);
      expect(zoomAbout(layout, 500, 1e9).zoom).toBe(most);
      expect(zoomAbout(layout, 500, 0).zoom).toBe(least);
    }
  });

  it('by a key is about the place in view, or about the middle where that is not seen', () => {
    const layout = layoutOf(1000, { current: 30 });
    expect(anchorOf(layout)).toBeCloseTo(layout.column(30).centre, 9);
    const away = scoreLayout({ ...layout.spec, scrollX: 3000 });
    expect(anchorOf(away)).toBe((away.left + away.spec.width) / 2);
  });
});

describe('the window of the overview', () => {
  it('covers what is in view, and scrolls there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 10_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (T, place) => {
        const start = layoutOf(T);
        const layout = scoreLayout({ ...start.spec, scrollX: place * (start.contentWidth - start.spec.width) });
        const { from, size, current } = overviewWindow(layout);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(from + size).toBeLessThanOrEqual(1 + 1e-9);
        expect(Math.abs(from * T - layout.visible.from)).toBeLessThanOrEqual(3);
        expect(current).toBeCloseTo(2.5 / T, 9);
        // Left of the first column there is more to scroll, which has no share.
        if (from === 0) return;
        expect(scrollOf(layout, from)).toBeCloseTo(layout.spec.scrollX, 4);
      }),
      { numRuns: 25 },
    );
  });

  it('goes to the very ends', () => {
    const layout = layoutOf(500);
    expect(scrollOf(layout, 0)).toBe(0);
    expect(scrollOf(layout, 1)).toBe(layout.contentWidth - layout.spec.width);
  });
});
