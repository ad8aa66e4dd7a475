// The geometry of strips as numbers: what is known, how columns share a texel, where the pieces lie, and where symbols stand in a stave.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketOf, chunksOver, chunkTexels, fillTexels, largestOf, meanOf, type StripNumbers } from '../../../../src/view/layout/strips/buckets.ts';
import { knownRange } from '../../../../src/view/layout/strips/knownRange.ts';
import { laneAt, stripLanes } from '../../../../src/view/layout/strips/lanes.ts';
import { bucketedNorms, strengthOf } from '../../../../src/view/layout/strips/overview.ts';
import { piecesOf, withoutColumn } from '../../../../src/view/layout/strips/pieces.ts';

const count = fc.integer({ min: 1, max: 3000 });
const numbers = (columns: readonly (readonly number[])[]): StripNumbers => ({ count: columns.length, rows: columns[0]?.length ?? 0, at: (column, row) => columns[column - 1]?.[row] ?? NaN });

describe('the known columns', () => {
  it('are found where they begin at the first or end at the last, in as many questions as the length has digits in base two', () => {
    fc.assert(
      fc.property(count, fc.nat(3000), fc.boolean(), (to, done, isBackward) => {
        const edge = Math.min(done, to);
        let asked = 0;
        const isKnown = (column: number): boolean => {
          asked += 1;
          return isBackward ? column > to - edge : column <= edge;
        };
        expect(knownRange(1, to, isKnown)).toEqual(edge === 0 ? null : isBackward ? { from: to - edge + 1, to } : { from: 1, to: edge });
        expect(asked).toBeLessThanOrEqual(2 + Math.ceil(Math.log2(to + 1)));
      }),
    );
  });
});

describe('the texels', () => {
  it('are one a column, until a column is narrower than a pixel: then as many columns share one as fill it', () => {
    expect([40, 1, 0.6, 0.5, 0.1].map(bucketOf)).toEqual([1, 1, 2, 2, 16]);
    fc.assert(fc.property(fc.double({ min: 1e-4, max: 1, noNaN: true }), (pitch) => {
      expect(bucketOf(pitch) * pitch).toBeGreaterThanOrEqual(1);
      expect(bucketOf(pitch) * pitch).toBeLessThan(2 + 1e-9);
    }));
  });

  it('bear the largest of their numbers, with its sign', () => {
    const strip = numbers([[0.1, 0], [-0.9, 0], [0.5, NaN], [Infinity, 1]]);
    expect(largestOf(strip, 0, 1, 3)).toBe(-0.9);
    expect(largestOf(strip, 0, 1, 4)).toBe(Infinity);
    expect(largestOf(strip, 1, 2, 4)).toBeNaN();
    const texels = new Uint32Array(4);
    fillTexels(texels, 2, strip, { index: 0, from: 1, to: 3 }, { bucket: 2, gather: largestOf, colour: (value) => Math.round(10 + 10 * value) });
    expect([...texels]).toEqual([1, 15, 10, 0]);
    // Of rows that are read or not, the share counts: with many steps a texel, each row is read at some of them.
    expect(meanOf(numbers([[1], [0], [0], [1]]), 0, 1, 4)).toBe(0.5);
  });

  it('are made in chunks that lie the same whatever is in view, and cover it', () => {
    fc.assert(
      fc.property(count, fc.nat(3000), fc.nat(3000), fc.constantFrom(1, 2, 8), (all, a, b, bucket) => {
        const from = Math.min(a, b, all - 1) + 1;
        const to = Math.min(Math.max(a, b) + 1, all);
        const chunks = chunksOver(from, to, all, bucket);
        expect(chunks[0]!.from).toBeLessThanOrEqual(from);
        expect(chunks.at(-1)!.to).toBeGreaterThanOrEqual(to);
        for (const chunk of chunks) expect(chunk.from).toBe(chunk.index * chunkTexels * bucket + 1);
        expect(chunks.length).toBeLessThanOrEqual(Math.ceil((to - from + 1) / (chunkTexels * bucket)) + 1);
      }),
    );
  });
});

describe('the pieces of a strip', () => {
  it('leave out the column that is drawn by itself', () => {
    expect(withoutColumn({ from: 3, to: 9 }, 5)).toEqual([{ from: 3, to: 4 }, { from: 6, to: 9 }]);
    expect(withoutColumn({ from: 3, to: 9 }, 3)).toEqual([{ from: 4, to: 9 }]);
    expect(withoutColumn({ from: 3, to: 9 }, 12)).toEqual([{ from: 3, to: 9 }]);
    expect(withoutColumn({ from: 3, to: 3 }, 3)).toEqual([]);
  });

  it('join without gaps, and each shows its own columns of its chunk', () => {
    fc.assert(
      fc.property(count, fc.nat(2000), fc.integer({ min: 1, max: 1500 }), fc.constantFrom(1, 4), (all, start, length, bucket) => {
        const from = Math.min(start + 1, all);
        const to = Math.min(from + length, all);
        const pieces = piecesOf({ range: { from, to }, count: all, bucket, x: 50, pitch: 0.5 });
        expect(pieces[0]!.x).toBe(50);
        pieces.slice(1).forEach((piece, k) => expect(piece.x).toBeCloseTo(pieces[k]!.x + pieces[k]!.width, 9));
        expect(pieces.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo((to - from + 1) * 0.5, 9);
        for (const { chunk, texel, texels } of pieces) expect((texel + texels) * bucket).toBeLessThanOrEqual(chunk.to - chunk.from + 1);
      }),
    );
  });
});

describe('the lanes of a stave', () => {
  const rows = { y: 90, height: 120, rows: 10, first: 100, row: 10, cell: 9 };

  it('stand side by side while columns are wide, and one below the other where they are not', () => {
    const wide = stripLanes(12, 2, rows);
    expect(wide[1]!.x).toBeGreaterThan(wide[0]!.x + wide[0]!.width);
    expect(wide.map(({ first }) => first)).toEqual([100, 100]);
    const [above, below] = stripLanes(3, 2, rows);
    expect(above).toMatchObject({ x: 0, width: 3, first: 100 });
    expect(below!.first).toBeGreaterThanOrEqual(100 + above!.row * 10);
    expect(below!.first + below!.row * 10).toBeCloseTo(200, 9);
  });

  it('are found under the pointer where they are drawn', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 60, noNaN: true }), fc.integer({ min: 1, max: 8 }), fc.nat(9), fc.nat(7), (pitch, lanes, row, nth) => {
        const all = stripLanes(pitch, lanes, rows);
        const lane = nth % lanes;
        const { x, width, first, row: height } = all[lane]!;
        expect(laneAt(all, 10, x + width / 2, first + (row + 0.5) * height)).toEqual({ lane, row });
      }),
    );
  });
});

describe('the overview', () => {
  it('keeps the largest length of each bucket', () => {
    // Row 0 is the initial state, which is no step.
    const array = Float64Array.of(9, 9, 3, 4, 0, 1, 6, 8, 0, 0);
    expect([...bucketedNorms(array, 2, 4, 2)]).toEqual([5, 10]);
    expect([...bucketedNorms(array, 2, 4, 4)]).toEqual([5, 1, 10, 0]);
  });

  it('shows a gradient by its orders of magnitude', () => {
    expect(strengthOf(0.5, 1, false)).toBe(0.5);
    expect(strengthOf(1e-4, 1, true)).toBeCloseTo(0.5, 12);
    expect([0, 1e-12, 1, Infinity].map((norm) => strengthOf(norm, 1, true))).toEqual([0, 0, 1, 1]);
    expect(strengthOf(1, 0, true)).toBe(0);
  });
});
