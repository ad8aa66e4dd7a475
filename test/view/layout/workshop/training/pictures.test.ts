import { describe, expect, it } from 'vitest';
import { matricesLayout, type MatrixSize } from '../../../../../src/view/layout/workshop/training/matrices.ts';
import { sparkLines } from '../../../../../src/view/layout/workshop/training/spark.ts';
import { stateHeat } from '../../../../../src/view/layout/workshop/training/stateHeat.ts';

const size = { width: 420, height: 230, textSize: 12 };
const matrix = (id: string, rows: number, columns: number): MatrixSize => ({ id, name: id, rows, columns });

describe('matrices beside each other', () => {
  it('have cells of one size, and stand within their picture, none over another', () => {
    const { placed, height } = matricesLayout([matrix('W_xh', 8, 5), matrix('W_hh', 8, 8), matrix('b_h', 8, 1), matrix('W_hy', 1, 8), matrix('b_y', 1, 1)], size);
    expect(height).toBeLessThanOrEqual(size.height);
    const [first, second] = placed;
    expect(first!.box.width / 5).toBeCloseTo(second!.box.width / 8);
    for (const a of placed) {
      expect(a.box.x + a.box.width).toBeLessThanOrEqual(size.width);
      for (const b of placed) {
        const isApart = a.box.x + a.box.width <= b.box.x || b.box.x + b.box.width <= a.box.x || a.box.y + a.box.height <= b.box.y || b.box.y + b.box.height <= a.box.y;
        expect(a === b || isApart).toBe(true);
      }
    }
  });

  it('are pressed together where they have thousands of columns', () => {
    const { placed } = matricesLayout([matrix('W_xh', 8, 2000), matrix('W_hh', 8, 8)], size);
    expect(placed[0]!.box.width).toBeLessThanOrEqual(size.width);
    expect(placed[1]!.box.width).toBeGreaterThan(20);
  });
});

describe('hidden states over the steps of a row', () => {
  it('have a picture for each chain, with every word below its column', () => {
    const tokens = ['movie', 'was', 'good'];
    const placed = stateHeat([{ id: 'h', name: 'h', units: 8, tokens }, { id: 'r', name: 'reverse h', units: 8, tokens }], size);
    expect(placed).toHaveLength(2);
    for (const { box, labels } of placed) {
      expect(labels.map(({ text }) => text)).toEqual(tokens);
      labels.forEach(({ x }, k) => expect(x).toBeCloseTo(box.x + ((k + 0.5) * box.width) / 3));
      expect(box.x + box.width).toBeLessThanOrEqual(size.width);
    }
    expect(placed[1]!.box.y).toBeGreaterThan(placed[0]!.box.y + placed[0]!.box.height);
  });

  it('name every few columns of a long row', () => {
    const tokens = Array.from({ length: 60 }, (_, k) => `word${k}`);
    const [placed] = stateHeat([{ id: 'h', name: 'h', units: 4, tokens }], size);
    expect(placed!.labels.length).toBeLessThan(15);
    const gaps = placed!.labels.slice(1).map(({ x }, k) => x - placed!.labels[k]!.x);
    expect(Math.min(...gaps)).toBeGreaterThan(30);
  });
});

describe('two small lines', () => {
  it('share one scale, and leave a gap where a number is not finite', () => {
    const { answered, right } = sparkLines([0, 1, NaN, 1], [0, 0.5, 1, 1], { width: 34, height: 24 });
    expect(answered).toBe('M2,22L12,2M32,2Z');
    expect(right).toBe('M2,22L12,12L22,2L32,2');
  });
});
