import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { luminance, overflowColour, ramp, texelOf, zeroColour } from '../../../src/view/layout/laboratory/lossColours.ts';
import { colourScale, diagonalOf, levelOf, lossMapGeometry, mapTexels, medianOf, normAt, rowOf, type LossMap } from '../../../src/view/layout/laboratory/lossMap.ts';
import { averageByDistance, findingsOf, profileOf } from '../../../src/view/layout/laboratory/lossProfile.ts';
import { smallMapsIn, smallMapsSize } from '../../../src/view/layout/laboratory/smallMaps.ts';
import { vanishedBelow } from '../../../src/view/layout/flowFate.ts';

/** A map in which each step back multiplies by a factor. */
function mapBy(T: number, factor: number, own = 0.5, at = Array.from({ length: T }, (_, n) => n + 1)): LossMap {
  const norms = new Float64Array(at.length * (T + 1));
  at.forEach((t, row) => {
    for (let k = 0; k <= t; k++) norms[row * (T + 1) + k] = own * factor ** (t - k);
  });
  return { steps: T, at, norms };
}

const geometryOf = (map: LossMap, width = 500, height = 400) => lossMapGeometry({ map, colours: colourScale([map]), width, height, textSize: 12, gutter: 18 });

describe('the colours of the map', () => {
  it('get lighter from level to level, so that they can be told without their hue', () => {
    for (let k = 8; k < ramp.length; k += 8) expect(luminance(ramp[k]!)).toBeGreaterThan(luminance(ramp[k - 8]!));
    expect(luminance(ramp[0]!)).toBeLessThan(0.01);
    expect(luminance(ramp.at(-1)!)).toBeGreaterThan(0.8);
  });

  it('are bytes', () => {
    for (const { red, green, blue } of ramp) for (const byte of [red, green, blue]) expect(Number.isInteger(byte) && byte >= 0 && byte <= 255).toBe(true);
  });

  it('reach nine decades below the middle of the diagonals, and stay there when the far corner fades', () => {
    const scale = colourScale([mapBy(10, 0.5, 1)]);
    expect(scale).toMatchObject({ low: -9, high: 1, middle: 0 });
    expect(scale.vanished).toBeCloseTo(Math.log10(vanishedBelow), 12);
    expect(colourScale([mapBy(10, 1e-12, 1)])).toEqual(scale);
  });

  it('reach up to what explodes, but no more than nine decades', () => {
    expect(colourScale([mapBy(5, 10, 1)]).high).toBe(4);
    expect(colourScale([mapBy(30, 1e10, 1)]).high).toBe(9);
  });

  it('are common to several maps', () => {
    const [small, large] = [mapBy(4, 1, 1e-6), mapBy(4, 1, 1)];
    const scale = colourScale([small, large]);
    expect(scale.low).toBeLessThanOrEqual(-9);
    expect(levelOf(1, scale)).toBeGreaterThan(levelOf(1e-6, scale) as number);
  });

  it('have none for 0 and for what is too large', () => {
    const scale = colourScale([mapBy(4, 0.5)]);
    expect(levelOf(0, scale)).toBe('zero');
    expect(levelOf(Infinity, scale)).toBe('overflow');
    expect(levelOf(NaN, scale)).toBe('overflow');
    expect(levelOf(1e-300, scale)).toBe(0);
  });
});

describe('the picture of the map', () => {
  it('has a texel for every square on and before the diagonal, and none behind it', () => {
    const map = mapBy(6, 0.1);
    const picture = mapTexels(map, colourScale([map]));
    for (let row = 0; row < 6; row++) for (let k = 1; k <= 6; k++) expect(picture[row * 6 + k - 1] !== 0).toBe(k <= row + 1);
  });

  it('draws 0 and overflow in their own colours', () => {
    const map: LossMap = { steps: 2, at: [1, 2], norms: Float64Array.of(0, 1, 0, 0, Infinity, 0) };
    const picture = mapTexels(map, colourScale([map]));
    expect(picture[2]).toBe(texelOf(overflowColour));
    expect(picture[3]).toBe(texelOf(zeroColour));
  });
});

describe('the geometry of the map', () => {
  it('has time from left to right and losses from top to bottom, in squares', () => {
    const { square, box } = geometryOf(mapBy(20, 0.5));
    expect(box.width).toBe(box.height);
    expect(square(0, 2).x).toBeGreaterThan(square(0, 1).x);
    expect(square(1, 1).y).toBeGreaterThan(square(0, 1).y);
    const last = square(19, 20);
    expect(last.x + last.width).toBeCloseTo(box.x + box.width);
    expect(last.y + last.height).toBeCloseTo(box.y + box.height);
  });

  it('finds the square under every point of itself, and none outside', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 300 }), fc.nat(), fc.nat(), (T, a, b) => {
        const geometry = geometryOf(mapBy(T, 0.9));
        const [row, k] = [a % T, (b % T) + 1];
        const { x, y, width, height } = geometry.square(row, k);
        expect(geometry.squareAt(x + width / 2, y + height / 2)).toEqual({ row, k });
        expect(geometry.squareAt(geometry.box.x - 1, y)).toBeNull();
      }),
      { numRuns: 40 },
    );
  });

  it('stays in its place, with room for its scale, at any size', () => {
    for (const [width, height] of [[330, 300], [510, 420], [1800, 950]] as const) {
      const { box, scale } = geometryOf(mapBy(30, 0.5), width, height);
      expect(box.x + box.width).toBeLessThan(width);
      expect(box.y + box.height).toBeLessThan(height);
      expect(scale!.box.x + scale!.box.width).toBeLessThan(width);
    }
  });

  it('draws one loss as a strip and not as a needle', () => {
    const { box } = geometryOf(mapBy(20, 0.5, 1, [20]), 400, 300);
    expect(box.width).toBeGreaterThan(200);
    expect(box.height).toBeLessThan(40);
  });

  it('names the first and the last step, and no two over each other', () => {
    const { columnTicks, rowTicks } = geometryOf(mapBy(1000, 1, 1, Array.from({ length: 100 }, (_, n) => 10 * (n + 1))));
    for (const ticks of [columnTicks, rowTicks]) {
      expect(ticks.at(-1)?.t).toBe(1000);
      for (let k = 1; k < ticks.length; k++) expect(ticks[k]!.place - ticks[k - 1]!.place).toBeGreaterThan(12);
    }
    expect(columnTicks[0]?.t).toBe(1);
  });

  it('finds the row of a loss, or the nearest that there is', () => {
    const map = mapBy(100, 0.9, 1, [1, 50, 100]);
    expect([1, 40, 76, 100].map((t) => rowOf(map, t))).toEqual([0, 1, 2, 2]);
    expect(normAt(map, 1, 50)).toBe(1);
  });
});

describe('what the map says by distance', () => {
  it('has for each distance the mean over all losses that reach so far', () => {
    const average = averageByDistance(mapBy(5, 0.5, 1));
    [...average].forEach((mean, d) => expect(mean).toBeCloseTo(0.5 ** d, 14));
    const uneven: LossMap = { steps: 2, at: [1, 2], norms: Float64Array.of(0, 1, 0, 0, 8, 3) };
    expect([...averageByDistance(uneven)]).toEqual([2, 8]);
  });

  it('has a mean of large numbers whose sum would overflow, and ∞ where one has overflowed', () => {
    const large = mapBy(4, 1, 1.5e308);
    expect(averageByDistance(large)[0]).toBeCloseTo(1.5e308, -295);
    expect(averageByDistance({ ...large, norms: large.norms.map((each) => each * 10) })[0]).toBe(Infinity);
  });

  it('reads one loss from its own step back', () => {
    expect([...profileOf(mapBy(4, 0.5, 1), 2)]).toEqual([1, 0.5, 0.25]);
  });

  it('finds how much has vanished, and that the diagonal has not', () => {
    const findings = findingsOf(mapBy(30, 0.1, 0.3), vanishedBelow);
    expect(findings.diagonal).toBe(0.3);
    expect(findings.corner / 0.3).toBeCloseTo(1e-29, 35);
    // 0.1⁸ is the first power of 0.1 below 2⁻²⁴.
    expect(findings.nearestVanished).toBe(8);
    expect(findings.vanishedShare).toBeCloseTo((22 * 23) / (30 * 31), 12);
    expect(findingsOf(mapBy(30, 1), vanishedBelow)).toMatchObject({ vanishedShare: 0, nearestVanished: Infinity, isOverflown: false });
  });

  it('has no middle of numbers of which none is more than 0', () => {
    expect(medianOf(new Float64Array(3))).toBeNaN();
    expect(medianOf([3, 1, 2, 4])).toBe(2.5);
    expect([...diagonalOf(mapBy(3, 0.5, 2))]).toEqual([2, 2, 2]);
  });
});

describe('several small maps', () => {
  it('stand in one row where there is room, and below each other on a phone', () => {
    expect(smallMapsSize(5, 850, 12).columns).toBe(5);
    expect(smallMapsSize(5, 340, 12).columns).toBeLessThan(4);
  });

  it('fit into the place that they are given', () => {
    for (const [width, height] of [[850, 190], [340, 500], [1800, 900]] as const) {
      const { columns, side, gap, rowHeight } = smallMapsIn(5, { width, height, textSize: 12 });
      expect(columns * side + (columns - 1) * gap).toBeLessThanOrEqual(width + 0.01);
      expect(Math.ceil(5 / columns) * rowHeight).toBeLessThanOrEqual(height + 0.01);
    }
  });
});
