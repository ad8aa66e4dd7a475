import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsFrom, choosePitch, levelOf, numbersFrom } from '../../../src/view/layout/pitch.ts';

describe('the pitch of the columns', () => {
  it('gives a few steps room for their numbers, and never more than is comfortable', () => {
    expect(choosePitch(900, 4, 1, false)).toEqual({ pitch: 196, lens: 196, level: 'numbers' });
    expect(choosePitch(800, 6, 1, false).pitch).toBeCloseTo(133.3, 1);
  });

  it('keeps the numbers of up to twelve steps, which then scroll', () => {
    expect(choosePitch(500, 12, 1, false).level).toBe('numbers');
    expect(choosePitch(250, 4, 1, true).level).toBe('numbers');
  });

  it('fits some thirty steps as coloured cells, and hundreds as strips', () => {
    const thirty = choosePitch(900, 30, 1, false);
    expect(thirty.level).toBe('cells');
    expect(thirty.pitch * 29 + thirty.lens).toBeLessThanOrEqual(900);
    expect(choosePitch(900, 300, 1, false)).toMatchObject({ pitch: 6, level: 'strips' });
  });

  it('leaves the step in view readable at every level', () => {
    for (const T of [30, 300, 10_000]) expect(choosePitch(900, T, 1, false).lens).toBeGreaterThanOrEqual(numbersFrom);
  });

  it('brings the numbers back when one zooms in', () => {
    expect(choosePitch(900, 30, 1, false).level).toBe('cells');
    expect(choosePitch(900, 30, 5, false).level).toBe('numbers');
    expect(choosePitch(900, 10_000, 40, false).level).toBe('numbers');
  });

  it('changes level at 92 and at 14 pixels', () => {
    expect([numbersFrom, numbersFrom - 0.1, cellsFrom, cellsFrom - 0.1].map(levelOf)).toEqual(['numbers', 'cells', 'cells', 'strips']);
  });

  it('never grows with the number of steps', () => {
    fc.assert(
      fc.property(fc.integer({ min: 120, max: 2000 }), fc.integer({ min: 1, max: 400 }), fc.boolean(), (room, T, isNarrow) => {
        expect(choosePitch(room, T + 1, 1, isNarrow).pitch).toBeLessThanOrEqual(choosePitch(room, T, 1, isNarrow).pitch + 1e-9);
      }),
    );
  });
});
