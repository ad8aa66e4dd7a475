import { describe, expect, it } from 'vitest';
import { comparisonCurves } from '../../../../src/view/layout/workshop/text/comparisonCurves.ts';
import { countGrid, gridHeight } from '../../../../src/view/layout/workshop/text/countGrid.ts';
import { lengthLines, sizeBars } from '../../../../src/view/layout/workshop/text/sizeBars.ts';

const size = { width: 600, height: 300, textSize: 12 };
const names = (count: number, name = 'word'): string[] => Array.from({ length: count }, (_, k) => `${name}${k}`);

describe('a grid of counts', () => {
  it('stays within its picture, however many rows and columns there are', () => {
    for (const [rows, columns] of [[1, 1], [3, 4], [20, 200], [200, 30]] as const) {
      const { box, cell } = countGrid({ rows: names(rows), columns: names(columns), size });
      expect(box.x + box.width).toBeLessThanOrEqual(size.width);
      expect(box.y + box.height).toBeLessThanOrEqual(size.height);
      expect(cell.width * columns).toBeCloseTo(box.width, 8);
      expect(cell.height * rows).toBeCloseTo(box.height, 8);
    }
  });

  it('has numbers and level names where they have room; else names are turned, and then left out evenly', () => {
    const few = countGrid({ rows: names(3), columns: names(4), size });
    expect([few.hasNumbers, few.columnNames.length, few.columnNames[0]!.isTurned]).toEqual([true, 4, false]);
    const many = countGrid({ rows: names(3), columns: names(20, 'longer word'), size });
    expect([many.hasNumbers, many.columnNames.length, many.columnNames[0]!.isTurned]).toEqual([true, 20, true]);
    const most = countGrid({ rows: names(3), columns: names(200), size });
    expect(most.hasNumbers).toBe(false);
    expect(most.columnNames.length).toBeLessThan(60);
  });

  it('is as high as its rows need, up to a limit', () => {
    const height = (rows: number): number => gridHeight({ rows: names(rows), columns: names(4), width: 600, textSize: 12 });
    expect(height(2)).toBeLessThan(80);
    expect(height(4) - height(2)).toBeCloseTo(2 * 12 * 1.9, -1);
    expect(height(200)).toBeLessThan(520);
  });
});

describe('bars of counts', () => {
  it('are as long as the logarithm of their counts, and none is shorter than nothing', () => {
    const { bars, ticks } = sizeBars({ bars: [{ id: 'a', name: 'A', count: 100 }, { id: 'b', name: 'B', count: 10_000 }, { id: 'c', name: 'C', count: 1 }], size });
    expect(bars[1]!.width).toBeCloseTo(2 * bars[0]!.width, 8);
    expect(bars[2]!.width).toBeCloseTo(0, 8);
    expect(bars.map(({ text }) => text)).toEqual(['100', '10,000', '1']);
    expect(ticks.find(({ text }) => text === '100')!.x).toBeCloseTo(bars[0]!.textX - 6, 8);
  });

  it('leave room for their numbers', () => {
    const { bars } = sizeBars({ bars: [{ id: 'a', name: 'A', count: 10_240_000_000 }], size });
    expect(bars[0]!.textX + bars[0]!.text.length * 12 * 0.5).toBeLessThan(size.width);
  });
});

describe('weights against the longest text', () => {
  it('rise in a straight line for padded words, and are level for the others', () => {
    const { lines, yOf } = lengthLines({ sizes: { length: 10, vocabulary: 1000, units: 10 }, names: { padded: 'padded', sequence: 'RNN', bag: 'bag' }, size });
    const at = (id: string) => lines.find((each) => each.id === id)!.points;
    const [padded, sequence] = [at('padded'), at('sequence')];
    const slopes = padded.slice(1).map(({ x, y }, k) => (y - padded[k]!.y) / (x - padded[k]!.x));
    for (const slope of slopes) expect(slope).toBeCloseTo(slopes[0]!, 8);
    expect(new Set(sequence.map(({ y }) => y)).size).toBe(1);
    expect(sequence[0]!.y).toBe(yOf(1000 * 10 + 10 * 10));
  });
});

describe('right answers by epochs', () => {
  it('are drawn as far as they are known, without a point where nothing was kept for validation', () => {
    const score = (accuracy: number) => ({ loss: 1, accuracy });
    const record = (epoch: number, accuracy: number | null) => ({ epoch, update: epoch, training: score(1), validation: accuracy === null ? null : score(accuracy), gradientNorm: 1, learningRate: 1 });
    const { lines, yOf, xOf } = comparisonCurves({ lines: [{ id: 'a', name: 'A', records: [record(0, 0.5), record(1, 0.75)] }, { id: 'b', name: 'B', records: [record(0, null)] }], epochs: 12, size });
    expect(lines[0]!.points.map(({ x, y }) => [x, y])).toEqual([[xOf(0), yOf(0.5)], [xOf(1), yOf(0.75)]]);
    expect(lines[1]!.points).toEqual([]);
  });
});
