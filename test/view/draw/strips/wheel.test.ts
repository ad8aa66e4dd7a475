// How far a turn of the wheel or a pinch zooms.
import { describe, expect, it } from 'vitest';
import { wheelFactor } from '../../../../src/view/draw/strips/panZoom.ts';

const factor = (deltaY: number, deltaMode = 0): number => wheelFactor({ deltaY, deltaMode });

describe('the wheel', () => {
  it('zooms in when turned up, out when turned down, and back to where it was', () => {
    expect(factor(-100)).toBeGreaterThan(1.1);
    expect(factor(-100) * factor(100)).toBeCloseTo(1, 12);
    expect(factor(0)).toBe(1);
  });

  it('zooms as far for three lines as for the pixels that they are, and little for each event of a pinch', () => {
    expect(factor(3, 1)).toBeCloseTo(factor(48), 12);
    expect(factor(-4)).toBeLessThan(1.1);
  });
});
