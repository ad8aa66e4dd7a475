import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PhaseSpan } from '../../../src/engine/clock/clock.ts';
import { playheadAt, positionOf, scrubberLayout, segmentGap, tickPositions } from '../../../src/view/layout/scrubber.ts';

function spans(forward: number, loss: number, backward: number): PhaseSpan[] {
  const ends = [forward, forward + loss, forward + loss + backward, forward + loss + backward + 1];
  return (['forward', 'loss', 'backward', 'update'] as const).map((phase, k) => ({
    phase,
    from: k === 0 ? 0 : ends[k - 1]!,
    to: ends[k]!,
  }));
}

const operations = fc.tuple(fc.integer({ min: 1, max: 60_000 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 90_000 }));
const widths = fc.integer({ min: 40, max: 3000 });

describe('the segments of the scrubber', () => {
  test('stand side by side over the whole width', () => {
    fc.assert(
      fc.property(operations, widths, ([forward, loss, backward], width) => {
        const { segments } = scrubberLayout(spans(forward, loss, backward), width, 12);
        segments.forEach((segment, k) => {
          expect(segment.width).toBeGreaterThan(0);
          const next = segments[k + 1];
          expect(segment.x + segment.width).toBeCloseTo(next ? next.x - segmentGap : width, 6);
        });
      }),
    );
  });

  test('are wide enough for Loss and Update to be hit, however long the sentence', () => {
    const { segments } = scrubberLayout(spans(50_000, 1, 90_000), 300, 12);
    expect(Math.min(...segments.map(({ width }) => width))).toBeGreaterThan(30);
  });

  test('follow the number of operations where there is room', () => {
    const [forward, , backward] = scrubberLayout(spans(20, 1, 40), 900, 12).segments;
    expect(backward!.width / forward!.width).toBeCloseTo(2, 6);
  });
});

describe('the thumb', () => {
  test('never goes left when the playhead goes on', () => {
    fc.assert(
      fc.property(operations, widths, fc.double({ min: 0, max: 1, noNaN: true }), ([forward, loss, backward], width, share) => {
        const layout = scrubberLayout(spans(forward, loss, backward), width, 12);
        const count = forward + loss + backward + 1;
        const p = Math.floor(share * (count - 1));
        expect(positionOf(layout, p + 1)).toBeGreaterThan(positionOf(layout, p));
      }),
    );
  });

  test('goes on to later operations when it is drawn to the right', () => {
    fc.assert(
      fc.property(operations, widths, fc.array(fc.double({ min: -20, max: 3020, noNaN: true })), ([f, l, b], width, places) => {
        const layout = scrubberLayout(spans(f, l, b), width, 12);
        const found = places.toSorted((one, other) => one - other).map((x) => playheadAt(layout, x));
        expect(found).toEqual(found.toSorted((one, other) => one - other));
      }),
    );
  });

  test('stands where it was put', () => {
    const layout = scrubberLayout(spans(20, 1, 30), 800, 12);
    for (let p = 0; p <= 52; p++) expect(playheadAt(layout, positionOf(layout, p))).toBe(p);
  });

  test('reaches a phase of one operation wherever it is pressed', () => {
    const layout = scrubberLayout(spans(20, 1, 30), 800, 12);
    const [, loss, , update] = layout.segments;
    expect(playheadAt(layout, loss!.x + 1)).toBe(21);
    expect(playheadAt(layout, update!.x + 1)).toBe(52);
  });
});

describe('the ticks', () => {
  const everyFive = (count: number) => ({ count, step: (p: number) => Math.min(p + 5, count) });

  test('mark the time steps where they fit', () => {
    const layout = scrubberLayout(spans(20, 1, 29), 800, 12);
    expect(tickPositions(layout, everyFive(51), 4).length).toBeGreaterThan(3);
  });

  test('are left out where they would be a blur', () => {
    const layout = scrubberLayout(spans(50_000, 1, 60_000), 800, 12);
    expect(tickPositions(layout, everyFive(110_002), 10_000)).toEqual([]);
  });
});
