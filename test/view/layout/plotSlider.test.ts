import { describe, expect, test } from 'vitest';
import { sliderAlong, sliderThumb } from '../../../src/view/layout/plotSlider.ts';

/** The middle of a native range's thumb, which keeps its whole width inside of the slider. */
const middleAt = ({ left, width }: { readonly left: number; readonly width: number }, share: number): number => left + sliderThumb / 2 + share * (width - sliderThumb);

describe('the slider along a plot', () => {
  test('has its thumb on the first place and on the last one of the plot', () => {
    const place = sliderAlong(40, 340);
    expect(middleAt(place, 0)).toBe(40);
    expect(middleAt(place, 1)).toBe(340);
    expect(middleAt(place, 1 / 3)).toBeCloseTo(140, 12);
  });

  test('has room for its thumb where all places are one', () => {
    expect(sliderAlong(25, 25)).toEqual({ left: 25 - sliderThumb / 2, width: sliderThumb });
    expect(sliderAlong(25, 20).width).toBe(sliderThumb);
  });
});
