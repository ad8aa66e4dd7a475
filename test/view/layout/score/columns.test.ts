import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { along } from '../../../../src/view/layout/score/along.ts';
import { columnWidths, lanesOf, workWidth } from '../../../../src/view/layout/score/columns.ts';

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
      fc.property(fc.double({ min: 4, max: 260, noNaN: true }), fc.constantFrom(0, 1), fc.constantFrom(0, 3, 4), fc.boolean(), (room, pair, gates, isPassed) => {
        const { outputs, state, gates: wide, inputs } = columnWidths({ room, pair, gates, isPassed });
        for (const width of [outputs, state, wide, inputs]) expect(width).toBeLessThanOrEqual(room + 1e-9);
      }),
    );
  });

  it('have room for numbers where something is worked', () => {
    expect(workWidth(106, 58, 7, 3, 2)).toBeGreaterThanOrEqual(3 * 38 + 2 * 13);
    expect(workWidth(106, 58, 7, 1, 0)).toBe(58);
  });
});

describe('places along the score', () => {
  const rail = along({ pitch: { pitch: 6, lens: 140, level: 'strips' }, current: 40, count: 300, split: 120, passage: 176 });

  it('are found again, before and after the wider one and the passage', () => {
    for (const index of [1, 7, 39, 40, 41, 119, 120, 121, 300]) expect(rail.at(rail.centre(index))).toBe(index);
  });

  it('are the nearest beyond both ends, and in the passage', () => {
    expect([rail.at(-50), rail.at(1e6)]).toEqual([1, 300]);
    expect([rail.at(rail.passageAt + 10), rail.at(rail.passageAt + 170)]).toEqual([120, 121]);
  });
});
